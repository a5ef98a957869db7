import DeskModel

/// Text with a place in it, changed by whole clusters: what a person sees as one letter is one step.
struct EditBuffer: Hashable, Sendable {
  /// The clusters.
  private(set) var characters: [Character] = []
  /// How many of them stand before the cursor.
  private(set) var cursor = 0
  /// How many there may be.
  let limit: Int

  init(_ text: String = "", limit: Int) {
    self.limit = limit
    insert(text)
  }

  var text: String { String(characters) }

  /// Puts text before the cursor, as far as the limit goes; a mark joins the letter before it.
  mutating func insert(_ text: String) {
    let room = max(0, limit - characters.count)
    // Characters are clusters only in context: put together anew what stands on both sides.
    let head = Array(String(characters[..<cursor]) + String(text.prefix(room)))
    characters = Array(String(head) + String(characters[cursor...]))
    cursor = min(head.count, characters.count)
  }

  /// What is wrong with a text that would not go in whole: nothing is cut without a word.
  func refusal(of text: String) -> Message? {
    EditBuffer.refusal(of: text, beside: characters.count, limit: limit)
  }

  /// What is wrong with a text that is too long to stand beside a number of characters.
  static func refusal(of text: String, beside count: Int, limit: Int) -> Message? {
    // Bytes first: counting the characters of a pasted book takes longer than refusing it.
    guard text.utf8.count > limit * 16 || text.count > limit - count else { return nil }
    return Message("form.too-long", ["longest": "\(limit)"])
  }

  mutating func move(to place: Int) { cursor = max(0, min(place, characters.count)) }

  /// Takes out a range and puts the cursor there.
  mutating func remove(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<characters.count)
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  /// Does what a key does in every text; false when it does nothing there.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .left: move(to: cursor - 1)
    case .right: move(to: cursor + 1)
    case .backspace: if cursor > 0 { remove(cursor - 1..<cursor) }
    case .delete, .control("d"): if cursor < characters.count { remove(cursor..<cursor + 1) }
    case .control("w"): remove(wordStart..<cursor)
    case .alt("b"): move(to: wordStart)
    case .alt("f"): move(to: wordEnd)
    default: return false
    }
    return true
  }

  /// Where the word before the cursor begins.
  private var wordStart: Int {
    var place = cursor
    while place > 0, characters[place - 1].isWhitespace { place -= 1 }
    while place > 0, !characters[place - 1].isWhitespace { place -= 1 }
    return place
  }

  /// Where the word after the cursor ends.
  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    while place < characters.count, !characters[place].isWhitespace { place += 1 }
    return place
  }
}
