import Testing

@testable import DeskModel

/// What two versions of a procedure differ in.
@Suite struct ProcedureChangesTests {
  private let old = SmallProcedures.outgoing

  private func lines(_ new: Procedure) throws -> [String] {
    let phrases = try Phrasebook(.id, in: AssetsFolder.find())
    return ProcedureChangesText(ProcedureChanges(from: old, to: new), phrases: phrases).lines
      .map(\.text)
  }

  private func summary(_ new: Procedure) throws -> String {
    let phrases = try Phrasebook(.id, in: AssetsFolder.find())
    return ProcedureChangesText(ProcedureChanges(from: old, to: new), phrases: phrases).summary
  }

  @Test func theSameHasNoChanges() throws {
    #expect(ProcedureChanges(from: old, to: old).isEmpty)
    #expect(try lines(old).isEmpty)
    #expect(try summary(old) == "Tidak ada yang berubah")
  }

  @Test func theHeadIsToldFieldByField() throws {
    var new = old
    new.number = "9 Tahun 2026"
    new.tools = ["Komputer"]
    new.service = ServiceStandard(
      requirements: ["KTP"], fee: "Gratis", timeLimit: nil, products: [], complaints: [])
    let lines = try lines(new)
    #expect(lines.first == "Kepala formulir")
    #expect(lines.contains { $0.hasPrefix("~ Nomor SOP: ") && $0.hasSuffix("→ 9 Tahun 2026") })
    #expect(lines.contains("~ Biaya: – → Gratis"))
    #expect(try summary(new) == "4 isian kepala berubah")
  }

  @Test func aStepPutInBetweenLeavesTheOthersWhatTheyAre() throws {
    var new = old
    var extra = new.steps[1]
    extra.activity = "Telaah hukum"
    new.steps.insert(extra, at: 1)
    for index in new.steps.indices {
      new.steps[index].no = index + 1
      // The ways move with the steps.
      if index != 1, let no = new.steps[index].returnTo, no >= 2 {
        new.steps[index].returnTo = no + 1
      }
      if index == 1 { new.steps[index].returnTo = nil }
    }
    let changes = ProcedureChanges(from: old, to: new)
    #expect(changes.header.isEmpty && changes.lanes.isEmpty)
    var added = 0
    for change in changes.steps {
      switch change {
      case .added(let step):
        added += 1
        #expect(step.activity == "Telaah hukum")
      case .removed: Issue.record("nothing has gone")
      case .changed(_, let edits): #expect(edits.map(\.field) == [.no])
      }
    }
    #expect(added == 1)
  }

  @Test func fieldsOfStepsAndLanesAreToldWithBoth() throws {
    var new = old
    new.steps[0].time = try StandardTime(reading: "2 hari")
    new.lanes[0].name = "Nama Baru"
    new.lanes.append(Lane(id: "pemohon", name: "Pemohon", posts: []))
    let lines = try lines(new)
    #expect(lines.contains("~ Nama Baru"))
    #expect(lines.contains { $0.hasPrefix("Nama: ") && $0.hasSuffix("→ Nama Baru") })
    #expect(lines.contains("+ Pemohon (pihak luar)"))
    #expect(lines.contains { $0.hasPrefix("Waktu: ") && $0.hasSuffix("→ 2 hari") })
    // A lane that has a new name does not change the steps it does.
    #expect(!lines.contains { $0.hasPrefix("Pelaksana: ") })
  }

  @Test func whatHasGoneIsTold() throws {
    var new = old
    let gone = new.steps.removeLast()
    #expect(try lines(new).contains { $0.hasPrefix("- \(gone.no) \(gone.activity)") })
    #expect(try summary(new) == "1 langkah dihapus")
  }

  @Test func aNewDictionaryIsAChange() throws {
    var new = old
    new.lanes[0].posts = [Post(position: "lain", unit: nil)]
    #expect(try lines(new).contains { $0.hasPrefix("Jabatan: ") && $0.hasSuffix(" lain") })
  }
}
