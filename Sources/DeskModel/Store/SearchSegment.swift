/// One segment of the search index: its pages held against its lines in the list of pages, by which a search finds the
/// page of a word.
///
/// SQLite's own check goes through the pages and hardly looks at the list. Of a segment that is being merged the first
/// pages are gone, but not their lines; a search then begins at the first page that is left, which may have no line.
struct SearchSegment {
  /// A line of the list of pages.
  struct Line {
    var page: Int64
    /// Whether the page's last word has so many letters that other pages tell where to skip to.
    var canSkip: Bool
    /// A beginning of the first word, as long as it takes to tell it from the word before: nothing on page 1, the
    /// whole word where a merging went on. `nil` if it is not of the type that SQLite gives it.
    var word: [UInt8]?
  }

  /// What is not as FTS5 makes it.
  enum Fault: Error, Equatable {
    /// The line of this page.
    case line(Int64)
    /// This page.
    case page(Int64)
  }

  private var lines: [Int64: Line] = [:]
  private var skipping: Set<Int64> = []
  private var skipped: Set<Int64> = []
  private var lastSkip: (height: Int64, page: Int64)?
  private var firstPage: Int64?
  private var lastLetter: Int64?
  /// The first word on the pages that are there.
  private(set) var firstWord: [UInt8]?
  /// The last word on them.
  private(set) var lastWord: [UInt8] = []

  /// Begins with the lines of the list in the order of their words.
  ///
  /// - Throws: `Fault` if that is not the order of their pages.
  init(_ list: [Line]) throws(Fault) {
    for (line, next) in zip(list, list.dropFirst()) where line.page >= next.page {
      throw .line(next.page)
    }
    for line in list {
      guard line.word != nil else { throw .line(line.page) }
      lines[line.page] = line
      if line.canSkip { skipping.insert(line.page) }
    }
  }

  /// Takes the next page of words.
  mutating func take(_ number: Int64, _ page: SearchPage) throws(Fault) {
    let isFirst = firstPage == nil
    firstPage = firstPage ?? number
    // The letters of a word are in their order, and each page of them begins with a whole number.
    if let letter = page.firstLetter {
      if let lastLetter, letter <= lastLetter { throw .page(number) }
      lastLetter = letter
    }
    guard let word = page.firstWord else { return }
    lastLetter = nil
    if let beginning = lines.removeValue(forKey: number)?.word {
      guard leads(beginning, to: word, on: number, isFirst: isFirst) else { throw .line(number) }
    } else if number == 1 || !isFirst {
      throw .line(number)
    }
    guard isFirst || lastWord.lexicographicallyPrecedes(word) else { throw .page(number) }
    firstWord = firstWord ?? word
    lastWord = page.lastWord
  }

  /// Whether a search comes by a line to the page whose first word this is, and by no other line.
  private func leads(_ line: [UInt8], to word: [UInt8], on page: Int64, isFirst: Bool) -> Bool {
    if page == 1 { return line.isEmpty }
    // The first words of the page may be gone.
    if isFirst { return !word.lexicographicallyPrecedes(line) }
    let shared = zip(lastWord, word).prefix { $0 == $1 }.count
    return line == word || line == Array(word.prefix(shared + 1))
  }

  /// Takes the next of the pages by which letters of a word are skipped; those of one word follow each other.
  mutating func takeSkips(height: Int64, _ number: Int64) throws(Fault) {
    let isNext = lastSkip.map { $0 == (height, number - 1) } ?? false
    guard skipping.contains(number) || isNext else { throw .page(number) }
    lastSkip = (height, number)
    if height == 0 { skipped.insert(number) }
  }

  /// Looks for lines that no page belongs to.
  func finish() throws(Fault) {
    if let number = lines.keys.filter({ $0 >= firstPage ?? 0 }).min() { throw .line(number) }
    if let number = skipping.subtracting(skipped).min() { throw .line(number) }
  }
}
