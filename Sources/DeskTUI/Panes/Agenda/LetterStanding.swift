import DeskModel

/// Where a letter is, in a word: at whose desk, or how it ended.
enum LetterStanding: Hashable, Sendable {
  /// It waits for a role.
  case at(RoleID)
  /// Its case runs, and nobody of the office is asked.
  case running
  /// It went out.
  case sent(Timestamp)
  /// It is filed.
  case archived
  /// Its case is finished.
  case finished
  /// Its case was stopped.
  case cancelled
  /// It travels in no case.
  case none

  init(_ row: LetterRow) {
    switch row.status {
    case .cancelled: self = .cancelled
    case .running: self = row.waitsFor.map(LetterStanding.at) ?? .running
    case .finished, nil:
      if row.archived != nil {
        self = .archived
      } else if let sent = row.sent {
        self = .sent(sent)
      } else {
        self = row.status == nil ? .none : .finished
      }
    }
  }

  func cell(_ app: AppContext) -> Columns.Cell {
    let glyphs = app.glyphs
    switch self {
    case .at(let role):
      let name = app.office.role(role)?.short ?? role.rawValue
      return Columns.Cell("\(glyphs.arrowRight) \(name)")
    case .running: return Columns.Cell("\(glyphs.arrowRight) \(app.text("agenda.running"))")
    case .sent(let time):
      let day = app.dates.dayAndMonth(app.office.calendar.date(of: time))
      return Columns.Cell("\(glyphs.check) \(app.text("agenda.sent", ["date": day]))", style: .ok)
    case .archived:
      return Columns.Cell("\(glyphs.check) \(app.text("agenda.archived"))", style: .ok)
    case .finished:
      return Columns.Cell("\(glyphs.check) \(app.text("agenda.finished"))", style: .ok)
    case .cancelled:
      return Columns.Cell("\(glyphs.cross) \(app.text("agenda.cancelled"))", style: .muted)
    case .none: return Columns.Cell("")
    }
  }
}

extension LetterRow {
  /// What the pane that shows the row has selected.
  var subjectOfRow: Subject { caseID.map(Subject.case) ?? .letter(id) }

  /// The mark of a letter that must not wait.
  func urgencyCell() -> Columns.Cell {
    switch urgency {
    case .biasa: Columns.Cell("")
    case .segera: Columns.Cell("!", style: .warn)
    case .sangatSegera: Columns.Cell("!", style: .danger.emphasised)
    }
  }
}
