import Foundation
import Testing

@testable import DeskModel

/// Every sentence that the code asks for is there in both languages, with the places that the code fills.
@Suite struct PhraseTests {
  /// A place in the code that asks for a sentence, and what it puts into it; `nil` where that is computed.
  private struct Asking {
    var key: String
    var filled: Set<String>?
    var file: String
  }

  private static let phrases = Result {
    let assets = try AssetsFolder.find()
    return try Phrasebook.Language.allCases.map { language in
      try JSONDecoder().decode(
        [String: String].self, from: assets.read("locale/\(language.rawValue).json"))
    }
  }

  private static let sources = Result {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources").standardized
    let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    return try (files ?? []).filter { $0.hasSuffix(".swift") }.map { file in
      (file, try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8))
    }
  }

  private static func places(_ phrase: String) -> Set<String> {
    Set(phrase.matches(of: /\{([a-z_A-Z]+)\}/).map { String($0.1) })
  }

  /// The names before colons in a dictionary literal that begins here; `nil` if none does.
  private static func names(in code: Substring) -> Set<String>? {
    let rest = code.drop(while: \.isWhitespace)
    if rest.first == ")" { return [] }
    guard rest.first == "," else { return nil }
    let argument = rest.dropFirst().drop(while: \.isWhitespace)
    guard argument.first == "[" else { return argument.hasPrefix("candidates:") ? [] : nil }
    var depth = 0
    let literal = argument.prefix { character in
      if "[(".contains(character) { depth += 1 }
      if "])".contains(character) { depth -= 1 }
      return depth > 0
    }
    return Set(literal.matches(of: /"([a-zA-Z]+)":/).map { String($0.1) })
  }

  private static func askings() throws -> [Asking] {
    try sources.get().flatMap { file, code in
      let keys = code.matches(of: /(?:Message|phrases|text)\(\s*"([a-z][\w-]*\.[\w.-]+)"/).map {
        Asking(
          key: String($0.1), filled: names(in: code[$0.range.upperBound...]), file: file)
      }
      let refusals = code.matches(of: /Refusal\(\s*\.([a-zA-Z]+)/).map {
        Asking(
          key: "refusal.\($0.1)", filled: names(in: code[$0.range.upperBound...]), file: file)
      }
      return keys + refusals
    }
  }

  @Test func bothLanguagesHaveTheSameKeysAndPlaces() throws {
    let books = try Self.phrases.get()
    let (first, second) = (books[0], books[1])
    #expect(Set(first.keys).symmetricDifference(second.keys) == [])
    for (key, phrase) in first {
      #expect(Self.places(phrase) == Self.places(second[key] ?? ""), "\(key)")
      #expect(!phrase.isEmpty && second[key]?.isEmpty == false, "\(key)")
    }
  }

  @Test func everySentenceAskedForIsThereAndFilled() throws {
    let book = try Self.phrases.get()[0]
    let askings = try Self.askings()
    #expect(askings.count > 300, "the sources were not found")
    for asking in askings {
      guard let phrase = book[asking.key] else {
        Issue.record("\(asking.file) asks for \(asking.key), which is not there")
        continue
      }
      guard let filled = asking.filled else { continue }
      let empty = Self.places(phrase).subtracting(filled)
      #expect(empty.isEmpty, "\(asking.file) leaves \(empty) of \(asking.key) empty")
    }
    for code in Refusal.Code.allCases {
      #expect(book["refusal.\(code.rawValue)"] != nil, "\(code)")
    }
  }

  @Test func everySentenceIsAskedFor() throws {
    var asked = Set(Refusal.Code.allCases.map { "refusal.\($0.rawValue)" })
    var heads: Set<String> = []
    for (_, code) in try Self.sources.get() {
      asked.formUnion(code.matches(of: /"([\w-]+\.[\w.-]+)"/).map { String($0.1) })
      // A key put together begins with what stands before its first computed part.
      heads.formUnion(code.matches(of: /"([\w-]+\.[\w.-]*)\\\(/).map { String($0.1) })
    }
    // A suffix put behind a whole key: `way + "-late"`.
    for key in try Self.phrases.get()[0].keys where !asked.contains(key) {
      let isBuilt =
        heads.contains(where: key.hasPrefix)
        || key.lastIndex(of: "-").map { asked.contains(String(key[..<$0])) } ?? false
      #expect(isBuilt, "nothing asks for \(key)")
    }
  }

  @Test func whatFillsAPlaceIsNotFilledInItself() {
    let phrases = Phrasebook(["a": "{subject} bernomor {number} { {lain}"])
    for _ in 0..<20 {
      let text = phrases("a", ["subject": "Hal {number}", "number": "{subject}"])
      #expect(text == "Hal {number} bernomor {subject} { {lain}")
    }
  }
}
