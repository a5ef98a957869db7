import GRDB

// Secret letters in queries: what a reader may not read is taken out before a row leaves the store.

extension NamedQuery {
  /// Whether a letter `l` is hidden from some posts, for whose list, as ``Desk/place(of:)`` gives it, there is one place.
  ///
  /// Cost: for an ordinary letter nothing, for a secret one a look into the primary key of the posts on its path.
  static let hidden = """
    (\(Projection.isSecret) AND NOT EXISTS (SELECT 1 FROM letter_reader
      WHERE letter = l.id AND instr(?, ' ' || role || ' ')))
    """

  static let readers = NamedQuery(
    name: "readers", sql: "SELECT role FROM letter_reader WHERE letter = ?")

  /// The entries of a case since its letter was registered, and that registration; none of a letter that is secret
  /// already, and its journal is not read.
  static let caseEntries = NamedQuery(
    name: "caseEntries",
    sql: """
      SELECT \(JournalRecord.columns) FROM event
      WHERE seq >= (SELECT l.id FROM cases c JOIN letter l ON l.id = c.letter
          WHERE c.id = ? AND NOT (\(Projection.isSecret)))
        AND (json_extract(body, '$.case') = ? OR seq = (SELECT letter FROM cases WHERE id = ?))
      """)
}

extension Desk {
  /// The posts on the path of a letter that a correction may close: while all might read it, nobody kept them.
  ///
  /// Cost: reads the journal since the letter was registered, half a second for a million entries; a slip in the sifat
  /// is found within days.
  func path(closedBy action: Action?, _ db: Database) throws -> [RoleID] {
    guard case .correct(let id, let correction) = action, correction.letter.secrecy.isSecret else {
      return []
    }
    let roles = try NamedQuery.caseEntries.map(db, [id, id, id]) { row in
      try JournalRecord(row).entry().rolesBrought
    }
    return Array(Set(roles.flatMap { $0 }))
  }

  /// The posts by which somebody reads today, by ``Office/readingPosts(of:on:)``; none for nobody.
  func posts(of reader: Actor?) -> [RoleID] {
    reader.map { office.readingPosts(of: $0, on: office.calendar.date(of: clock())) } ?? []
  }

  /// The same, in a query's place for them: each between blanks.
  func place(of reader: Actor?) -> String {
    posts(of: reader).map { " \($0.rawValue) " }.joined()
  }
}
