import DeskModel
import Foundation

/// Where the words that were searched for stand in a text, as the search takes them: at the beginnings of words,
/// capitals and accents aside.
struct Matches: Sendable {
  private let words: [String]

  init(_ searched: String) {
    words = searched.split { !Matches.isWordSign($0) }.map { Matches.folded($0) }
  }

  /// The parts that were found in a text as it is drawn, with the columns where they begin.
  func parts(of text: String) -> [(column: Int, text: String)] {
    guard !words.isEmpty else { return [] }
    var parts: [(column: Int, text: String)] = []
    var column = 0
    var start = 0
    var word: [Character] = []
    func close() {
      if let length = matched(word) { parts.append((start, String(word[..<length]))) }
      word = []
    }
    TextWidth.forEachCluster(in: text) { cluster, width in
      if Matches.isWordSign(cluster) {
        if word.isEmpty { start = column }
        word.append(cluster)
      } else {
        close()
      }
      column += width
      return true
    }
    close()
    return parts
  }

  /// How many signs of a word were found: the longest beginning that was searched for, or all of a number that
  /// only has more zeros before it.
  private func matched(_ signs: [Character]) -> Int? {
    guard !signs.isEmpty else { return nil }
    let whole = Matches.folded(String(signs))
    let lengths = words.compactMap { wanted -> Int? in
      // A single sign finds whole words only.
      if wanted.count > 1 ? whole.hasPrefix(wanted) : whole == wanted { return wanted.count }
      let isNumber = wanted.utf8.count < 4 && wanted.utf8.allSatisfy { (0x30...0x39).contains($0) }
      let isPadded = isNumber && whole.utf8.count <= 4 && whole.hasSuffix(wanted)
      return isPadded && whole.dropLast(wanted.count).allSatisfy { $0 == "0" } ? signs.count : nil
    }
    return lengths.max().map { min($0, signs.count) }
  }

  private static func isWordSign(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  private static func folded(_ text: some StringProtocol) -> String {
    String(text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil))
  }
}
