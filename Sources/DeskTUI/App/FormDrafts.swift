public import DeskModel
import Foundation

/// The unsaved forms of the office's people, one file a person, readable only by whom the office belongs to.
public struct FormDrafts: Sendable {
  private let folder: String

  /// Uses a folder, which is made when something is first kept.
  public init(folder: String) { self.folder = folder }

  /// The drafts of a person; none when there is no file.
  ///
  /// - Throws: when the file is damaged; it is set aside then as `….rusak`, so that it is told once and never in
  ///   the way.
  public func load(of person: PersonID) throws -> [FormDraft] {
    let path = path(of: person)
    guard access(path, F_OK) == 0 else { return [] }
    return try WriterGate(folder: folder).locked { try read(path) }
  }

  /// Keeps drafts of a person and drops others: wholly or not at all, whatever happens in between.
  ///
  /// Drafts that are in neither list stay as they are: the same person may sit at a second desk, which waits while
  /// this one reads and writes.
  ///
  /// - Throws: when the folder cannot be written; what was kept before is still there then. Also when what was kept
  ///   before is damaged; then it is set aside, and the drafts are kept.
  public func keep(
    _ changed: [FormDraft], dropping gone: [FormDraft.Key], of person: PersonID
  ) throws {
    let path = path(of: person)
    let replaced = Set(gone).union(changed.map(\.key))
    if mkdir(folder, 0o700) == 0 { OpenFile.giveToOwner(made: folder) }
    do {
      try WriterGate(folder: folder).locked {
        let before = Result { try read(path) }
        let others = ((try? before.get()) ?? []).filter { !replaced.contains($0.key) }
        try write(others + changed, to: path)
        _ = try before.get()
      }
    } catch is StoreError {
      throw FormDraftsError(path: path, key: "drafts.unwritable")
    }
  }

  private func read(_ path: String) throws -> [FormDraft] {
    guard access(path, F_OK) == 0 else { return [] }
    if let data = FileManager.default.contents(atPath: path),
      let drafts = try? JSONDecoder().decode([FormDraft].self, from: data)
    {
      return drafts
    }
    let aside = path + ".rusak"
    rename(path, aside)
    throw FormDraftsError(path: aside, key: "drafts.damaged")
  }

  private func write(_ drafts: [FormDraft], to path: String) throws {
    if drafts.isEmpty {
      unlink(path)
      return
    }
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
    // Else its owner's own desk could not read what root kept here.
    OpenFile.giveToOwner(made: path)
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
