import DeskModel

/// A book in one of its years.
struct AgendaPlace: Hashable, Sendable {
  var book: AgendaBookID
  /// The year; 0 in a book that never begins anew.
  var period: Int
}

/// A page of a book, newest number first.
struct AgendaPage: Question {
  /// Where the page lies.
  enum Edge: Hashable, Sendable {
    /// The newest numbers.
    case newest
    /// The numbers below one.
    case below(Int)
    /// The numbers above one.
    case above(Int)
  }

  let place: AgendaPlace
  let edge: Edge
  let limit: Int

  func answer(from desk: Desk, for session: Session) throws -> [AgendaRow] {
    let (book, period, reader) = (place.book, place.period, session.actor)
    return switch edge {
    case .newest: try desk.agendaRows(book, period: period, limit: limit, for: reader)
    case .below(let number):
      try desk.agendaRows(book, period: period, before: number, limit: limit, for: reader)
    case .above(let number):
      try desk.agendaRows(book, period: period, after: number, limit: limit, for: reader)
    }
  }
}

/// The years in which each book has numbers.
struct AgendaYears: Question {
  func answer(
    from desk: Desk, for session: Session
  ) throws -> [AgendaBookID: ClosedRange<Int>] {
    var years: [AgendaBookID: ClosedRange<Int>] = [:]
    for book in desk.office.books { years[book.id] = try desk.agendaPeriods(book.id) }
    return years
  }
}

/// A day's page, to say how it was closed.
struct AgendaDayPage: Question {
  let book: AgendaBookID
  let date: CalendarDate

  func answer(from desk: Desk, for session: Session) throws -> AgendaDay {
    try desk.agendaDay(book, date)
  }
}

/// Whether a day's page is closed already.
struct AgendaPageClosed: Question {
  let book: AgendaBookID
  let date: CalendarDate

  func answer(from desk: Desk, for session: Session) throws -> Bool {
    try desk.isPageClosed(book, date)
  }
}
