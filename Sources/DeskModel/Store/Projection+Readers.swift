import GRDB

extension Projection {
  /// Puts the roles that an entry brings onto the path of its letter, where that is secret.
  mutating func admitReaders(_ entry: Entry) throws {
    let roles = entry.rolesBrought
    guard !roles.isEmpty, let letter = try secretLetter(of: entry) else { return }
    for role in roles {
      try db.run(
        "INSERT OR IGNORE INTO letter_reader (letter, role) VALUES (?, ?)", [letter, role.rawValue])
    }
  }

  /// The letter that an entry is about, if it is secret.
  private mutating func secretLetter(of entry: Entry) throws -> LetterID? {
    if case .letterRegistered(let event) = entry.event {
      return event.letter.secrecy.isSecret ? entry.sequence : nil
    }
    guard let id = entry.event.caseID else { return nil }
    if let lastLookedAt, lastLookedAt.id == id { return lastLookedAt.secretLetter }
    let letter = try LetterID.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT l.id FROM cases c JOIN letter l ON l.id = c.letter WHERE c.id = ? AND \(Self.isSecret)
          """), arguments: [id])
    lastLookedAt = (id, letter)
    return letter
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
