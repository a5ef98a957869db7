public import DeskTUI
import Foundation
public import Testing

/// Compares a grid with the picture kept as `__Snapshots__/<name>.txt` in the test's target.
///
/// A missing picture fails. Run the tests with `DESK_SNAPSHOTS=record` to write the pictures anew, then read them
/// in the diff before committing.
public func expectSnapshot(
  _ grid: Grid, _ name: String, testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let fault = checkSnapshot(
    GridSnapshot(grid).text, path: snapshotFolder(of: testFile) + "/\(name).txt",
    recording: ProcessInfo.processInfo.environment["DESK_SNAPSHOTS"] == "record")
  if let fault { Issue.record("\(fault)", sourceLocation: sourceLocation) }
}

/// Compares a text with the one kept in a file, or keeps it when recording.
///
/// - Returns: what is wrong; `nil` when all is well.
public func checkSnapshot(_ got: String, path: String, recording: Bool) -> String? {
  let file = URL(fileURLWithPath: path)
  if recording {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(got.utf8).write(to: file)
      return nil
    } catch {
      return "cannot write \(path): \(error)"
    }
  }
  guard let data = FileManager.default.contents(atPath: path) else {
    return "no snapshot \(path); record it with DESK_SNAPSHOTS=record\n\(got)"
  }
  let expected = String(decoding: data, as: UTF8.self)
  return GridSnapshot.difference(expected: expected, got: got).map { "\(path) differs\n\($0)" }
}

/// The folder of pictures beside the tests: `Tests/<target>/__Snapshots__`.
private func snapshotFolder(of testFile: String) -> String {
  var folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
  while folder.deletingLastPathComponent().lastPathComponent != "Tests", folder.path != "/" {
    folder.deleteLastPathComponent()
  }
  return folder.appendingPathComponent("__Snapshots__").path
}
