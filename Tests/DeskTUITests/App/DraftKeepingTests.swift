import DeskModel
import DeskTestSupport
import Foundation
import Testing

@testable import DeskTUI

/// Unsaved forms on the disk: whatever happens there, nothing that was typed goes unnoticed.
@Suite struct DraftKeepingTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/desk-drafts-\(UUID())"

  private func draft(_ id: CaseID, _ text: String = "isi") -> FormDraft {
    FormDraft(key: FormDraft.Key(.dispose, caseID: id), name: "Surat \(id)", values: ["note": text])
  }

  @Test func twoDesksOfOnePersonKeepBothTheirForms() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let drafts = FormDrafts(folder: folder)
    atOnce(4) { desk in
      for form in 0..<25 {
        let key = FormDraft.Key(.dispose, caseID: CaseID(desk * 100 + form))
        let own = FormDraft(key: key, name: "", values: [:])
        do { try drafts.keep([own], dropping: [], of: "anggrek") } catch { Issue.record(error) }
      }
    }
    #expect(try drafts.load(of: "anggrek").count == 100)
  }

  @Test func aBrokenFileIsSetAsideAndSaid() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let drafts = FormDrafts(folder: folder)
    try drafts.keep([draft(1)], dropping: [], of: "anggrek")
    let path = folder + "/anggrek.json"
    try Data("[{".utf8).write(to: URL(fileURLWithPath: path))
    let fault = #expect(throws: FormDraftsError.self) {
      try drafts.keep([draft(2)], dropping: [], of: "anggrek")
    }
    #expect(fault?.message.key == "drafts.damaged")
    #expect(FileManager.default.contents(atPath: path + ".rusak") == Data("[{".utf8))
    // What was to be kept is, and the next to look finds nothing wrong.
    #expect(try drafts.load(of: "anggrek") == [draft(2)])
  }

  @Test func whatCannotBeKeptIsTriedAgainAndSaidOnce() throws {
    let office = try TemporaryOffice()
    try office.register("Undangan rapat")
    let desk = try DeskDriver(office, as: Chair.kadis)
    let folder = office.folder.drafts
    try FileManager.default.removeItem(atPath: folder)
    try Data().write(to: URL(fileURLWithPath: folder))
    desk.press(.dispose)
    desk.expectDialog("Lembar disposisi").go(to: "Catatan").type("Mohon hadir")
    desk.waitASecond()
    desk.expectScreen(contains: "Isian sementara tidak dapat disimpan")
    try FileManager.default.removeItem(atPath: folder)
    desk.waitASecond()
    let person = try office.session(Chair.kadis).person.id
    #expect(try FormDrafts(folder: folder).load(of: person).first?.values["note"] == "Mohon hadir")
  }

  @Test func aClockSetBackHoldsNothingUp() throws {
    let office = try TemporaryOffice()
    try office.register("Undangan rapat")
    let desk = try DeskDriver(office, as: Chair.kadis)
    desk.waitASecond()
    office.setClock(back: 120)
    try office.register("Permohonan data")
    desk.waitASecond()
    desk.expectScreen(contains: "Permohonan data")
    desk.press(.dispose)
    desk.expectDialog("Lembar disposisi").go(to: "Catatan").type("Mohon hadir")
    desk.waitASecond()
    let person = try office.session(Chair.kadis).person.id
    let kept = try FormDrafts(folder: office.folder.drafts).load(of: person)
    #expect(kept.first?.values["note"] == "Mohon hadir")
  }
}
