import Foundation

/// All sentences of one language, by key.
///
/// Read from `assets/locale/<language>.json`, a flat object of key to phrase with places written `{name}`.
public struct Phrasebook: Sendable {
  /// The languages the desk speaks; the first is the office's own.
  public enum Language: String, CaseIterable, Sendable {
    /// Indonesian.
    case id
    /// English.
    case en
  }

  private let phrases: [String: String]
  /// The most characters that a place has with its braces: a phrase full of braces is not searched for each.
  private static let longestPlace = 64

  /// Makes a phrasebook from phrases.
  public init(_ phrases: [String: String]) { self.phrases = phrases }

  /// Reads a language from the assets folder.
  ///
  /// - Throws: `AssetsError` when the file is missing or is not a flat JSON object of strings.
  public init(_ language: Language, in assets: AssetsFolder) throws {
    let file = "locale/\(language.rawValue).json"
    do {
      phrases = try JSONDocument(assets.read(file)).strings()
    } catch let error as AssetsError {
      throw error
    } catch {
      throw AssetsError.broken(path: assets.path(file))
    }
  }

  /// The keys that have a phrase, sorted.
  public var keys: [String] { phrases.keys.sorted() }

  /// The text of a message; its key, in brackets, when the phrasebook lacks it.
  public func callAsFunction(_ message: Message) -> String {
    guard let phrase = phrases[message.key] else { return "[\(message.key)]" }
    // One pass: braces in what fills a place are a letter's own.
    var text = ""
    var rest = phrase[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      rest = rest[open...]
      let close = rest.prefix(Self.longestPlace).firstIndex(of: "}")
      if let close, let value = message.arguments[String(rest[..<close].dropFirst())] {
        text += value
        rest = rest[close...].dropFirst()
      } else {
        text += "{"
        rest = rest.dropFirst()
      }
    }
    return text + rest
  }

  /// The text of a key with values for its places.
  public func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
    self(Message(key, arguments))
  }
}
