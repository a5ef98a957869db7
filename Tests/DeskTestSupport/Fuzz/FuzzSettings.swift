import Foundation

/// How much is fuzzed, and from where: what `script/fuzz` asks for, else as little as fits into every run of the tests.
public struct FuzzSettings: Sendable {
  /// How many keys are pressed in all; `nil` for the little of every run.
  public let keys: Int?
  /// Where the random numbers begin.
  public let seed: UInt64
  /// Where every step is written down before it is taken; `nil` when nobody could repeat more than the run itself.
  public let folder: String?
  /// A recipe that is repeated in place of a run.
  public let recipe: String?

  /// What this process was asked for.
  public static let current = FuzzSettings(ProcessInfo.processInfo.environment)

  init(_ environment: [String: String]) {
    keys = environment["DESK_FUZZ_KEYS"].flatMap { Int($0) }
    seed = environment["DESK_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
    folder = environment["DESK_FUZZ_FOLDER"]
    recipe = environment["DESK_FUZZ_RECIPE"]
  }

  /// Says something about a long run at once, where a test's own words would come at its end.
  public func tell(_ text: String) {
    guard keys != nil || recipe != nil else { return }
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// The most memory this process has had, in megabytes.
  public static var peakMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1_024
  }
}
