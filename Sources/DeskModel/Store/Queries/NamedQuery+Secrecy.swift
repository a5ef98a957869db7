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
}

extension Desk {
  /// The posts by which somebody reads today, by ``Office/readingPosts(of:on:)``; none for nobody.
  func posts(of reader: Actor?) -> [RoleID] {
    reader.map { office.readingPosts(of: $0, on: office.calendar.date(of: clock())) } ?? []
  }

  /// The same, in a query's place for them: each between blanks.
  func place(of reader: Actor?) -> String {
    posts(of: reader).map { " \($0.rawValue) " }.joined()
  }
}
