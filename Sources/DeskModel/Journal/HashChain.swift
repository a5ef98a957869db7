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
    let hex = hash.prefix(8).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }
    return stride(from: 0, to: hex.count, by: 2).map { hex[$0..<min($0 + 2, hex.count)].joined() }
      .joined(separator: "-")
  }
}
