import DeskModel

/// One line of text to type, with suggestions below if its owner has some.
///
/// A field for dates and codes is selected as a whole when it is come to: what is typed first replaces it, any other
/// editing begins in it.
public struct TextField: Hashable, Sendable {
  private var buffer: EditBuffer
  private let isReplaced: Bool
  /// Whether the next character replaces all that stands in it.
  private(set) var isSelected: Bool
  /// What could be meant, best first; set by the owner after a change.
  public private(set) var suggestions: [String] = []
  /// Whether what is typed should be one of a list and nothing in the list fits it.
  public private(set) var isUnmatched = false
  private var picked: Int?

  /// Makes a field.
  ///
  /// - Parameters:
  ///   - limit: the most characters it takes.
  ///   - isReplaced: whether it is selected as a whole when it is come to.
  public init(_ text: String = "", limit: Int = 1_000, isReplaced: Bool = false) {
    buffer = EditBuffer(TextField.line(text), limit: limit)
    self.isReplaced = isReplaced
    isSelected = isReplaced && !buffer.characters.isEmpty
  }

  /// What is typed.
  public var text: String { buffer.text }
  /// Whether nothing is typed.
  public var isEmpty: Bool { buffer.characters.isEmpty }

  /// Replaces the text and puts the cursor behind it; what stands there already stays as it is.
  public mutating func set(_ text: String) {
    if text != self.text {
      buffer = EditBuffer(TextField.line(text), limit: buffer.limit)
      isSelected = false
    }
    suggest([])
  }

  /// The suggestion that Tab and Enter take.
  public var pickedSuggestion: String? { picked.map { suggestions[$0] } }
  /// What is wrong with a text that would not go in whole.
  func refusal(of text: String) -> Message? { buffer.refusal(of: text) }

  /// Offers what could be meant; the text itself is no suggestion.
  ///
  /// - Parameters:
  ///   - pickingFirst: whether Tab and Enter take the first at once, without an arrow before.
  ///   - isOfList: whether only what a list holds is an answer, so that nothing to offer is worth a word.
  public mutating func suggest(
    _ texts: [String], pickingFirst: Bool = false, isOfList: Bool = false
  ) {
    isUnmatched = isOfList && texts.isEmpty && !isEmpty
    suggestions = texts.filter { $0 != text }
    picked = pickingFirst && !suggestions.isEmpty ? 0 : nil
  }

  /// Ends what was done in it: the suggestions go, and a field that is replaced is selected anew.
  mutating func settle() {
    suggest([])
    isSelected = isReplaced && !isEmpty
  }

  /// Takes a key; false when it has no use for it.
  public mutating func handle(_ key: Key) -> Bool {
    if handleSuggestions(key) { return true }
    let before = buffer.characters
    if case .character = key { removeSelected() }
    switch key {
    case .home, .control("a"): buffer.move(to: 0)
    case .end, .control("e"): buffer.move(to: buffer.characters.count)
    case .control("u"): buffer.remove(0..<buffer.cursor)
    case .control("k"): buffer.remove(buffer.cursor..<buffer.characters.count)
    default: guard buffer.handle(key) else { return false }
    }
    isSelected = false
    if buffer.characters != before { suggest([]) }
    return true
  }

  /// Puts pasted text in; line ends become blanks.
  public mutating func paste(_ text: String) {
    removeSelected()
    buffer.insert(TextField.line(text))
    suggest([])
  }

  private mutating func removeSelected() {
    if isSelected { buffer.remove(0..<buffer.characters.count) }
    isSelected = false
  }

  /// Takes a click at a column of the field.
  public mutating func click(column: Int, width: Int) {
    var at = firstVisible(width: width)
    var used = 0
    while at < buffer.characters.count {
      used += TextWidth.cellWidth(buffer.characters[at])
      if used > column { break }
      at += 1
    }
    buffer.move(to: at)
    isSelected = false
  }

  /// Draws it over a line, scrolled so far that the cursor is in view.
  ///
  /// - Parameter hint: what stands in it while it is empty, in the place of dots.
  public func draw(into canvas: inout Canvas, focused: Bool, hint: String? = nil) {
    let style = canvas.fillInput(focused: focused, isEmpty: isEmpty, hint: hint)
    let first = focused ? firstVisible(width: canvas.width) : 0
    let shown = String(buffer.characters[first...])
    if focused {
      let cursor = TextWidth.columns(String(buffer.characters[first..<buffer.cursor]))
      // What is out of view shows at both ends, but never in the place of the letter at the cursor.
      let ellipsis = canvas.glyphs.ellipsis
      let cut = TextWidth.clip(
        shown, to: canvas.width, ellipsis: cursor < canvas.width - 2 ? ellipsis : nil)
      canvas.put(cut, at: .zero, style: isSelected ? .focus : style)
      if first > 0, cursor > 1 { canvas.put(ellipsis, at: .zero, style: style) }
      canvas.showCursor(at: Point(row: 0, column: cursor))
    } else {
      canvas.put(shown, at: .zero, style: style)
    }
  }

  /// Draws the suggestions down a canvas, as many as fit, the picked one among them.
  public func drawSuggestions(into canvas: inout Canvas) {
    let first = max(0, (picked ?? 0) - canvas.height + 1)
    for (row, suggestion) in suggestions.dropFirst(first).prefix(canvas.height).enumerated() {
      let isPicked = first + row == picked
      canvas.fill(
        Rect(row: row, column: 0, height: 1, width: canvas.width),
        style: isPicked ? .focus : .overlay)
      let marker = isPicked ? String(canvas.glyphs.marker) : " "
      canvas.put(
        marker + suggestion, at: Point(row: row, column: 0), style: isPicked ? .focus : .overlay)
    }
  }

  /// Arrows pick a suggestion, Enter and Tab take the picked one and go on to the next field as ever, Escape sends
  /// them away.
  private mutating func handleSuggestions(_ key: Key) -> Bool {
    guard !suggestions.isEmpty else { return false }
    switch key {
    case .down: picked = min((picked ?? -1) + 1, suggestions.count - 1)
    case .up:
      guard let picked else { return false }
      self.picked = picked > 0 ? picked - 1 : nil
    case .enter, .tab:
      if let picked { set(suggestions[picked]) }
      return false
    case .escape:
      suggestions = []
      picked = nil
    default: return false
    }
    return true
  }

  /// The first cluster in view, so that the cursor is not beyond the right edge.
  private func firstVisible(width: Int) -> Int {
    var used = 1  // The cursor itself.
    var first = buffer.cursor
    while first > 0 {
      used += TextWidth.cellWidth(buffer.characters[first - 1])
      if used > width { break }
      first -= 1
    }
    return first
  }

  /// Text on one line, without what would not be drawn.
  static func line(_ text: String) -> String {
    String(
      text.compactMap { character in
        if character.isNewline || character == "\t" { return " " }
        return character.unicodeScalars.contains { TextRules.isForbidden($0) } ? nil : character
      })
  }
}
