import DeskModel
import DeskTestSupport
import Foundation
import Testing

@testable import DeskTUI

private let kadis: RoleID = "kepala-dinas@dinas-sosial"

@Suite struct FormDraftsTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/drafts-\(UUID().uuidString)"
  private var drafts: FormDrafts { FormDrafts(folder: folder) }
  private let draft = FormDraft(
    key: .init(.dispose, caseID: 7, taskID: 9), name: "0417 — Undangan",
    values: ["note": "baris\n\u{1F600} \"kutip\""])

  @Test func whatIsKeptComesBack() throws {
    try drafts.keep([draft], dropping: [], of: "melati-contoh")
    #expect(try drafts.load(of: "melati-contoh") == [draft])
    #expect(try drafts.load(of: "jati-teladan") == [])
  }

  @Test func onlyTheOwnerCanReadIt() throws {
    try drafts.keep([draft], dropping: [], of: "melati-contoh")
    let files = FileManager.default
    let names = try files.contentsOfDirectory(atPath: folder)
    #expect(names == ["melati-contoh.json"])
    let mode = try files.attributesOfItem(atPath: "\(folder)/\(names[0])")[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try files.attributesOfItem(atPath: folder)[.posixPermissions] as? Int == 0o700)
  }

  /// Root at the screen keeps its forms for the account that the office belongs to.
  @Test(.enabled(if: geteuid() == 0)) func whatRootKeepsBelongsToTheOfficesOwner() throws {
    let owner: uid_t = 65_534
    let office = folder + "-kantor"
    try FileManager.default.createDirectory(
      atPath: office, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: office) }
    try #require(chown(office, owner, owner) == 0)
    let drafts = FormDrafts(folder: office + "/drafts")
    try drafts.keep([draft], dropping: [], of: "melati-contoh")
    for path in ["/drafts", "/drafts/melati-contoh.json"] {
      var status = stat()
      try #require(lstat(office + path, &status) == 0)
      #expect(status.st_uid == owner && status.st_gid == owner, "\(path)")
    }
    #expect(try drafts.load(of: "melati-contoh") == [draft])
  }

  @Test func nothingLeftMeansNoFile() throws {
    try drafts.keep([draft], dropping: [], of: "melati-contoh")
    try drafts.keep([], dropping: [draft.key], of: "melati-contoh")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test func whatASecondDeskKeepsStays() throws {
    let other = FormDraft(key: .init(.register), name: "Surat baru", values: ["sender": "Camat"])
    try drafts.keep([draft], dropping: [], of: "melati-contoh")
    try drafts.keep([other], dropping: [], of: "melati-contoh")
    var changed = draft
    changed.values["note"] = "lain"
    try drafts.keep([changed], dropping: [], of: "melati-contoh")
    #expect(try Set(drafts.load(of: "melati-contoh")) == [changed, other])
    try drafts.keep([], dropping: [draft.key], of: "melati-contoh")
    #expect(try drafts.load(of: "melati-contoh") == [other])
  }

  @Test func aDamagedFileIsToldOnceAndPutAside() throws {
    try drafts.keep([draft], dropping: [], of: "melati-contoh")
    try Data("[{".utf8).write(to: URL(fileURLWithPath: folder + "/melati-contoh.json"))
    #expect(throws: FormDraftsError.self) { try drafts.load(of: "melati-contoh") }
    #expect(try drafts.load(of: "melati-contoh") == [])
  }

  @Test(arguments: ["../../etc/passwd", "a/b", "..", "", "ä"])
  func noNameLeadsOutOfTheFolder(_ name: String) throws {
    try drafts.keep([draft], dropping: [], of: PersonID(name))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
    #expect(try drafts.load(of: PersonID(name)) == [draft])
  }

  @Test func aFolderThatCannotBeMadeIsASentence() {
    let drafts = FormDrafts(folder: "/proc/tidak-ada/drafts")
    #expect {
      try drafts.keep([draft], dropping: [], of: "melati-contoh")
    } throws: {
      ($0 as? any Tellable)?.message.key == "drafts.unwritable"
    }
  }
}

@Suite struct ExternalEditorTests {
  private func editor(_ command: String) -> ExternalEditor {
    ExternalEditor(environment: ["EDITOR": command])
  }

  @Test func visualComesBeforeEditor() throws {
    let editor = ExternalEditor(environment: ["VISUAL": "sed -i s/a/V/", "EDITOR": "false"])
    #expect(try editor.edit("a") == "V")
    #expect(!ExternalEditor(environment: ["VISUAL": " "]).isNamed)
  }

  @Test func whatWasNotChangedIsNil() throws {
    #expect(try editor("true").edit("teks") == nil)
    #expect(try editor("echo >>").edit("teks") == nil)
  }

  @Test func theTextIsNotReadByOthers() throws {
    #expect(
      try editor("sh -c 'stat -c %a \"$1\" > \"$1.m\"; mv \"$1.m\" \"$1\"' x").edit("") == "600")
  }

  @Test func anEditorThatFailsIsASentence() {
    #expect(throws: EditorError.failed("false")) { try editor("false").edit("teks") }
  }
}

@Suite struct EventLoopTests {
  @Test func whatWasTypedWhenTheLineBrokeIsOfferedAtTheNextStart() throws {
    let office = try TemporaryOffice()
    let clerk: RoleID = "pengadministrasi-umum@kepegawaian-umum"
    let first = try DeskDriver(office, as: clerk)
    first.press(.register)
    first.type("Camat Contoh")
    first.send([.hangup])
    #expect(first.hasEnded)
    let second = try DeskDriver(office, as: clerk)
    second.expectDialog("Lanjutkan isian yang belum disimpan?").enter()
    second.expectScreen(contains: "Camat Contoh")
  }

  @Test func allThatWaitsIsTakenBeforeOneDrawing() throws {
    let office = try TemporaryOffice()
    for number in 1...5 { try office.register("Surat \(number)") }
    let desk = try DeskDriver(office, as: kadis)
    let before = desk.terminal.drawings
    desk.send([.key(.down), .key(.down), .key(.down)])
    #expect(desk.terminal.drawings == before + 1)
    desk.expectSelected("Surat 4")
  }

  @Test func nothingIsDrawnWhenNothingChanged() throws {
    let desk = try DeskDriver(try TemporaryOffice(), as: kadis)
    let before = desk.terminal.drawings
    desk.waitASecond()
    #expect(desk.terminal.drawings == before)
  }

  @Test func itEndsWhenTheTerminalGoes() throws {
    let desk = try DeskDriver(try TemporaryOffice(), as: kadis)
    desk.send([.key(.down), .hangup, .key(.down)])
    #expect(desk.hasEnded)
  }

  @Test func quittingEnds() throws {
    let desk = try DeskDriver(try TemporaryOffice(), as: kadis)
    desk.press(.quit)
    #expect(desk.hasEnded)
  }

  @Test func aStoppedProcessAndTheMouseReachTheTerminal() throws {
    let desk = try DeskDriver(try TemporaryOffice(), as: kadis)
    desk.press(.stop)
    desk.press(.toggleMouse)
    #expect(desk.terminal.suspensions == 1)
    #expect(!desk.terminal.hasMouse)
    desk.press(.nextTheme)
    #expect(desk.terminal.theme == .dark)
  }

  @Test func itFitsTheScreenAfterAResize() throws {
    let desk = try DeskDriver(try TemporaryOffice(), as: kadis)
    desk.send([.resize(Size(rows: 30, columns: 120)), .resize(Size(rows: 40, columns: 132))])
    #expect(desk.terminal.grid.size == Size(rows: 40, columns: 132))
  }
}
