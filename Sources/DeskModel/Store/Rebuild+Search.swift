import Foundation
import GRDB

extension Rebuild {
  /// Holds the search index against the letters; SQLite calls this a write, though it changes nothing.
  ///
  /// - Throws: `JournalFault.differs`.
  func verifySearch() throws {
    do {
      try db.execute(
        sql: "INSERT INTO letter_search (letter_search, rank) VALUES ('integrity-check', 1)")
    } catch let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_ERROR].contains(error.resultCode)
    {
      throw JournalFault.differs(table: "letter_search", row: "—")
    }
    // SQLite reads the lengths whatever their type.
    let other = try Int64.fetchOne(
      db, sql: "SELECT id FROM letter_search_docsize WHERE typeof(sz) <> 'blob' LIMIT 1")
    if let other { throw JournalFault.differs(table: "letter_search_docsize", row: "id=\(other)") }
    try verifySearchPages()
  }

  /// What SQLite's own check passes over, though a search goes by it: whether the list of pages leads to each page, and
  /// whether each page is one that the index has.
  ///
  /// By the form of FTS5's tables (`fts5_index.c`): an id is 16 bits of the segment, one for pages to skip by, five of
  /// their height, 31 of the page; 1 and 10 are SQLite's own records; a line's number is twice its page, and one more
  /// if there are pages to skip by.
  private func verifySearchPages() throws {
    guard let structure = SearchStructure(try searchRecord()) else { throw Self.record }
    let numbers = structure.levels.flatMap(\.segments).map(\.number)
    var list = try searchList()
    var segments: [Int64: SearchSegment] = [:]
    for number in numbers {
      segments[number] = try Self.naming(number) { () throws(SearchSegment.Fault) in
        try SearchSegment(list.removeValue(forKey: number) ?? [])
      }
    }
    if let (number, lines) = list.min(by: { $0.key < $1.key }) {
      throw Self.named(.line(lines.first?.page ?? 0), number)
    }
    let pages = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, CASE typeof(block) WHEN 'blob' THEN block END FROM letter_search_data
        ORDER BY id
        """)
    while let row = try pages.next() {
      let id: Int64 = try row[0]
      let (number, page) = (id >> 37, id & 0x7fff_ffff)
      let block: Data? = try row[1]
      try Self.naming(number) { () throws(SearchSegment.Fault) in
        guard let block else { throw .page(page) }
        if id == 1 || id == 10 { return }
        guard segments[number] != nil else { throw .page(page) }
        if id >> 36 & 1 == 1 {
          try segments[number]?.takeSkips(height: id >> 31 & 31, page)
        } else if id >> 31 & 31 == 0, let words = SearchPage([UInt8](block)) {
          try segments[number]?.take(page, words)
        } else {
          throw .page(page)
        }
      }
    }
    for number in numbers {
      try Self.naming(number) { () throws(SearchSegment.Fault) in
        try segments[number]?.finish()
      }
    }
    for (index, level) in structure.levels.enumerated() where level.merging > 0 {
      // A merging goes on where it stopped: what it has written comes before all that is left.
      guard structure.levels.indices.contains(index + 1),
        let target = structure.levels[index + 1].segments.last,
        let written = segments[target.number]?.lastWord,
        level.segments.prefix(level.merging).allSatisfy({ source in
          source.isSpent
            || segments[source.number]?.firstWord.map(written.lexicographicallyPrecedes) ?? true
        })
      else { throw Self.record }
    }
  }

  /// SQLite's record of the segments.
  private func searchRecord() throws -> [UInt8] {
    [UInt8](
      try Data.fetchOne(db, sql: "SELECT block FROM letter_search_data WHERE id = 10") ?? Data())
  }

  /// The list of pages, by segment, in the order of their words.
  private func searchList() throws -> [Int64: [SearchSegment.Line]] {
    var list: [Int64: [SearchSegment.Line]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT segid, pgno, CASE typeof(term) WHEN 'blob' THEN term END FROM letter_search_idx
        ORDER BY segid, term
        """)
    while let row = try rows.next() {
      let (segment, page): (Int64, Int64) = (try row[0], try row[1])
      let word: Data? = try row[2]
      list[segment, default: []].append(
        SearchSegment.Line(page: page >> 1, canSkip: page & 1 == 1, word: word.map { [UInt8]($0) }))
    }
    return list
  }

  private static let record = named(.page(10), 0)

  /// The fault as the journal's, with the row's key.
  private static func named(_ fault: SearchSegment.Fault, _ segment: Int64) -> JournalFault {
    switch fault {
    case .line(let page):
      .differs(table: "letter_search_idx", row: "segid=\(segment) pgno=\(page)")
    case .page(let page):
      .differs(table: "letter_search_data", row: "segid=\(segment) pgno=\(page)")
    }
  }

  private static func naming<Result>(
    _ segment: Int64, _ body: () throws(SearchSegment.Fault) -> Result
  ) throws(JournalFault) -> Result {
    do { return try body() } catch { throw named(error, segment) }
  }
}
