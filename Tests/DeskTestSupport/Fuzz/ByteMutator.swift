/// Spoils files as disks, editors and other people's programs do, and worse.
public struct ByteMutator {
  private var dice: SeededGenerator
  private let corpus: [[UInt8]]
  private let longest: Int

  /// Begins with good files.
  ///
  /// - Parameter longest: the most bytes that come out of it.
  public init(seed: UInt64, corpus: [[UInt8]], longest: Int = 700_000) {
    dice = SeededGenerator(seed: seed)
    self.corpus = corpus
    self.longest = longest
  }

  /// One of the files, spoilt in one to six places.
  public mutating func next() -> [UInt8] {
    var bytes = roll(40) == 0 ? [] : pick(corpus) ?? []
    for _ in 0...roll(6) { mutate(&bytes) }
    return Array(bytes.prefix(longest))
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    switch roll(16) {
    case 0: for _ in 0...roll(8) { flip(&bytes) }
    case 1: for _ in 0...roll(4) { set(&bytes) }
    case 2: bytes.removeSubrange(range(in: bytes))
    case 3: bytes.removeSubrange(place(in: bytes)...)
    case 4: duplicate(&bytes)
    case 5: bytes = Array(bytes[..<place(in: bytes)]) + splice()
    case 6, 7, 8: insert(Array((pick(Self.tokens) ?? "").utf8), into: &bytes)
    case 9: insert(pick(Self.broken) ?? [], into: &bytes)
    case 10: replaceNumber(&bytes)
    case 11: nest(&bytes)
    case 12: lineEnds(&bytes)
    case 13, 14: shuffleLines(&bytes)
    default: lengthen(&bytes)
    }
  }

  private mutating func flip(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    bytes[roll(bytes.count)] ^= 1 << UInt8(roll(8))
  }

  private mutating func set(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    bytes[roll(bytes.count)] = pick(Array("{}[]:,-\"'&*!|>#%@`?~<=/\\ \t\n\r\0;0".utf8)) ?? 0
  }

  private mutating func duplicate(_ bytes: inout [UInt8]) {
    let range = range(in: bytes)
    let times = 1 + (roll(4) == 0 ? roll(300) : roll(3))
    let copies = repeatElement(bytes[range], count: times).joined().prefix(longest)
    bytes.insert(contentsOf: Array(copies), at: range.upperBound)
  }

  private mutating func splice() -> [UInt8] {
    let other = pick(corpus) ?? []
    return Array(other[place(in: other)...])
  }

  private mutating func insert(_ more: [UInt8], into bytes: inout [UInt8]) {
    bytes.insert(contentsOf: more, at: place(in: bytes))
  }

  private mutating func replaceNumber(_ bytes: inout [UInt8]) {
    let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
    guard let start = pick(digits) else { return }
    let end = bytes[start...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: Array((pick(Self.numbers) ?? "").utf8))
  }

  private mutating func nest(_ bytes: inout [UInt8]) {
    let (open, close) = pick(Self.brackets) ?? ("[", "]")
    let depth = min([3, 40, 300, 300, 5_000, 5_000, 60_000][roll(7)], longest / open.utf8.count)
    insert(Array(String(repeating: open, count: depth).utf8), into: &bytes)
    if roll(2) == 0 { insert(Array(String(repeating: close, count: depth).utf8), into: &bytes) }
  }

  private mutating func lineEnds(_ bytes: inout [UInt8]) {
    let end: [UInt8] =
      pick([[0x0D, 0x0A], [0x0D], [0x0A, 0x0D], [0xC2, 0x85], [0x0A, 0x09]]) ?? []
    let isEverywhere = roll(2) == 0
    var result: [UInt8] = []
    for byte in bytes {
      if byte == 0x0A, isEverywhere || roll(8) == 0 {
        result += end
      } else {
        result.append(byte)
      }
    }
    bytes = result
  }

