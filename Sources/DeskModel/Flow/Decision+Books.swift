// The agenda books themselves: numbers for paper, and the end of a day.

extension Decision {
  /// Sets numbers aside, voids them, or closes a page: the acts of who keeps the books.
  mutating func keepBook(_ act: BookAct) throws(Refusal) {
    try require(.keepBooks)
    switch act {
    case .reserve(let id, let count, let reason): try reserve(id, count, reason)
    case .void(let places, let reason): try void(places, reason)
    case .closePage(let id, let day): try closePage(id, day)
    }
  }

  private mutating func reserve(
    _ id: AgendaBookID, _ count: Int, _ text: String
  ) throws(Refusal) {
    guard let book = office.book(id) else { throw Refusal(.unknown) }
    guard (1...Flow.longestBlock).contains(count) else {
      throw Refusal(.badBlock, ["most": "\(Flow.longestBlock)"])
    }
    let reason = try reason(text)
    emit(
      .numbersReserved(
        NumbersReserved(
          book: id, period: book.period(of: today), first: (context.lastNumbers[id] ?? 0) + 1,
          count: count, page: openPage(of: id), reason: reason)))
  }

  private mutating func void(_ places: [NumberPlace], _ text: String) throws(Refusal) {
    let reason = try reason(text)
    var seen: Set<NumberPlace> = []
    for place in places where seen.insert(place).inserted {
      try openNumber(place)
      emit(
        .numberVoided(
          NumberVoided(
            book: place.book, period: place.period, sequence: place.sequence, reason: reason)))
    }
  }

  private mutating func closePage(_ id: AgendaBookID, _ day: CalendarDate) throws(Refusal) {
    guard office.book(id) != nil, let page = context.books.page else { throw Refusal(.unknown) }
    guard day <= today else { throw Refusal(.pageAhead, ["date": day.dayFirst]) }
    if let founded = context.books.founded, day < founded {
      throw Refusal(.pageBefore, ["date": day.dayFirst, "founded": founded.dayFirst])
    }
    guard !page.isClosed else { throw Refusal(.pageClosed, ["date": day.dayFirst]) }
    // The signature is put in at the edge: the rules hold no key.
    emit(
      .pageClosed(
        PageClosed(
          book: id, date: day, count: page.count, first: page.first, last: page.last,
          entries: context.nextSequence - 1, head: context.books.head, signature: "")))
  }

  // MARK: - What numbers are held against

  /// The day on whose page a book is written now: today, or the day after the last that is closed.
  func openPage(of book: AgendaBookID) -> CalendarDate {
    guard let closed = context.books.closed[book] else { return today }
    return max(today, closed.adding(days: 1))
  }

  /// The day on whose page something belongs, if that is closed.
  func latePage(of book: AgendaBookID, for day: CalendarDate) -> CalendarDate? {
    guard let closed = context.books.closed[book], day <= closed else { return nil }
    return day
  }

  /// The day of a number that was set aside: its letter's own, else when it was set aside.
  ///
  /// - Throws: for a number that was not set aside in the book, or not in the year of its letter.
  func day(
    of place: NumberPlace, in book: AgendaBook, for own: CalendarDate?
  ) throws(Refusal) -> CalendarDate {
    let number = try openNumber(place)
    guard place.book == book.id else {
      throw Refusal(.notReserved, ["number": "\(place.sequence)"])
    }
    let date = own ?? office.calendar.date(of: number.reserved)
    guard book.period(of: date) == place.period else {
      throw Refusal(
        .otherYear, ["number": "\(place.sequence)/\(place.period)", "date": date.dayFirst])
    }
    return date
  }

  @discardableResult
  private func openNumber(_ place: NumberPlace) throws(Refusal) -> ReservedNumber {
    guard let number = context.books.reserved[place], number.isOpen else {
      throw Refusal(.notReserved, ["number": "\(place.sequence)"])
    }
    return number
  }
}
