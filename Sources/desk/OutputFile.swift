import DeskModel
import Foundation
import Glibc

/// A file that a command writes: whole or not at all, and never over another by accident.
struct OutputFile {
  /// The absolute path.
  let path: String

  /// Names a file, or in a folder that is there already the file of that name.
  ///
  /// - Parameters:
  ///   - path: as the user gave it.
  ///   - name: what the file is called if the path is a folder.
  /// - Throws: `CommandFault.pathEmpty`.
  init(_ path: String, name: String) throws(CommandFault) {
    let full = try Workplace.absolute(path)
    self.path = Self.isFolder(full) ? full + "/" + name : full
  }

  /// Names a file of a folder.
  init(_ name: String, inside folder: String) {
    path = folder + "/" + name
  }

  /// Refuses what could not be written, before anything is.
  ///
  /// - Throws: `CommandFault`.
  func check(overwrite: Bool) throws {
    let folder = (path as NSString).deletingLastPathComponent
    guard Self.isFolder(folder) else { throw CommandFault.exportFolderMissing(folder) }
    if Self.isFolder(path) { throw CommandFault.outputFailed(path, EISDIR) }
    if !overwrite, FileManager.default.fileExists(atPath: path) {
      throw CommandFault.exportThereAlready(path)
    }
  }

  /// Writes the file beside its place and then moves it there.
  ///
  /// - Throws: `CommandFault`.
  func write(_ text: String, overwrite: Bool) throws {
    try check(overwrite: overwrite)
    let folder = (path as NSString).deletingLastPathComponent
    let beside = "\(folder)/.\((path as NSString).lastPathComponent).\(getpid()).tmp"
    func fail() -> CommandFault {
      let fault = CommandFault.outputFailed(path, errno)
      unlink(beside)
      return fault
    }
    guard let file = fopen(beside, "wx") else { throw fail() }
    let bytes = Array(text.utf8)
    let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count && fflush(file) == 0
    guard fclose(file) == 0, isWritten else { throw fail() }
    guard rename(beside, path) == 0 else { throw fail() }
  }

  /// Whether a path is a folder.
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
