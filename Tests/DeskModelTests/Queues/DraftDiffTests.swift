import Testing

@testable import DeskModel

@Suite struct DraftDiffTests {
  /// A difference in short: `+`, `-` or blank before each line, changed words in brackets.
  static func short(_ diff: DraftDiff) -> [String] {
    diff.lines.map { line in
      let sign: Character =
        switch line.change {
        case .kept: " "
        case .added: "+"
        case .removed: "-"
        }
      let isWhole = line.pieces.count == 1
      return "\(sign)"
        + line.pieces.map { $0.isChanged && !isWhole ? "[\($0.text)]" : $0.text }.joined()
    }
  }

  @Test(arguments: [
    ("a", "a", [" a"]),
    ("", "", [" "]),
    ("", "a", ["-", "+a"]),
    ("a\nb\nc", "a\nc", [" a", "-b", " c"]),
    ("a\nc", "a\nb\nc", [" a", "+b", " c"]),
    ("a\nb", "b\na", ["-a", " b", "+a"]),
    ("a\r\nb", "a\nb", [" a", " b"]),
    ("a\n", "a", [" a", "-"]),
    ("x\nx\nx", "x\nx", [" x", " x", "-x"]),
    (
      "Dengan hormat,\nkami mohon bantuan 45 keluarga di Desa Contoh.",
      "Dengan hormat,\nkami mohon bantuan 54 keluarga di Desa Contoh.",
      [
        " Dengan hormat,", "-kami mohon bantuan [45] keluarga di Desa Contoh.",
        "+kami mohon bantuan [54] keluarga di Desa Contoh.",
      ]
    ),
    ("Yth. Bupati", "Kepada Yth. Gubernur NTT", ["-Yth. Bupati", "+Kepada Yth. Gubernur NTT"]),
    (
      "satu dua tiga\nempat lima enam", "satu dua tujuh\nempat lima enam delapan",
      [
        "-satu dua [tiga]", "-empat lima enam", "+satu dua [tujuh]", "+empat lima enam[ delapan]",
      ]
    ),
  ])
  func linesAndWords(old: String, new: String, expected: [String]) {
    #expect(Self.short(DraftDiff(from: old, to: new)) == expected)
  }

  @Test func bothTextsCanBeReadBack() {
    let old = "satu\ndua\n\ntiga empat\nlima"
    let new = "satu\nenam\ntiga  empat lima\n\nlima\ntujuh"
    let lines = DraftDiff(from: old, to: new).lines
    let kept = { (change: DraftDiff.Change) in
      lines.filter { $0.change == .kept || $0.change == change }.map(\.text)
        .joined(separator: "\n")
    }
    #expect(kept(.removed) == old)
    #expect(kept(.added) == new)
  }

  @Test func aRewrittenBookIsComparedAtOnce() {
    let old = (0..<20_000).map { "lama \($0)" }.joined(separator: "\n")
    let new = "pembuka\n" + (0..<20_000).map { "baru \($0)" }.joined(separator: "\n")
    let diff = DraftDiff(from: old, to: new)
    #expect(diff.count == 40_001)
    #expect(!diff.isEmpty)
    #expect(DraftDiff(from: old, to: old).isEmpty)
  }
}
