import DeskModel

/// The numbers that were set aside and wait for their letters, book by book.
struct OpenNumbers: Question {
  func answer(from desk: Desk, for session: Session) throws -> [ReservedNumber] {
    try desk.office.books.flatMap { try desk.openNumbers(of: $0.id) }
  }
}

extension NumberPlace {
  /// What names it among the choices of a form.
  var name: String { "\(period)/\(sequence)" }

  /// The place of that name in a book; `nil` for the next number, which has none.
  init?(named name: String, in book: AgendaBookID) {
    let parts = name.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2 else { return nil }
    self.init(book: book, period: parts[0], sequence: parts[1])
  }
}

extension AppContext {
  /// Those of some numbers that a letter of a kind can take.
  func numbers(_ open: [ReservedNumber], for kind: LetterKind) -> [ReservedNumber] {
    let book = office.book(for: kind)?.id
    return open.filter { $0.place.book == book }
  }

  /// The number that was chosen for a letter of a kind, whether it is still open or not: that is for the rules to say.
  ///
  /// - Parameter name: what names it among the choices; empty or `nil` for the next.
  func number(named name: String?, for kind: LetterKind) -> NumberPlace? {
    guard let name, let book = office.book(for: kind)?.id else { return nil }
    return NumberPlace(named: name, in: book)
  }

  /// What to say when a number is chosen for a letter of a kind before lower ones that are open; `nil` where it is the
  /// lowest.
  func warning(
    of open: [ReservedNumber], before name: String?, _ kind: LetterKind
  ) -> String? {
    let lower = number(named: name, for: kind).map(open.before) ?? []
    return lower.isEmpty ? nil : text("form.passed-over", ["list": lower.list])
  }

  /// The next number of a book, or one that was set aside and is written on the paper already.
  ///
  /// - Parameter chosen: the name of the number that was chosen, which stays though it is open no more.
  func numberChoice(_ open: [ReservedNumber], chosen: String? = nil) -> FormField.Control {
    let next = ChoiceField.Option(id: "", label: text("register.next-number"))
    return .choice(ChoiceField([next] + open.map(option), chosen: chosen, keepsLost: true))
  }

  private func option(_ number: ReservedNumber) -> ChoiceField.Option {
    let book = office.book(number.place.book)
    let text = book?.pattern.sequence(number.place.sequence) ?? "\(number.place.sequence)"
    let isOld = number.place.period != book?.period(of: today)
    return ChoiceField.Option(
      id: number.place.name, label: isOld ? "\(text)/\(number.place.period)" : text)
  }
}
