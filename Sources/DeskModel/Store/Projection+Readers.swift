import GRDB

extension Projection {
  /// Puts the roles that an entry brings onto the path of its letter, where that is secret.
  func admitReaders(_ entry: Entry) throws {
    for role in entry.rolesBrought {
      if let id = entry.event.caseID {
        try db.run(
          """
          INSERT OR IGNORE INTO letter_reader (letter, role)
          SELECT l.id, ? FROM cases c JOIN letter l ON l.id = c.letter
          WHERE c.id = ? AND \(Self.isSecret)
          """, [role.rawValue, id])
      } else {
        try db.run(
          """
          INSERT OR IGNORE INTO letter_reader (letter, role)
          SELECT l.id, ? FROM letter l WHERE l.id = ? AND \(Self.isSecret)
          """, [role.rawValue, entry.sequence])
      }
    }
  }

  /// Whether a letter `l` is one that only the posts on its path may read.
  static let isSecret = "l.secrecy <> '\(Secrecy.biasa.rawValue)'"
}

extension Event {
  /// The case whose path the event adds to; `nil` for a registration, which is before any.
  fileprivate var caseID: CaseID? {
    switch self {
    case .laneBound(let event): event.case
    case .branchStarted(let event): event.case
    case .taskCreated(let event): event.case
    case .taskReassigned(let event): event.case
    case .disposed(let event): event.case
    case .letterCorrected(let event): event.case
    default: nil
    }
  }
}
