/// Somebody who works at the office.
public struct Person: Codable, Hashable, Sendable {
  /// The person's slug.
  public var id: PersonID
  /// The name with titles, as on letters.
  public var name: String
}
