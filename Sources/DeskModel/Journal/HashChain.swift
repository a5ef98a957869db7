public import Foundation

/// Holds records against each other, one after the other.
///
/// A chain proves nothing to its owner unless its head is witnessed elsewhere: see ``head``.
public struct HashChain: Sendable {
  /// The place of the last record seen; 0 before the first.
  public private(set) var length: Int64 = 0
  /// The hash of the last record seen.
  public private(set) var head: Data = JournalRecord.origin

  /// Begins at the origin.
  public init() {}

  /// Takes the next record.
  ///
  /// - Throws: `JournalFault.gap` or `.broken`.
  public mutating func take(_ record: JournalRecord) throws {
    guard record.sequence == length + 1 else {
      throw JournalFault.gap(expected: length + 1, found: record.sequence)
    }
    guard record.digest(after: head) == record.hash else {
      throw JournalFault.broken(sequence: record.sequence)
    }
    length = record.sequence
    head = record.hash
  }

  /// The first 16 hex digits of a hash, in groups of four: short enough to write on paper.
  public static func shortCode(_ hash: Data) -> String {
    let bytes = Array(hash.prefix(8))
    return stride(from: 0, to: bytes.count, by: 2)
      .map { bytes[$0..<min($0 + 2, bytes.count)].hexDigits }.joined(separator: "-")
  }
}
