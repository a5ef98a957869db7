import CNcurses
import DeskTestSupport
import Glibc
import Testing

@testable import DeskTUI

@Suite struct TextWidthTests {
  @Test(
    arguments: [
      ("a", 1), (" ", 1), ("é", 1), ("e\u{301}", 1), ("a\u{300}\u{301}\u{302}", 1), ("ꦧ", 1),
      ("日", 2), ("한", 2), ("Ａ", 2), ("，", 2), ("📨", 2), ("✅", 2), ("─", 1), ("●", 1), ("…", 1),
      // Joined or disputed clusters are one replacement.
      ("👨‍👩‍👧", 1), ("🇮🇩", 1), ("👍🏽", 1), ("का", 1), ("\u{1100}\u{1161}", 1), ("䷀", 1),
      ("\u{E000}", 1), ("\u{378}", 1),
      // Text presentation of an emoji, and marks on marks.
      ("❤\u{FE0F}", 1), ("1\u{FE0F}\u{20E3}", 1),
      // Nothing to see.
      ("\u{1B}", 0), ("\u{7}", 0), ("\u{7F}", 0), ("\u{85}", 0), ("\u{9B}", 0), ("\r", 0),
      ("\u{200B}", 0), ("\u{202E}", 0), ("\u{2066}", 0), ("\u{AD}", 0), ("\u{FEFF}", 0),
      ("\u{301}", 0),
      // Spaces of every kind.
      ("\t", 1), ("\n", 1), ("\r\n", 1), ("\u{2028}", 1), ("\u{A0}", 1), ("\u{3000}", 2),
    ] as [(Character, Int)])
  func everyClusterHasOneWidth(cluster: Character, width: Int) {
    #expect(TextWidth.cellWidth(cluster) == width)
    #expect(TextWidth.columns("x\(cluster)y") == width + 2)
  }

  @Test func theTableAgreesWithTheLibraryThatCursesCountsWith() throws {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var differing: [String] = []
    for value in UInt32(0x20)...0x3FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let expected: Int32
      switch ScalarWidth(scalar) {
      case .base(let width): expected = Int32(width)
      case .mark: expected = 0
      case .dropped, .space, .unsafe: continue
      }
      if cn_wcwidth(value) != expected { differing.append(String(value, radix: 16)) }
    }
    #expect(differing.isEmpty)
  }

  @Test(arguments: [
    ("Surat biasa", "Surat biasa"),
    ("merah\u{1B}[31m", "merah[31m"),
    ("dua\nbaris\tdan\r\nlagi", "dua baris dan lagi"),
    ("balik\u{202E}kanan\u{202C}", "balikkanan"),
    ("nol\u{200B}lebar\u{FEFF}", "nollebar"),
    ("keluarga 👨‍👩‍👧", "keluarga \u{FFFD}"),
    ("Jose\u{301}", "José"),
    ("", ""),
  ])
  func printableTextHasNothingThatMovesTheCursor(text: String, shown: String) {
    #expect(TextWidth.printable(text) == shown)
    #expect(TextWidth.printable(shown) == shown)
  }

  @Test(arguments: [
    ("Undangan", 8, "Undangan"), ("Undangan", 7, "Undang…"), ("Undangan", 1, "…"),
    ("Undangan", 0, ""), ("Undangan", -3, ""), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"),
    ("日本語", 4, "日…"), ("日本語", 2, "…"), ("", 3, ""), ("é\u{301}xy", 2, "é\u{301}…"),
  ])
  func clipsWithAnEllipsis(text: String, width: Int, clipped: String) {
    #expect(TextWidth.clip(text, to: width) == clipped)
  }

  @Test(arguments: [
    (Alignment.left, "日本  "), (.right, "  日本"), (.center, " 日本 "),
  ])
  func padsToTheWidth(align: Alignment, padded: String) {
    #expect(TextWidth.pad("日本", to: 6, align: align) == padded)
  }

  @Test(arguments: [
    ("satu dua tiga", 8, ["satu dua", "tiga"]),
    ("satu dua tiga", 9, ["satu dua", "tiga"]),
    ("satu dua tiga", 3, ["sat", "u", "dua", "tig", "a"]),
    ("satu\n\ntiga", 10, ["satu", "", "tiga"]),
    ("a\r\nb", 10, ["a", "b"]),
    ("  1. menjorok", 8, ["  1.", "menjorok"]),
    ("日本語 文字", 4, ["日本", "語", "文字"]),
    ("日", 1, ["\u{FFFD}"]),
    ("", 5, [""]), ("   ", 5, [""]), ("x", 0, []),
  ])
  func wrapsBetweenWords(text: String, width: Int, lines: [String]) {
    #expect(TextWidth.wrap(text, width: width) == lines)
  }

  @Test func wrappedLinesNeverExceedTheWidthNorLoseLetters() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("ab cde é日本📨 \n-")
    for _ in 0..<500 {
      let text = String(
        (0..<Int.random(in: 0...60, using: &random)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        })
      let width = Int.random(in: 2...15, using: &random)
      let lines = TextWidth.wrap(text, width: width)
      #expect(lines.allSatisfy { TextWidth.columns($0) <= width })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " && $0 != "\n" })
    }
  }
}
