import Foundation
import Synchronization

/// Ends the process when a step takes far too long: a hang becomes a crash, which leaves its recipe.
public final class Watchdog: Sendable {
  private let last = Mutex<ContinuousClock.Instant?>(.now)

  /// Watches until it is released or dismissed.
  ///
  /// The limit is wide, because a machine may be busy with other things: what hangs, hangs for ever.
  public init(_ what: String, limit: Duration = .seconds(120)) {
    let watch: @Sendable () -> Bool = { [weak self] in
      guard let beat = self?.last.withLock({ $0 }) else { return false }
      guard ContinuousClock.now - beat > limit else { return true }
      FileHandle.standardError.write(Data("\(what): no end after \(limit)\n".utf8))
      abort()
    }
    Thread.detachNewThread { while watch() { Thread.sleep(forTimeInterval: 0.5) } }
  }

  /// A step has ended.
  public func beat() { last.withLock { $0 = .now } }

  /// Nothing more is done.
  public func dismiss() { last.withLock { $0 = nil } }
}
