// Secret letters in queries: what a reader may not read is taken out before a row leaves the store.

extension NamedQuery {
  /// Whether a letter `l` is hidden from a role, for which there is one place; no role has a name that is empty.
  ///
  /// Cost: for an ordinary letter nothing, for a secret one a look into the primary key of the posts on its path.
  static let hidden = """
    (\(Projection.isSecret) AND NOT EXISTS (SELECT 1 FROM letter_reader WHERE letter = l.id AND role = ?))
    """

  static let readers = NamedQuery(
    name: "readers", sql: "SELECT role FROM letter_reader WHERE letter = ?")

  /// The name of a reader in a query's place for it.
  static func place(of reader: RoleID?) -> String { reader?.rawValue ?? "" }
}
