/// Follows the chain from its origin, and holds what was signed against the office's key.
struct ChainCheck {
  private(set) var chain = HashChain()
  private var signatures = SignatureCheck()

  /// Takes the next record.
  ///
  /// - Throws: `JournalFault` when it is the first that is wrong.
  mutating func take(_ record: RawRecord) throws {
    let before = chain.head
    try chain.take(record)
    try signatures.take(record, after: before)
  }
}
