import DeskModel
import DeskTestSupport
import Foundation
import Testing

/// The reader meets whatever stands in a file: it answers or refuses, and never traps or hangs.
@Suite struct ReaderFuzzTests {
  /// Reads and checks that a refusal has faults with lines inside the file.
  private func feed(_ bytes: some Collection<UInt8>) {
    do {
      let reading = try ProcedureReader.reading(bytes, file: "f")
      #expect(!reading.procedure.id.rawValue.isEmpty)
    } catch {
      #expect(!error.list.isEmpty)
      let lines = bytes.count(where: { $0 == 0x0A || $0 == 0x0D }) + 2
      // YAML also breaks lines at U+0085, U+2028 and U+2029, which end in these bytes.
      let rare = bytes.count(where: { $0 == 0x85 || $0 == 0xA8 || $0 == 0xA9 })
      for fault in error.list { #expect((1...(lines + rare)).contains(fault.line)) }
    }
  }

  @Test("a good file cut off anywhere")
  func truncated() throws {
    let bytes = try ProcedureFixture.bytes("ntt-002")
    for count in stride(from: 0, to: bytes.count, by: 7) { feed(bytes.prefix(count)) }
  }

  @Test("random bytes")
  func random() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...200, using: &random)
      feed((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }

  @Test("YAML's own signs in random order")
  func signs() {
    let parts = [
      "id", "nama", "langkah", "no", "tolak", ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", "{",
      "}", "[", "]",
      ", ", "\"", "'", "#", "&a ", "*a", "!", "!!int ", "|", ">", "%", "@", "`", "? ", "~", "1",
      "---\n", "...\n",
      "\t", "\\", "\\e", "\u{2028}", "\u{FEFF}", "selesai", "<<", "é",
    ]
    var random = SeededGenerator(seed: 2)
    for _ in 0..<4_000 {
      let count = Int.random(in: 0...40, using: &random)
      let text = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      feed(Array(text.utf8))
    }
  }

  @Test("a good file with some bytes changed")
  func mutated() throws {
    let bytes = Array(try ProcedureFixture.bytes("ntt-001"))
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(
          in: 0...127, using: &random)
      }
      feed(changed)
    }
  }

  @Test(
    "nested without end",
    arguments: ["[", "{a: ", "- ", "? ", "[[", "{? [", "!x [", "a:\n "])
  func nested(_ part: String) {
    feed(Array(String(repeating: part, count: 50_000).utf8))
  }

  @Test("references that unfold into more than a machine holds")
  func laughs() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let list = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(list)]\n"
    }
    feed(Array((text + "? *a30\n: x\n").utf8))
  }

  @Test("more than is read")
  func tooLarge() throws {
    let bytes = Array(repeating: UInt8(ascii: "#"), count: 600_000)
    let faults = try #require(throws: Faults.self) {
      try ProcedureReader.reading(bytes, file: "f")
    }
    #expect(faults.list.map(\.message.key) == ["yaml.too-large"])
  }
}
