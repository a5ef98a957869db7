import Foundation

/// Holds what was signed against the key that the office had then.
struct SignatureCheck {
  private var publicKey: String?

  /// Looks at the next record: only a new key and a closed page concern it, all else is not even read.
  ///
  /// - Parameter previous: the hash of the record before.
  /// - Throws: `JournalFault.unsigned`, or `.unreadable`.
  mutating func take(_ record: RawRecord, after previous: Data) throws {
    guard record.isA("pageClosed") || record.isA("officeKeyed") else { return }
    let entry = try record.decoded().entry()
    switch entry.event {
    case .officeKeyed(let event): publicKey = event.publicKey
    case .pageClosed(let event):
      guard let publicKey, event.entries == record.sequence - 1, event.head == previous.hexDigits,
        OfficeKey.verify(
          event.signature, of: event.signedText(at: entry.at, by: entry.actor), by: publicKey)
      else { throw JournalFault.unsigned(sequence: record.sequence) }
    default: break
    }
  }
}
