public import Foundation

extension Desk {
  /// Holds the journal's chain and every table against each other.
  ///
  /// - Returns: how many entries the journal has, and the hash of the last.
  /// - Throws: `JournalFault` naming the first thing that is wrong.
  public func verify() throws -> (entries: Int64, head: Data) {
    let chain = try store.read { db in
      let chain = try JournalTable(db: db).verifyChain()
      try Rebuild(db: db).verify()
      return chain
    }
    try store.write { try Rebuild(db: $0).verifySearch() }
    return (chain.length, chain.head)
  }

  /// The journal's length and the hash of its last entry.
  public func journalHead() throws -> (entries: Int64, head: Data) {
    try store.read { db in
      let head = try JournalTable(db: db).head()
      return (head.sequence, head.hash)
    }
  }
}
