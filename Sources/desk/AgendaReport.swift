import DeskModel

/// What became of every number of a book, as people read it: who used one number after the other is one line.
struct AgendaReport {
  private let office: Office
  private let phrases: Phrasebook
  private let dates: DateText

  init(_ desk: Desk, _ phrases: Phrasebook) {
    office = desk.office
    self.phrases = phrases
    dates = DateText(phrases)
  }

  func account(_ book: AgendaBook, period: Int, _ numbers: [AccountedNumber]) -> [String] {
    let counts = AccountedNumber.Standing.allCases.map { standing in
      let count = numbers.count { $0.standing == standing }
      return "\(count) \(phrases("agenda.standing.\(standing.rawValue)"))"
    }
    let title = period == 0 ? book.name : "\(book.name) \(period)"
    let head = "\(title): \(counts.joined(separator: ", "))"
    let table = TextTable([
      .init(phrases("cli.field.number"), width: 11), .init("", width: 12),
      .init(phrases("cli.field.date"), width: 27), .init(phrases("cli.field.by"), width: 20),
      .init(phrases("cli.field.reason"), width: 26),
    ])
    guard !numbers.isEmpty else { return [head] }
    return [head] + table.heading
      + Self.runs(numbers).flatMap { run in table.lines(cells(run).map { [$0] }) }
  }

  /// Used numbers that need no word stand together, every other one alone.
  private static func runs(_ numbers: [AccountedNumber]) -> [ArraySlice<AccountedNumber>] {
    func isPlain(_ number: AccountedNumber) -> Bool {
      number.standing == .used && number.reason == nil
    }
    var runs: [ArraySlice<AccountedNumber>] = []
    for index in numbers.indices {
      if let last = runs.last?.last, isPlain(last), isPlain(numbers[index]),
        last.by == numbers[index].by
      {
        runs[runs.count - 1] = numbers[runs[runs.count - 1].startIndex...index]
      } else {
        runs.append(numbers[index...index])
      }
    }
    return runs
  }

  private func cells(_ run: ArraySlice<AccountedNumber>) -> [String] {
    guard let first = run.first, let last = run.last else { return [] }
    func time(_ number: AccountedNumber) -> String {
      number.at.map { dates.short($0, in: office.calendar.zone) } ?? "—"
    }
    func day(_ number: AccountedNumber) -> String {
      number.at.map { dates.short(office.calendar.date(of: $0)) } ?? "—"
    }
    let isOne = run.count == 1
    return [
      isOne ? "\(first.place.sequence)" : "\(first.place.sequence)–\(last.place.sequence)",
      phrases("agenda.standing.\(first.standing.rawValue)"),
      isOne ? time(first) : day(first) == day(last) ? day(first) : "\(day(first)) – \(day(last))",
      first.by.map { office.person($0)?.name ?? $0.rawValue } ?? "—",
      first.reason ?? "",
    ]
  }
}

extension ReportJSON {
  func value(_ number: AccountedNumber) -> JSONText {
    .sorted([
      "at": time(number.at), "by": JSONText(number.by?.rawValue),
      "letter": JSONText(number.letter.map(Int.init)), "number": .integer(number.place.sequence),
      "reason": JSONText(number.reason), "standing": .string(number.standing.rawValue),
    ])
  }

  func value(_ number: ReservedNumber) -> JSONText {
    .sorted([
      "at": time(number.reserved), "by": .string(number.reservedBy.rawValue),
      "number": .integer(number.place.sequence), "period": .integer(number.place.period),
      "reason": .string(number.reason),
    ])
  }

  func value(_ page: AgendaDay) -> JSONText {
    .sorted([
      "book": .string(page.book.rawValue),
      "closing": page.closing.map { closing in
        .sorted([
          "at": time(closing.at), "by": .string(closing.actor.person.rawValue),
          "code": .string(closing.code), "entry": .integer(Int(closing.entry)),
          "signature": .string(closing.page.signature),
        ])
      } ?? .null,
      "date": .string(page.date.description), "letters": .array(page.letters.map(value)),
      "reserved": .array(page.reserved.map(value)),
    ])
  }
}
