/// What stands at the beginning and the end of one page of words of the search index, by the form that FTS5 gives it
/// (`fts5_index.c`).
///
/// A page is two bytes with the place of its first letter, if it goes on with the letters of a word of an earlier page;
/// two with the place of its footer; its words, each without what it shares with the one before, and their letters;
/// and the footer, which has the place of every word.
struct SearchPage {
  /// The first letter's number, if the page goes on with those of a word of an earlier page.
  private(set) var firstLetter: Int64?
  /// The first word that begins here; `nil` if the page has no more than letters of one that began before.
  private(set) var firstWord: [UInt8]?
  /// The last word that begins here.
  private(set) var lastWord: [UInt8] = []

  /// Reads a page; `nil` if it has not that form.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 4 else { return nil }
    let letter = Int(bytes[0]) << 8 | Int(bytes[1])
    let footer = Int(bytes[2]) << 8 | Int(bytes[3])
    guard letter < footer, (4...bytes.count).contains(footer) else { return nil }
    if letter > 0 {
      var reader = SearchNumbers(bytes[letter..<footer])
      guard let number = reader.next() else { return nil }
      firstLetter = number
    }
    var steps = SearchNumbers(bytes[footer...])
    var place = 0
    while let step = steps.next() {
      guard step >= 0, step < footer - place else { return nil }
      place += Int(step)
      var reader = SearchNumbers(bytes[place..<footer])
      guard let kept = firstWord == nil ? 0 : reader.next(), let length = reader.next(),
        (0...Int64(lastWord.count)).contains(kept),
        (0...Int64(footer - reader.place)).contains(length)
      else { return nil }
      lastWord.removeLast(lastWord.count - Int(kept))
      lastWord += bytes[reader.place..<reader.place + Int(length)]
      firstWord = firstWord ?? lastWord
    }
    guard steps.place == bytes.count else { return nil }
  }
}

/// Reads the numbers of FTS5's pages: seven bits a byte, the highest first, and the last of nine bytes whole.
struct SearchNumbers {
  private let bytes: ArraySlice<UInt8>
  /// Where the next number begins.
  private(set) var place: Int

  /// Begins at the first of some bytes.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// The next number; `nil` at the end, and where one is cut off.
  mutating func next() -> Int64? {
    var number: UInt64 = 0
    for index in place..<min(place + 9, bytes.endIndex) {
      let byte = bytes[index]
      let isWhole = index == place + 8
      number = isWhole ? number << 8 | UInt64(byte) : number << 7 | UInt64(byte & 0x7f)
      if isWhole || byte < 0x80 {
        place = index + 1
        return Int64(bitPattern: number)
      }
    }
    return nil
  }
}
