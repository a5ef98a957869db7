public import Foundation

/// Writers at one office, each a process of its own whose acknowledgements go into a file.
public struct WriterCrowd {
  /// One that works, or has worked.
  public struct Writer {
    /// The process.
    public let process: Process
    /// What it was acknowledged, a line each.
    public let acknowledged: URL

    /// Whether anything has been acknowledged yet.
    public var hasBegun: Bool {
      let size = try? acknowledged.resourceValues(forKeys: [.fileSizeKey]).fileSize
      return (size ?? 0) > 0
    }
  }

  /// An action that an office has acknowledged.
  public enum Deed: Hashable, Sendable {
    /// A letter has this agenda number and subject.
    case register(number: Int, subject: String)
    /// A case has been disposed.
    case dispose(case: Int64)
  }

  private let program: String
  private let office: String
  private let folder: URL
  private var count = 0

  /// Prepares writers of a built program at an office; their words go into a folder.
  public init(program: String, office: String, folder: URL) throws {
    self.program = program
    self.office = office
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Starts one more writer.
  ///
  /// - Parameter pause: the longest pause between two actions, in milliseconds.
  public mutating func start(rounds: Int, pause: Int) throws -> Writer {
    count += 1
    let file = folder.appendingPathComponent("\(count)")
    try Data().write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [office, "\(rounds)", "\(pause)", "\(count)"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: file)
    process.standardError = FileHandle.standardError
    try process.run()
    return Writer(process: process, acknowledged: file)
  }

  /// Everything that was acknowledged to any writer, with the microseconds that each took.
  public func deeds() throws -> [(deed: Deed, microseconds: Int)] {
    try (1...max(1, count)).flatMap { number in
      try String(contentsOf: folder.appendingPathComponent("\(number)"), encoding: .utf8)
        .split(separator: "\n").compactMap(Self.deed)
    }
  }

  private static func deed(_ line: Substring) -> (deed: Deed, microseconds: Int)? {
    let words = line.split(separator: " ", maxSplits: 3)
    guard words.count >= 3, let first = Int(words[1]), let time = Int(words[2]) else { return nil }
    switch words[0] {
    case "register" where words.count == 4:
      return (.register(number: first, subject: String(words[3])), time)
    case "dispose": return (.dispose(case: Int64(first)), time)
    default: return nil
    }
  }
}