  private mutating func shuffleLines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    guard lines.count > 1 else { return }
    let (a, b) = (roll(lines.count), roll(lines.count))
    switch roll(4) {
    case 0: lines.swapAt(a, b)
    case 1: lines.insert(lines[a], at: b)
    case 2: lines[a] = Array(repeating: 0x20, count: roll(9)) + lines[a]
    default: lines[a] = Array(lines[a].drop { $0 == 0x20 })
    }
    bytes = Array(lines.joined(separator: [0x0A]))
  }

  private mutating func lengthen(_ bytes: inout [UInt8]) {
    let piece = pick(["a", "é", "\u{301}", "日", "x ", "👩‍👩‍👧", "-", "&#65;", "0"]) ?? "a"
    let count = min([70, 600, 600, 5_000, 5_000, 40_000][roll(6)], longest / piece.utf8.count)
    insert(Array(String(repeating: piece, count: count).utf8), into: &bytes)
  }

  // MARK: Dice

  private mutating func roll(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &dice) }

  private mutating func pick<Value>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : values[roll(values.count)]
  }

  private mutating func place(in bytes: [UInt8]) -> Int { roll(bytes.count + 1) }

  /// Mostly a short stretch, now and then any.
  private mutating func range(in bytes: [UInt8]) -> Range<Int> {
    let start = place(in: bytes)
    let most = roll(4) == 0 ? bytes.count : 40
    return start..<min(bytes.count, start + roll(most + 1))
  }

  private static let numbers = [
    "0", "-1", "00", "99999", "100000", "2147483648", "9223372036854775807",
    "9223372036854775808", "-9223372036854775809", "99999999999999999999999999", "1e400", "0x7f",
    "1.5", "٣", "１", "",
  ]

  private static let brackets = [
    ("[", "]"), ("{", "}"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("<a>", "</a>"), ("(", ")"),
    ("\"", "\""), ("a:\n ", ""), ("<a xmlns:b='c'>", "</a>"), ("&amp;", ""), ("{\"a\":", "}"),
  ]

  private static let tokens = [
    "&a ", "*a", "&a [*a]", "<<: *a", "!!binary ", "!!int ", "!<tag:x> ", "|\n", ">-\n",
    "%YAML 9\n",
    "---\n", "...\n", "? ", ": ", "- ", " #", "\t", "~", "null", "ya", "selesai", "akhir", "[]",
    "{}",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>", "<![CDATA[", "]]>", "<?xml encoding='utf-16'?>", "<!--",
    "-->",
    "&b;", "&#0;", "&#x110000;", "xmlns:a=''", "<a/>", "</a>", "\\u0000", "\\uD800", "\\\\", "\"",
    "{urut}", "{urut:9}", "{urut:0}", "{tahun", "}", "{kode}", "@", "menit", "-3-",
    "tidak terbatas",
    "31/2/2026", "2026-13-01", "0/0/0", "29 Feb 1900", "24:00-24:01", "12.00-12.00",
    "desk", "--json", "--role", "; rm -rf /", "$(id)", "`id`", "| sh", "\n", "\r\n", "../",
    "ssh-ed25519 ", "ssh-rsa AAAA", "PRIVATE KEY", "AAAA", "====", "198001012005011001",
    "a0: &a0 [x, x, x]\na1: &a1 [*a0, *a0, *a0]\na2: [*a1, *a1, *a1]\n",
  ]

  /// Bytes that are no UTF-8, and characters that few programs expect.
  private static let broken: [[UInt8]] =
    [
      [0x00], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xC3],
      [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F, 0x91], [0x1B, 0x5B, 0x32, 0x4A],
      [0x7F], [0x08], [0x0C],
    ]
    + [
      "\u{FEFF}", "\u{202E}", "\u{2028}", "\u{85}", "\u{301}", "\u{200B}", "\u{FFFF}", "\u{E0001}",
    ]
    .map { Array($0.utf8) }
}
