import DeskModel
import Foundation
import Testing

/// Who only has a desk takes files from one folder, whatever the process behind it may read.
@Suite final class FileSourceTests {
  private let root =
    FileManager.default.temporaryDirectory.path + "/desk-pindaian-\(UUID().uuidString)"
  private var tray: FileSource { .tray(root + "/pindaian") }
  private var store: AttachmentStore { AttachmentStore(root: root + "/lampiran", source: tray) }

  /// A folder with scans, and beside it what nobody is to take.
  init() throws {
    try make("pindaian/surat-1.pdf", "pindaian/surat-2.pdf", "pindaian/november/undangan.pdf")
    try make("pindaian/.sementara", "office.key", "rahasia/naskah.txt")
    for (name, target) in [
      ("kunci.pdf", "../office.key"), ("mutlak.pdf", root + "/office.key"), ("luar", "../rahasia"),
      ("kembar.pdf", "surat-1.pdf"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: root + "/pindaian/" + name, withDestinationPath: target)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  private func make(_ names: String...) throws {
    for name in names {
      let path = root + "/" + name
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(name.utf8).write(to: URL(fileURLWithPath: path))
    }
  }

  @Test func takesWhatLiesInTheTray() throws {
    for name in ["surat-1.pdf", "november/undangan.pdf", "november//undangan.pdf", "./surat-2.pdf"]
    {
      try store.check(name)
      let taken = try store.store(name)
      #expect(taken.name == name.split(separator: "/").last.map(String.init))
      #expect(try store.isIntact(taken))
    }
  }

  @Test(arguments: [
    "../office.key", "november/../../office.key", "~/.ssh/id_ed25519", "/etc/passwd", "kunci.pdf",
    "mutlak.pdf", "kembar.pdf",
  ])
  func takesNothingFromElsewhere(_ name: String) throws {
    #expect(throws: AttachmentFault.outside(name)) { try store.check(name) }
    #expect(throws: AttachmentFault.outside(name)) { try store.store(name) }
  }

  @Test func takesNothingThroughALinkedFolder() throws {
    #expect(throws: AttachmentFault.missing("luar/naskah.txt")) {
      try store.store("luar/naskah.txt")
    }
    let path = root + "/office.key"
    #expect(throws: AttachmentFault.outside(path)) { try store.store(path) }
    for name in [".", "..", "november"] {
      #expect(throws: AttachmentFault.isFolder(name)) { try store.store(name) }
    }
    #expect(!FileManager.default.fileExists(atPath: store.root), "nothing was taken in")
  }

  @Test func offersWhatCanBeTakenAndNothingElse() {
    #expect(tray.completions(of: "") == ["november/", "surat-1.pdf", "surat-2.pdf"])
    #expect(tray.completions(of: "s") == ["surat-1.pdf", "surat-2.pdf"])
    #expect(tray.completions(of: "november/") == ["november/undangan.pdf"])
    #expect(tray.completions(of: ".s") == [".sementara"])
    for typed in ["/", "/et", "~/", "../", "november/../", "luar/", "tidak-ada/", ".."] {
      #expect(tray.completions(of: typed).isEmpty, "\(typed)")
    }
  }

  @Test func whoHasTheAccountNamesAnyFile() throws {
    #expect(FileSource.host.completions(of: root + "/off") == [root + "/office.key"])
    #expect(
      FileSource.host.completions(of: root + "/pindaian/lu") == [root + "/pindaian/luar/"])
    let all = AttachmentStore(root: root + "/lampiran")
    #expect(try all.store(root + "/pindaian/kunci.pdf").name == "kunci.pdf")
  }

  @Test func anOfficeHasATrayFromItsFirstDay() throws {
    let test = try TestOffice()
    let status = try FileManager.default.attributesOfItem(atPath: test.folder.tray)
    #expect(status[.posixPermissions] as? Int == 0o700)
    #expect(test.desk.files == .host)
  }
}
