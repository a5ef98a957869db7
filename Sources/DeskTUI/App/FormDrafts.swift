public import DeskModel
import Foundation

/// The unsaved forms of the office's people, one file a person, readable by its owner only.
public struct FormDrafts: Sendable {
  private let folder: String

  /// Uses a folder, which is made when something is first kept.
  public init(folder: String) { self.folder = folder }

  /// The drafts of a person; none when there is no file or it cannot be read as one.
  ///
  /// A file that is damaged is put aside as `….bad`, so that it is offered once and never in the way.
  public func load(of person: PersonID) throws -> [FormDraft] {
    let path = path(of: person)
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    guard let drafts = try? JSONDecoder().decode([FormDraft].self, from: data) else {
      rename(path, path + ".bad")
      throw FormDraftsError(path: path, key: "drafts.damaged")
    }
    return drafts
  }

  /// Keeps drafts of a person and drops others: wholly or not at all, whatever happens in between.
  ///
  /// Drafts that are in neither list stay as they are: the same person may sit at a second desk.
  ///
  /// - Throws: when the folder cannot be written; what was kept before is still there then.
  public func keep(
    _ changed: [FormDraft], dropping gone: [FormDraft.Key], of person: PersonID
  ) throws {
    let replaced = Set(gone).union(changed.map(\.key))
    let others = ((try? load(of: person)) ?? []).filter { !replaced.contains($0.key) }
    try write(others + changed, of: person)
  }

  private func write(_ drafts: [FormDraft], of person: PersonID) throws {
    let path = path(of: person)
    if drafts.isEmpty {
      unlink(path)
      return
    }
    mkdir(folder, 0o700)
    let unfinished = "\(path).\(getpid())"
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      try write(encoder.encode(drafts), to: unfinished)
      guard rename(unfinished, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      unlink(unfinished)
      throw FormDraftsError(path: path, key: "drafts.unwritable")
    }
  }

  private func write(_ data: Data, to path: String) throws {
    unlink(path)
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw CocoaError(.fileWriteNoPermission) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    try handle.write(contentsOf: data)
    guard fsync(file) == 0 else { throw CocoaError(.fileWriteOutOfSpace) }
    try handle.close()
  }

  /// Identifiers are slugs; what is none cannot lead out of the folder.
  private func path(of person: PersonID) -> String {
    let name = person.rawValue.utf8.map { byte -> String in
      let isPlain = byte > 0x7F || isalnum(Int32(byte)) != 0 || byte == UInt8(ascii: "-")
      return isPlain && byte < 0x80
        ? String(UnicodeScalar(byte)) : "_" + String(byte, radix: 16)
    }
    return folder + "/" + name.joined() + ".json"
  }
}

/// Why unsaved forms could not be kept or read.
struct FormDraftsError: Tellable, Equatable {
  let path: String
  let key: String

  var message: Message { Message(key, ["path": path]) }
}
