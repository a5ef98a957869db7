/// A sentence for a person, not yet in any language: a key of the phrasebook and what goes into its places.
///
/// Rules and readers answer with messages; only the edge (screen, command line) turns them into text.
public struct Message: Codable, Hashable, Sendable {
  /// The key in `assets/locale/*.json`, e.g. `refusal.claimed`.
  public var key: String
  /// Values for the places `{name}` in the phrase.
  public var arguments: [String: String]

  /// Makes a message.
  public init(_ key: String, _ arguments: [String: String] = [:]) {
    self.key = key
    self.arguments = arguments
  }
}

/// An error that can be told to a person in one sentence.
public protocol Tellable: Error {
  /// What is wrong, where, and what to do.
  var message: Message { get }
}
