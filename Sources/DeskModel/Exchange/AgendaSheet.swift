/// An agenda book on paper: a day's page, and a block of numbers to be written by hand; plain text of 80 columns.
public struct AgendaSheet {
  /// The most characters of a line.
  public static let width = 80

  private let office: Office
  private let phrases: Phrasebook
  private let dates: DateText

  /// Writes for an office in a language.
  public init(_ office: Office, _ phrases: Phrasebook) {
    self.office = office
    self.phrases = phrases
    dates = DateText(phrases)
  }

  // MARK: - A day

  /// A day's page of a book. Of a letter that is not for everybody it says no more than that it is there.
  public func page(_ page: AgendaDay, of book: AgendaBook) -> [String] {
    let isIncoming = book.kinds.contains(where: \.isIncoming)
    let weekday = dates.name(page.date.weekday)
    let table = TextTable([
      .init(phrases("agenda.column.number"), width: 16),
      .init(phrases("agenda.column.\(isIncoming ? "sender" : "addressee")"), width: 20),
      .init(phrases("agenda.column.paper"), width: 18),
      .init(phrases("agenda.column.subject"), width: 23),
    ])
    let rows = page.letters.flatMap { table.lines(cells($0, isIncoming: isIncoming)) }
    return head(book.name) + ["\(weekday), \(dates.long(page.date))", ""]
      + (rows.isEmpty ? [phrases("sheet.nothing")] : table.heading + rows)
      + reserved(page.reserved) + foot(page)
  }

  private func cells(_ row: LetterRow, isIncoming: Bool) -> [[String]] {
    let number = [row.number?.text ?? "—", row.lateRemark(phrases, dates)].compactMap { $0 }
    guard row.secrecy == .biasa else {
      return [number, [phrases("secrecy.\(row.secrecy.rawValue)")], ["—"], ["—"]]
    }
    let party = isIncoming ? row.sender : row.addressee ?? row.sender
    let paper = [row.senderNumber, row.letterDate.map(dates.short)].compactMap { $0 }
    let remarks = [
      row.status == .cancelled ? phrases("agenda.cancelled") : nil,
      row.correctedRemark(phrases, dates, in: office.calendar),
    ]
    return [number, [party], paper, [row.subject] + remarks.compactMap { $0 }]
  }

  /// The blocks that were set aside on the day, one line each.
  private func reserved(_ numbers: [ReservedNumber]) -> [String] {
    var blocks: [ArraySlice<ReservedNumber>] = []
    for index in numbers.indices {
      if let last = blocks.last?.last, last.reserved == numbers[index].reserved {
        blocks[blocks.count - 1] = numbers[blocks[blocks.count - 1].startIndex...index]
      } else {
        blocks.append(numbers[index...index])
      }
    }
    let lines = blocks.flatMap { block -> [String] in
      guard let first = block.first, let last = block.last else { return [] }
      let sentence = phrases(
        "sheet.reserved",
        [
          "first": "\(first.place.sequence)", "last": "\(last.place.sequence)",
          "reason": first.reason,
        ])
      return TextTable.wrap(sentence, width: Self.width)
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  private func foot(_ page: AgendaDay) -> [String] {
    let rule = ["", String(repeating: "-", count: Self.width)]
    guard let closing = page.closing else { return rule + [phrases("sheet.open")] }
    let actor = closing.actor
    let sentence = phrases(
      "sheet.closed",
      [
        "count": "\(closing.page.count)",
        "time": dates.short(closing.at, in: office.calendar.zone),
        "person": office.person(actor.person)?.name ?? actor.person.rawValue,
        "role": office.role(actor.role)?.name ?? actor.role.rawValue,
      ])
    return rule + TextTable.wrap(sentence, width: Self.width)
      + [phrases("sheet.code", ["code": closing.code, "entry": "\(closing.entry)"])]
      + TextTable.wrap(
        phrases("sheet.signature", ["signature": closing.page.signature]), width: Self.width)
  }

  // MARK: - Numbers for paper

  /// A sheet on which letters are entered by hand under the numbers that were set aside.
  public func block(of book: AgendaBook, _ numbers: [ReservedNumber]) -> [String] {
    let head = head(book.name) + [phrases("sheet.block"), ""]
    guard !numbers.isEmpty else { return head + [phrases("sheet.block-empty")] }
    let table = TextTable([
      .init(phrases("agenda.column.number"), width: 10),
      .init(phrases("agenda.column.received"), width: 10),
      .init(phrases("agenda.column.sender"), width: 18),
      .init(phrases("agenda.column.paper"), width: 18),
      .init(phrases("agenda.column.subject"), width: 20),
    ])
    // A blank line above each gives a hand room to write.
    let blanks = table.columns.dropFirst().map { [String(repeating: ".", count: $0.width)] }
    return head + table.heading
      + numbers.flatMap {
        [""] + table.lines([[book.pattern.sequence($0.place.sequence)]] + blanks)
      }
  }

  private func head(_ title: String) -> [String] {
    [office.letterhead.government, office.name].filter { !$0.isEmpty }.map { $0.uppercased() }
      + ["", title.uppercased()]
  }
}
