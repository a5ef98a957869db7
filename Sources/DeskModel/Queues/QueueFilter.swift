/// The counters officials look for first; each is a queue of its own.
public enum QueueFilter: String, Codable, Hashable, Sendable, CaseIterable {
  /// Everything that waits (belum ditindaklanjuti).
  case all
  /// Not opened yet (belum dibaca).
  case unread
  /// Waits for a paraf.
  case paraf
  /// Waits for the signature.
  case signature
  /// Signed, not sent (ditandatangani belum dikirim).
  case unsent
  /// For information (tembusan/untuk diketahui).
  case copies
  /// Past its due time (lewat waktu); what waits for an outside party is not: its due time moves on.
  case late
  /// Waits for an outside party.
  case suspended
}

/// How many tasks of a role each filter holds.
public struct QueueCounts: Hashable, Sendable {
  private var counts: [QueueFilter: Int]

  /// Makes counts; a filter that is missing holds nothing.
  public init(_ counts: [QueueFilter: Int] = [:]) { self.counts = counts }

  /// The number of tasks a filter holds.
  public subscript(_ filter: QueueFilter) -> Int { counts[filter] ?? 0 }
}
