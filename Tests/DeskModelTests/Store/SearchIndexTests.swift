import DeskTestSupport
import Foundation
import GRDB
import Testing

@testable import DeskModel

/// The pages of the search index, in an index so large that a word has pages of letters.
@Suite struct SearchIndexTests {
  /// An index of invented letters, entered one by one as a desk does, with some corrected; as SQLite merges it by
  /// itself, and half way through a merging that goes on.
  private static func index(_ count: Int, batch: Int = 1, seed: UInt64, merging: Bool) throws
    -> DatabaseQueue
  {
    var random = SeededGenerator(seed: seed)
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: "", configuration: configuration)
    try Schema.migrator.migrate(queue)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      let syllables = ["ba", "du", "ka", "lo", "mi", "na", "re", "si", "to", "yu"]
      let often = Array(repeating: "Permohonan", count: 5).joined(separator: " ")
      func word(_ longest: Int) -> String {
        (0..<Int.random(in: 1...longest, using: &random)).map { _ in
          syllables[Int.random(in: 0..<syllables.count, using: &random)]
        }.joined()
      }
      for first in stride(from: 1, through: count, by: batch) {
        try db.inTransaction {
          for id in first..<first + batch {
            let subject = (0..<6).map { _ in word(4) }.joined(separator: " ")
            try db.execute(
              sql: """
                INSERT INTO letter (id, kind, secrecy, urgency, sender, subject, body,
                  registered_at, registered_by, number) VALUES (?, '', '', '', ?, ?, '{}', 0, '', ?)
                """, arguments: [id, "Dinas " + word(2), "\(often) \(subject)", "\(id)/2026"])
          }
          try db.execute(
            sql: "UPDATE letter SET subject = subject || ? WHERE id = ?",
            arguments: [" " + word(3), Int.random(in: 1..<first + batch, using: &random)])
          return .commit
        }
        // So large a segment has pages to skip by.
        if !merging, first == count / 6 * 5 / batch * batch + 1 {
          try db.execute(sql: "INSERT INTO letter_search (letter_search) VALUES ('optimize')")
        }
      }
      if merging {
        try db.execute(
          sql: "INSERT INTO letter_search (letter_search, rank) VALUES ('merge', -16)")
      }
    }
    return queue
  }

  private static let plain = Result { try index(3_640, batch: 20, seed: 1, merging: false) }
  private static let merged = Result { try index(1_500, batch: 20, seed: 2, merging: true) }

  /// What a change of the index is named by; the change is taken back.
  private func fault(_ queue: DatabaseQueue, _ change: (Database) throws -> Void) throws
    -> JournalFault?
  {
    var found: JournalFault?
    // A connection of its own: one that has read the index keeps what it has read.
    let copy = try DatabaseQueue(path: "")
    try queue.backup(to: copy)
    try copy.inDatabase { db in
      try change(db)
      do { try Rebuild(db: db).verifySearch() } catch let fault as JournalFault { found = fault }
    }
    return found
  }

  private static func isNamed(_ fault: JournalFault?) -> Bool {
    guard case .differs(let table, _)? = fault else { return false }
    return table.hasPrefix("letter_search")
  }

  @Test(arguments: [(1, false), (1, true), (2, true), (3, true)])
  func asSQLiteMakesItItIsWhole(_ seed: UInt64, _ merging: Bool) throws {
    let queue = try Self.index(400, seed: seed, merging: merging)
    for _ in 0..<30 {
      #expect(try fault(queue) { _ in } == nil)
      try queue.inDatabase { db in
        try db.execute(sql: "INSERT INTO letter_search (letter_search, rank) VALUES ('merge', 3)")
        try db.execute(sql: "UPDATE letter SET subject = subject || ' susulan' WHERE id % 97 = 1")
      }
    }
    for deed in ["optimize", "rebuild", "optimize"] {
      try queue.inDatabase { db in
        try db.execute(
          sql: "INSERT INTO letter_search (letter_search) VALUES (?)", arguments: [deed])
      }
      #expect(try fault(queue) { _ in } == nil)
    }
  }

  /// The indices have what the other tests are about.
  @Test func theIndicesHaveManyPages() throws {
    let (plain, merged) = (try Self.plain.get(), try Self.merged.get())
    try plain.inDatabase { db in
      let counts = try #require(
        try Row.fetchOne(
          db,
          sql: """
            SELECT count(*), total(id >> 36 & 1), total(hex(substr(block, 3, 2)) =
              printf('%04X', length(block))) FROM letter_search_data WHERE id > 10
            """))
      let found = try (0..<3).map { try counts.decode(Int.self, atIndex: $0) }
      #expect(found[0] > 100 && found[1] > 0 && found[2] > 4, "\(found)")
    }
    try merged.inDatabase { db in
      let trimmed = try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM (SELECT min(id & 0x7fffffff) AS first FROM letter_search_data
            WHERE id > 10 AND NOT id >> 36 & 1 GROUP BY id >> 37) WHERE first > 1
          """)
      #expect(try #require(trimmed) > 0)
    }
  }

  @Test func aLengthKeptAsAnotherTypeIsNamed() throws {
    let found = try fault(Self.plain.get()) { db in
      try db.execute(
        sql: "UPDATE letter_search_docsize SET sz = CAST(sz AS TEXT) WHERE id = 7")
    }
    #expect(found == .differs(table: "letter_search_docsize", row: "id=7"))
  }

  /// The rows of a query over one of the indices.
  private func rows(_ queue: DatabaseQueue, _ sql: String) throws -> [Row] {
    try queue.inDatabase { try Row.fetchAll($0, sql: sql) }
  }

  /// The lines of pages that are there with their first word; no search goes by the others.
  private static let lines = """
    SELECT segid, term, pgno FROM letter_search_idx l WHERE pgno >> 1 > (
      SELECT iif(min(id & 0x7fffffff) = 1, 0, min(id & 0x7fffffff))
      FROM letter_search_data WHERE id >> 37 = l.segid)
    """

  @Test(arguments: [plain, merged]) func aChangedLineIsNamed(
    _ index: Result<DatabaseQueue, any Error>
  ) throws {
    let queue = try index.get()
    var random = SeededGenerator(seed: 4)
    for row in try rows(queue, Self.lines).shuffled(using: &random).prefix(60) {
      let (segment, word, page): (Int64, Data, Int64) = (
        try row.decode(atIndex: 0), try row.decode(atIndex: 1), try row.decode(atIndex: 2)
      )
      var other = [UInt8](word)
      switch Int.random(in: 0..<3, using: &random) {
      case 0 where !other.isEmpty: other.removeLast()
      case 1 where !other.isEmpty:
        other[Int.random(in: other.indices, using: &random)] ^=
          1
          << UInt8.random(
            in: 0..<7, using: &random)
      default: other.append(UInt8(ascii: "a"))
      }
      // The whole word leads to its page too; SQLite itself writes it where a merging went on.
      let block: Data = try #require(
        try rows(
          queue,
          """
          SELECT block FROM letter_search_data WHERE id = \(segment << 37 | page >> 1)
          """
        ).first
      ).decode(atIndex: 0)
      if try #require(SearchPage([UInt8](block))).firstWord == other { continue }
      let found = try fault(queue) { db in
        try db.execute(
          sql: "UPDATE OR REPLACE letter_search_idx SET term = ? WHERE segid = ? AND term = ?",
          arguments: [Data(other), segment, word])
      }
      #expect(Self.isNamed(found), "segid=\(segment) pgno=\(page >> 1)")
    }
    for row in try rows(queue, "SELECT segid, term FROM letter_search_idx")
      .shuffled(using: &random).prefix(40)
    {
      let (segment, word): (Int64, Data) = (
        try row.decode(atIndex: 0), try row.decode(atIndex: 1)
      )
      for sql in [
        "UPDATE letter_search_idx SET pgno = pgno + 1 - 2 * (pgno & 1)",
        "UPDATE letter_search_idx SET term = CAST(term AS TEXT)",
      ] {
        let found = try fault(queue) { db in
          try db.execute(sql: sql + " WHERE segid = ? AND term = ?", arguments: [segment, word])
        }
        #expect(Self.isNamed(found), "\(sql) \(segment) \(word)")
      }
    }
  }

  @Test(arguments: [plain, merged]) func twoPagesInEachOthersPlaceAreNamed(
    _ index: Result<DatabaseQueue, any Error>
  ) throws {
    let queue = try index.get()
    var random = SeededGenerator(seed: 5)
    // A segment of one page is a whole one in another's place too.
    let ids = try rows(
      queue,
      """
      SELECT id FROM letter_search_data WHERE id > 10 AND NOT id >> 36 & 1 AND id >> 37 IN
        (SELECT id >> 37 FROM letter_search_data GROUP BY id >> 37 HAVING count(*) > 2) ORDER BY id
      """
    ).map { try $0.decode(Int64.self, atIndex: 0) }
    var pairs = zip(ids, ids.dropFirst()).shuffled(using: &random).prefix(40).map { ($0, $1) }
    for _ in 0..<40 {
      let two = ids.shuffled(using: &random).prefix(2)
      pairs.append((two[0], two[1]))
    }
    // Pages of one word's letters.
    let letters = try rows(
      queue,
      """
      SELECT id FROM letter_search_data WHERE id > 10 AND NOT id >> 36 & 1
        AND hex(substr(block, 3, 2)) = printf('%04X', length(block))
      """
    ).map { try $0.decode(Int64.self, atIndex: 0) }
    pairs += letters.filter { letters.contains($0 + 1) }.map { ($0, $0 + 1) }
    for (one, other) in pairs {
      let found = try fault(queue) { db in
        try db.execute(
          sql: """
            CREATE TEMP TABLE kept AS SELECT * FROM letter_search_data WHERE id IN (:one, :other)
            """, arguments: ["one": one, "other": other])
        try db.execute(
          sql: """
            UPDATE letter_search_data
            SET block = (SELECT block FROM kept k WHERE k.id = :one + :other - letter_search_data.id)
            WHERE id IN (:one, :other)
            """, arguments: ["one": one, "other": other])
      }
      #expect(Self.isNamed(found), "\(one) \(other)")
    }
  }

  @Test func whatIsNoPartOfTheIndexIsNamed() throws {
    let queue = try Self.merged.get()
    for sql in [
      // A segment with its line, and one of whose pages nobody knows.
      """
      INSERT INTO letter_search_data SELECT (777 << 37) + 1, block FROM letter_search_data
        WHERE id = (SELECT max(id) FROM letter_search_data WHERE NOT id >> 36 & 1);
      INSERT INTO letter_search_idx VALUES (777, x'', 2);
      """,
      "INSERT INTO letter_search_data VALUES (2, x'00')",
      // Pages to skip by, where there is nothing to skip.
      """
      INSERT INTO letter_search_data
        SELECT segid << 37 | 1 << 36 | pgno >> 1, x'00' FROM letter_search_idx LIMIT 1
      """,
      "UPDATE letter_search_data SET block = CAST(block AS TEXT) WHERE id = 10",
    ] {
      #expect(Self.isNamed(try fault(queue) { try $0.execute(sql: sql) }), "\(sql)")
    }
  }

  /// A merging that never began would be gone on with, and what it wrote would be out of order.
  @Test func anInventedMergingIsNamed() throws {
    let queue = try Self.plain.get()
    let record = try #require(
      try rows(queue, "SELECT block FROM letter_search_data WHERE id = 10").first
    ).decode(Data.self, atIndex: 0)
    let structure = try #require(SearchStructure([UInt8](record)))
    let level = try #require(
      structure.levels.indices.dropLast().first {
        structure.levels[$0].segments.count > 1 && !structure.levels[$0 + 1].segments.isEmpty
      }, "\(structure.levels.map(\.segments.count))")
    #expect(structure.levels.allSatisfy { $0.merging == 0 })
    // Each level begins with how many are merged, after the levels before it.
    var reader = SearchNumbers([UInt8](record)[4...])
    for _ in 0..<3 { _ = reader.next() }
    for before in structure.levels[..<level] {
      for _ in 0..<2 + 3 * before.segments.count { _ = reader.next() }
    }
    var changed = record
    changed[reader.place] = 2
    let found = try fault(queue) { db in
      try db.execute(
        sql: "UPDATE letter_search_data SET block = ? WHERE id = 10", arguments: [changed])
    }
    #expect(found == .differs(table: "letter_search_data", row: "segid=0 pgno=10"))
  }

  // MARK: - Pages as values

  @Test func aPageIsRead() throws {
    // "ab" and "abc", each with a letter.
    let words = try #require(
      SearchPage([0, 0, 0, 17, 2, 0x61, 0x62, 7, 4, 3, 2, 2, 1, 0x63, 9, 2, 4, 4, 7]))
    #expect(words.firstWord == [0x61, 0x62] && words.lastWord == [0x61, 0x62, 0x63])
    #expect(words.firstLetter == nil)
    let letters = try #require(SearchPage([0, 4, 0, 8, 0x81, 0x00, 2, 3]))
    #expect(letters.firstLetter == 128 && letters.firstWord == nil)
  }

  @Test(
    arguments: [
      [], [0, 0, 0], [0, 0, 0, 3], [0, 0, 0, 5], [0, 9, 0, 4], [0, 4, 0, 5, 0x81],
      // A word longer than the page, one that keeps more than there is, a footer that is cut off or leads too far.
      [0, 0, 0, 6, 9, 0x61, 4], [0, 0, 0, 9, 1, 0x61, 5, 1, 0x62, 4, 2],
      [0, 0, 0, 6, 1, 0x61, 0x81],
      [0, 0, 0, 6, 1, 0x61, 6],
    ] as [[UInt8]]) func whatIsNoPageIsNotRead(_ bytes: [UInt8])
  {
    #expect(SearchPage(bytes) == nil)
  }

  @Test func numbersAreRead() {
    var numbers = SearchNumbers([0x7f, 0x81, 0x00] + Array(repeating: 0xff, count: 9) + [0x80])
    #expect(numbers.next() == 127 && numbers.next() == 128 && numbers.next() == -1)
    #expect(numbers.next() == nil && numbers.place == 12)
  }
}
