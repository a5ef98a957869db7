import DeskModel
import Foundation

/// The user's own editor, named by `VISUAL` or `EDITOR`.
struct ExternalEditor: Sendable {
  private let command: String?

  init(environment: [String: String]) {
    command = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }
      .first { !$0.allSatisfy(\.isWhitespace) }
  }

  /// Whether there is one.
  var isNamed: Bool { command != nil }

  /// Has a text written in it. The terminal must be lent while this runs.
  ///
  /// The command is given to the shell as it stands, because people put options into these variables; the file's
  /// name is ours and quoted. Only the user can read the file.
  ///
  /// - Returns: the text as it was left; `nil` when it was not changed.
  /// - Throws: when the file cannot be made or read, or the editor says that it failed.
  func edit(_ text: String) throws -> String? {
    guard let command else { return nil }
    var template = Array((NSTemporaryDirectory() + "desk-XXXXXX.txt").utf8CString)
    let file = mkstemps(&template, 4)  // Mode 0600.
    guard file >= 0 else { throw EditorError.noFile }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    guard (try? handle.write(contentsOf: Data(text.utf8))) != nil, (try? handle.close()) != nil
    else { throw EditorError.noFile }
    let quoted = "'" + path.replacingOccurrences(of: "'", with: "'\\''") + "'"
    guard system("\(command) \(quoted)") == 0 else { throw EditorError.failed(command) }
    guard let data = FileManager.default.contents(atPath: path) else { throw EditorError.noFile }
    var edited = String(decoding: data, as: UTF8.self)
    // Editors end the last line; a text that ends without is not changed by that alone.
    if edited.hasSuffix("\n"), !text.hasSuffix("\n") { edited.removeLast() }
    return edited == text ? nil : edited
  }
}

/// Why the editor gave no text.
enum EditorError: Tellable, Equatable {
  case noFile
  case failed(String)

  var message: Message {
    switch self {
    case .noFile: Message("editor.no-file")
    case .failed(let command): Message("editor.failed", ["command": TextRules.quoted(command)])
    }
  }
}
