import Crypto
public import Foundation

/// Holds records against each other, one after the other.
///
/// A chain proves nothing to its owner unless its head is witnessed elsewhere: see ``head``.
public struct HashChain: Sendable {
  /// The place of the last record seen; 0 before the first.
  public private(set) var length: Int64 = 0
  /// The hash of the last record seen.
  public private(set) var head: Data = JournalRecord.origin
  /// The line that is hashed; kept because making room for each anew would take longer than hashing it.
  private var line = CanonicalLine()

  /// Begins at the origin.
  public init() {}

  /// Takes the next record.
  ///
  /// - Throws: `JournalFault.gap` or `.broken`.
  mutating func take(_ record: RawRecord) throws {
    guard record.sequence == length + 1 else {
      throw JournalFault.gap(expected: length + 1, found: record.sequence)
    }
    record.write(into: &line)
    let digest = Self.digest(of: line.bytes, after: head)
    guard digest == record.hash else { throw JournalFault.broken(sequence: record.sequence) }
    length = record.sequence
    head = Data(digest)
  }

  /// The hash of a canonical line that follows a record.
  static func digest(of line: [UInt8], after previous: Data) -> SHA256Digest {
    var sha = SHA256()
    sha.update(data: previous)
    sha.update(data: line)
    return sha.finalize()
  }

  /// The first 16 hex digits of a hash, in groups of four: short enough to write on paper.
  public static func shortCode(_ hash: Data) -> String {
    let bytes = Array(hash.prefix(8))
    return stride(from: 0, to: bytes.count, by: 2)
      .map { bytes[$0..<min($0 + 2, bytes.count)].hexDigits }.joined(separator: "-")
  }
}
