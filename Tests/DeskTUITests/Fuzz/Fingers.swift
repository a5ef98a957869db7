import DeskTUI
import DeskTestSupport

/// Presses what nobody would press in that order: the same again for the same seed.
struct Fingers {
  private var dice: SeededGenerator
  private let table = CommandTable.standard

  init(seed: UInt64) { dice = SeededGenerator(seed: seed) }

  /// A number of `0..<bound`.
  mutating func roll(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &dice) }

  /// What comes next where the keyboard is: a few events at once.
  mutating func next(in context: CommandContext?, on size: Size) -> [TerminalEvent] {
    switch roll(100) {
    case 0..<40 where context == .dialog && roll(2) == 0:
      DialogDriver.practicePIN.map { .key(.character($0)) } + [.key(.enter)]
    case 0..<40: [.key(commandKey(in: context))]
    case 40..<52: (0...roll(4)).map { _ in .key(pick(Fingers.moves)) }
    case 52..<62: pick(Fingers.words).map { .key(.character($0)) }
    case 62..<68: [.key(.enter)]
    case 68..<71: [.key(.escape)]
    case 71..<77: [.key(pick([.tab, .tab, .tab, .backTab]))]
    case 77..<81: [.key(.character(pick(["y", "t", " ", "i"])))]
    case 81..<86: [.key(strayKey())]
    case 86..<89: [.paste(pick(Fingers.pastes))]
    case 89..<96: mouse(on: size)
    case 96..<98: [.resize(anySize())]
    default: [.wake, .timeout]
    }
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }

  /// A key that means something here; the desk is left seldom, or nothing would ever be done.
  private mutating func commandKey(in context: CommandContext?) -> Key {
    let commands = context.map { table.commands(in: $0) } ?? []
    guard !commands.isEmpty else { return .escape }
    let command = pick(commands)
    if command.id == .quit, roll(20) > 0 { return .enter }
    return command.keys.isEmpty ? .enter : pick(command.keys)
  }

  private mutating func strayKey() -> Key {
    switch roll(5) {
    case 0: .control(pick(Array("abcdefghijklmnopqrstuvwxyz@[\\]^_")))
    case 1: .alt(pick(Array("azAZ09[]<:é")))
    case 2: .function(1 + roll(63))
    case 3: .character(pick(Array("\u{0}\u{7F}é日📨👩‍👩‍👧e\u{301}\u{200B}\u{202E}ﷺ{}\"'\\")))
    default: .character(Character(Unicode.Scalar(UInt8(32 + roll(95)))))
    }
  }

  private mutating func mouse(on size: Size) -> [TerminalEvent] {
    let point = Point(row: roll(size.rows + 4) - 2, column: roll(size.columns + 4) - 2)
    let kinds: [MouseEvent.Kind] = [
      .press(.left), .press(.left), .press(.right), .press(.middle), .doubleClick, .wheelUp,
      .wheelDown,
    ]
    return [.mouse(MouseEvent(pick(kinds), at: point)), .mouse(MouseEvent(.release, at: point))]
  }

  private mutating func anySize() -> Size {
    let usual = [Size(rows: 24, columns: 80), Size(rows: 43, columns: 132)]
    return roll(3) == 0 ? Size(rows: 1 + roll(60), columns: 1 + roll(200)) : pick(usual)
  }

  private static let moves: [Key] = [
    .up, .down, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace, .delete,
    .insert,
  ]

  /// What people type at a desk, so that forms are now and then filled in well enough to be saved.
  private static let words = [
    "Panti Contoh", "7/PC/2026", "1/3", "27/2/2026", "31/2", "-", "+", "Permohonan bantuan",
    "undangan rapat", "0001", "0003", "sekretaris", "rehsos", "umum", "kadis", "lansia", "staf",
    "400.9.2", "999", "Pos", "Lemari 2", "Perbaiki jumlahnya", "keluar", "nota", "lewat",
    "/etc/passwd", "/", "Yth. Kepala Balai\u{301}, 日本 📨",
  ]

  private static let pastes = [
    "", "\n", "dua\nbaris\r\ndan\ttab", "\u{1B}[2J\u{7}\u{9B}31m", "\u{202E}terbalik\u{202C}",
    "👩‍👩‍👧‍👦🇮🇩❤️ e\u{301}\u{301}\u{301}", String(repeating: "panjang sekali ", count: 300),
    String(repeating: "日", count: 500), String(repeating: "\u{301}", count: 200),
    "\u{FEFF}\u{0}\u{85}\u{2028}\u{2029}", "27/2/2026", "Anak \u{1F468}\u{200D}",
  ]
}
