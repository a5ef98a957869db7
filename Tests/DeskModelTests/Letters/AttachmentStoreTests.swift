import DeskModel
import Foundation
import Glibc
import Testing

@Suite struct AttachmentStoreTests {
  /// A folder of its own for each test, gone afterwards.
  private final class Folder {
    let path: String

    init() {
      path =
        FileManager.default.temporaryDirectory
        .appendingPathComponent("desk-lampiran-\(UUID().uuidString)").path
      try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String, _ bytes: Data) -> String {
      _ = FileManager.default.createFile(atPath: "\(path)/\(name)", contents: bytes)
      return "\(path)/\(name)"
    }
  }

  @Test func keepsAFileUnderItsHash() throws {
    let folder = Folder()
    let store = AttachmentStore(root: "\(folder.path)/lampiran")
    let attachment = try store.store(folder.file("surat.pdf", Data("abc".utf8)))
    #expect(attachment.name == "surat.pdf")
    #expect(attachment.size == 3)
    #expect(
      attachment.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(FileManager.default.contents(atPath: store.path(of: attachment)) == Data("abc".utf8))
    #expect(try store.isIntact(attachment))
  }

  @Test func storesTheSameBytesOnce() throws {
    let folder = Folder()
    let store = AttachmentStore(root: "\(folder.path)/lampiran")
    let first = try store.store(folder.file("satu.pdf", Data("abc".utf8)))
    let before = try FileManager.default.attributesOfItem(atPath: store.path(of: first))
    let second = try store.store(folder.file("dua.pdf", Data("abc".utf8)))
    let after = try FileManager.default.attributesOfItem(atPath: store.path(of: second))
    #expect(second.name == "dua.pdf")
    #expect(second.sha256 == first.sha256)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
  }

  @Test func readsFilesLargerThanItsBuffer() throws {
    let folder = Folder()
    let store = AttachmentStore(root: "\(folder.path)/lampiran")
    let bytes = Data((0..<700_001).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    let attachment = try store.store(folder.file("besar.bin", bytes))
    #expect(attachment.size == 700_001)
    #expect(FileManager.default.contents(atPath: store.path(of: attachment)) == bytes)
    let empty = try store.store(folder.file("kosong", Data()))
    #expect(empty.size == 0)
  }

  @Test func replacesAnAttachmentThatWasCutShort() throws {
    let folder = Folder()
    let store = AttachmentStore(root: "\(folder.path)/lampiran")
    let source = folder.file("surat.pdf", Data("abc".utf8))
    let attachment = try store.store(source)
    #expect(chmod(store.path(of: attachment), 0o640) == 0)
    try Data("a".utf8).write(to: URL(fileURLWithPath: store.path(of: attachment)))
    #expect(try !store.isIntact(attachment))
    #expect(try store.store(source) == attachment)
    #expect(try store.isIntact(attachment))
  }

  @Test func tellsWhyAFileCannotBeTaken() throws {
    let folder = Folder()
    let store = AttachmentStore(root: "\(folder.path)/lampiran")
    #expect(throws: AttachmentFault.missing("\(folder.path)/tidak-ada")) {
      try store.store("\(folder.path)/tidak-ada")
    }
    #expect(throws: AttachmentFault.isFolder(folder.path)) { try store.store(folder.path) }
    #expect(throws: AttachmentFault.missing("")) { try store.store("") }
    #expect(throws: AttachmentFault.missing("a\0b")) { try store.store("a\0b") }
    let pipe = "\(folder.path)/pipa"
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(throws: AttachmentFault.notAFile(pipe)) { try store.store(pipe) }
    let odd = folder.file("a\u{1b}[2J", Data("x".utf8))
    #expect(throws: AttachmentFault.name(odd)) { try store.store(odd) }
    #expect(!FileManager.default.fileExists(atPath: store.root), "nothing was taken in")
  }

  @Test func tellsThatTheFolderCannotBeWritten() throws {
    let folder = Folder()
    let source = folder.file("surat.pdf", Data("abc".utf8))
    let blocked = folder.file("bukan-folder", Data())
    let fault = #expect(throws: AttachmentFault.self) {
      try AttachmentStore(root: blocked).store(source)
    }
    #expect(fault?.message.key == "attachment.folder")
    let full = AttachmentFault.folder("/lampiran", errno: ENOSPC)
    #expect(full.message.key == "attachment.disk-full")
  }

  @Test func leavesNoHalfFilesBehind() throws {
    let folder = Folder()
    let store = AttachmentStore(root: "\(folder.path)/lampiran")
    _ = try store.store(folder.file("surat.pdf", Data("abc".utf8)))
    let names = try FileManager.default.contentsOfDirectory(atPath: store.root)
    #expect(names == ["ba"])
  }
}
