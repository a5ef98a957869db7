import DeskModel

/// The numbers that were set aside and wait for their letters, book by book.
struct OpenNumbers: Question {
  func answer(from desk: Desk, for session: Session) throws -> [ReservedNumber] {
    try desk.office.books.flatMap { try desk.openNumbers(of: $0.id) }
  }
}

extension ReservedNumber {
  /// What names it among the choices of a form.
  var name: String { "\(place.period)/\(place.sequence)" }
}

extension AppContext {
  /// Those of some numbers that a letter of a kind can take.
  func numbers(_ open: [ReservedNumber], for kind: LetterKind) -> [ReservedNumber] {
    let book = office.book(for: kind)?.id
    return open.filter { $0.place.book == book }
  }

  /// The next number of a book, or one that was set aside and is written on the paper already.
  func numberChoice(_ open: [ReservedNumber], chosen: String? = nil) -> FormField.Control {
    let next = ChoiceField.Option(id: "", label: text("register.next-number"))
    return .choice(ChoiceField([next] + open.map(option), chosen: chosen))
  }

  private func option(_ number: ReservedNumber) -> ChoiceField.Option {
    let book = office.book(number.place.book)
    let text = book?.pattern.sequence(number.place.sequence) ?? "\(number.place.sequence)"
    let isOld = number.place.period != book?.period(of: today)
    return ChoiceField.Option(
      id: number.name, label: isOld ? "\(text)/\(number.place.period)" : text)
  }
}
