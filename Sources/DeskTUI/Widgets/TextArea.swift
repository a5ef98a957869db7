import DeskModel

/// Several lines of text to type, broken between words.
public struct TextArea: Hashable, Sendable {
  private var buffer: EditBuffer
  /// The column that up and down keep to.
  private var goal: Int?

  /// Makes an area; `limit` is the most characters it takes.
  public init(_ text: String = "", limit: Int = 100_000) {
    buffer = EditBuffer(TextArea.clean(text), limit: limit)
  }

  /// What is typed, with its newlines.
  public var text: String { buffer.text }
  /// Whether nothing is typed.
  public var isEmpty: Bool { buffer.characters.isEmpty }

  /// The most characters it takes.
  var limit: Int { buffer.limit }
  /// How many characters are typed.
  var count: Int { buffer.characters.count }
  /// What is wrong with a text that would not go in whole.
  func refusal(of text: String) -> Message? { buffer.refusal(of: text) }
  /// What is wrong with a text that cannot take the place of what is typed.
  func refusal(replacingBy text: String) -> Message? {
    EditBuffer.refusal(of: text, beside: 0, limit: buffer.limit)
  }

  /// Replaces the text.
  public mutating func set(_ text: String) {
    buffer = EditBuffer(TextArea.clean(text), limit: buffer.limit)
    goal = nil
  }

  /// Puts the cursor before a character.
  mutating func move(to place: Int) {
    buffer.move(to: place)
    goal = nil
  }

  /// Takes a key in a view of a size; false when it has no use for it, as for up in the first line.
  public mutating func handle(_ key: Key, size: Size) -> Bool {
    let lines = TextLines(buffer.characters, width: size.columns)
    let here = lines.line(of: buffer.cursor)
    let line = lines.ranges[here]
    switch key {
    case .up, .down, .pageUp, .pageDown:
      guard let motion = Motion(key) else { return false }
      let there = motion.target(from: here, count: lines.ranges.count, height: size.rows)
      if there == here { return false }
      moveVertically(to: lines.ranges[there], from: line)
      return true
    case .enter: buffer.insert("\n")
    case .home, .control("a"): buffer.move(to: line.lowerBound)
    case .end, .control("e"): buffer.move(to: line.upperBound)
    case .control("u"): buffer.remove(line.lowerBound..<buffer.cursor)
    case .control("k"): buffer.remove(buffer.cursor..<line.upperBound)
    default: guard buffer.handle(key) else { return false }
    }
    goal = nil
    return true
  }

  /// Puts pasted text in.
  public mutating func paste(_ text: String) {
    buffer.insert(TextArea.clean(text))
    goal = nil
  }

  /// Draws it over a canvas, scrolled so far that the cursor is in view.
  public func draw(into canvas: inout Canvas, focused: Bool) {
    let style = canvas.fillInput(focused: focused, isEmpty: isEmpty)
    let lines = TextLines(buffer.characters, width: canvas.width)
    let here = lines.line(of: buffer.cursor)
    let first = focused ? max(0, here - canvas.height + 1) : 0
    for (row, range) in lines.ranges.dropFirst(first).prefix(canvas.height).enumerated() {
      canvas.put(String(buffer.characters[range]), at: Point(row: row, column: 0), style: style)
    }
    guard focused else { return }
    let start = lines.ranges[here].lowerBound
    let before = String(buffer.characters[start..<max(start, buffer.cursor)])
    canvas.showCursor(
      at: Point(
        row: here - first, column: min(TextWidth.columns(before), max(0, canvas.width - 1))))
  }

  private mutating func moveVertically(to line: Range<Int>, from old: Range<Int>) {
    func columns(_ range: Range<Int>) -> Int {
      buffer.characters[range].reduce(0) { $0 + TextWidth.cellWidth($1) }
    }
    let wanted = goal ?? columns(old.lowerBound..<max(old.lowerBound, buffer.cursor))
    var place = line.lowerBound
    var used = 0
    while place < line.upperBound {
      used += TextWidth.cellWidth(buffer.characters[place])
      if used > wanted { break }
      place += 1
    }
    buffer.move(to: place)
    goal = wanted
  }

  /// Text with its newlines, without what would not be drawn.
  static func clean(_ text: String) -> String {
    String(
      text.compactMap { character -> Character? in
        if character.isNewline { return "\n" }
        if character == "\t" { return " " }
        return character.unicodeScalars.contains { TextRules.isForbidden($0) } ? nil : character
      })
  }
}
