import DeskModel
import Testing

@Suite struct TextRulesTests {
  @Test(arguments: [
    ("  Dinas   Sosial \t\n Kota ", "Dinas Sosial Kota"), ("a\r\nb", "a b"),
    ("\u{a0}a\u{2028}b", "a b"),
    ("", ""), (" \n ", ""), ("Émile 日本 👨‍👩‍👧", "Émile 日本 👨‍👩‍👧"),
  ])
  func putsTextOnOneLine(_ text: String, _ line: String) {
    #expect(TextRules.line(text) == line)
  }

  @Test(arguments: [
    "a\u{1b}[31mb", "a\u{0}b", "\u{7}", "a\u{7f}", "a\u{9b}31m", "a\u{202e}b", "a\u{2066}b",
    "a\u{200b}b", "a\u{61c}b", "\u{feff}a", "a\u{e0041}b",
  ])
  func refusesWhatWouldAct(_ text: String) {
    #expect(TextRules.line(text) == nil)
    #expect(TextRules.lines("baris\n" + text) == nil)
    #expect(!TextRules.quoted(text).unicodeScalars.contains { $0.properties.isBidiControl })
    #expect(!TextRules.quoted(text).unicodeScalars.contains("\u{1b}"))
  }

  @Test(arguments: [
    ("satu\ndua", "satu\ndua"), ("\n\n satu \r\n\r\n dua\n\n", "satu\n\ndua"), ("\n", ""),
  ])
  func keepsLines(_ text: String, _ lines: String) {
    #expect(TextRules.lines(text) == lines)
  }

  @Test func quotesShortly() {
    #expect(TextRules.quoted("a\nb") == "a b")
    #expect(TextRules.quoted(String(repeating: "x", count: 40)).count == 40)
    #expect(TextRules.quoted(String(repeating: "x", count: 41)).count == 41)
    #expect(TextRules.quoted(String(repeating: "x", count: 41)).hasSuffix("…"))
  }
}
