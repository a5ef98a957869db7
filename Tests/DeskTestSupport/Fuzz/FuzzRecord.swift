import Foundation

/// What is done to the tested code, written down before it is done: after a crash it is the recipe to repeat it.
public final class FuzzRecord {
  private let path: String?
  private var file: Int32 = -1

  /// Keeps a record of this name in the folder of the run, or none when there is no folder.
  public init(_ name: String, settings: FuzzSettings = .current) {
    path = settings.folder.map { "\($0)/\(name)" }
    guard let folder = settings.folder, let path else { return }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
  }

  deinit { if file >= 0 { close(file) } }

  /// Adds a line.
  public func add(_ line: String) {
    guard file >= 0 else { return }
    put(Array((line + "\n").utf8))
  }

  /// Puts bytes in place of all that was written.
  public func replace(with bytes: [UInt8]) {
    guard file >= 0 else { return }
    ftruncate(file, 0)
    lseek(file, 0, SEEK_SET)
    put(bytes)
  }

  /// All went well: there is nothing to be repeated.
  public func discard() {
    guard let path else { return }
    unlink(path)
  }

  private func put(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
