import Testing

@testable import DeskTUI

@Suite struct EditBufferTests {
  private func buffer(_ text: String, keys: [Key], limit: Int = 100) -> EditBuffer {
    var buffer = EditBuffer(text, limit: limit)
    for key in keys { _ = buffer.handle(key) }
    return buffer
  }

  @Test(arguments: [
    ("surat", [Key.left, .left, .character("X")], "surXat"),
    ("surat", [.backspace, .backspace], "sur"),
    ("surat", [.left, .delete], "sura"),
    ("satu dua  ", [.control("w")], "satu "),
    ("satu dua", [.alt("b"), .alt("b"), .character("X")], "Xsatu dua"),
    ("satu dua", [.alt("b"), .alt("b"), .alt("f"), .character("X")], "satuX dua"),
    ("", [.backspace, .delete, .left, .right, .control("w")], ""),
  ])
  func keysChangeText(_ text: String, keys: [Key], expected: String) {
    #expect(buffer(text, keys: keys).text == expected)
  }

  @Test func aMarkJoinsTheLetterBeforeItAndGoesWithIt() {
    var buffer = EditBuffer("cafe", limit: 10)
    buffer.insert("\u{301}")
    #expect(buffer.characters.count == 4)
    #expect(buffer.cursor == 4)
    _ = buffer.handle(.backspace)
    #expect(buffer.text == "caf")
  }

  @Test func textBehindTheCursorStaysBehindAnInsertedMark() {
    var buffer = EditBuffer("ab", limit: 10)
    _ = buffer.handle(.left)
    buffer.insert("\u{301}")
    buffer.insert("x")
    #expect(buffer.text == "a\u{301}xb")
  }

  @Test func theLimitIsKept() {
    var buffer = EditBuffer("abc", limit: 5)
    buffer.insert("defgh")
    #expect(buffer.text == "abcde")
    _ = buffer.handle(.character("x"))
    #expect(buffer.text == "abcde")
  }

  @Test func noSequenceOfKeysLeavesTheText() {
    let keys: [Key] = [
      .character("a"), .character("\u{301}"), .character("家"), .left, .right, .backspace, .delete,
      .control("w"), .alt("b"), .alt("f"),
    ]
    var seed: UInt64 = 42
    var buffer = EditBuffer("awal", limit: 12)
    for _ in 0..<5_000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1
      _ = buffer.handle(keys[Int(seed >> 33) % keys.count])
      #expect((0...buffer.characters.count).contains(buffer.cursor))
      #expect(Array(buffer.text) == buffer.characters)
    }
  }
}
