import DeskModel
import Foundation
import Testing

@Suite struct ProcedureCatalogueTests {
  @Test("the delivered procedures have no faults, no errors and unique ids")
  func delivered() throws {
    let catalogue = try ProcedureCatalogue(
      folder: ProcedureFixture.sopFolder, dictionary: ProcedureFixture.dictionary.get())
    #expect(catalogue.refusals.map { $0.text(ProcedureFixture.indonesian) } == [])
    for id in ["ntt-001", "ntt-002", "ntt-003", "ntt-004"] {
      let entry = try #require(catalogue[ProcedureID(id)])
      #expect(entry.file == "ntt/\(id).yaml")
      #expect(entry.findings.map(\.code) == [])
      #expect(entry.procedure?.source?.file == "002_2f7c299d877247fc.txt")
    }
    #expect(Set(catalogue.procedures.map(\.id)).count == catalogue.entries.count)
  }

  @Test(
    "the decreed facts of the four letters' procedures",
    arguments: [
      (
        "ntt-001", "5 menit,10 menit,5 menit,10 menit,5 menit,1 Jam",
        "umum,kadis,umum,kabid,kasubag,umum", ""
      ),
      (
        "ntt-002", "5 menit,30 menit,20 Menit,20 menit,10 menit,10 menit",
        "kasubag,umum,kasubag,kabid,kadis,umum", "3>2,4>3,5>4"
      ),
      (
        "ntt-003", "10 menit,10 menit,1 jam,10 menit,10 menit,10 menit,5 menit",
        "sekretaris,kasubag,gaji,kasubag,sekretaris,kadis,gaji", "4>3,5>3,6>3"
      ),
      (
        "ntt-004", "30 menit,5 menit,5 menit,10 menit,5 menit",
        "umum,kasubag,sekretaris,kadis,umum", "2>1,3>2,4>3"
      ),
    ])
  func decreed(_ id: String, _ times: String, _ actors: String, _ returns: String) throws {
    let procedure = try ProcedureFixture.procedure(id)
    let steps = procedure.steps
    #expect(steps.map { $0.time?.text ?? "-" }.joined(separator: ",") == times)
    #expect(
      steps.map { $0.lanes.map(\.rawValue).joined(separator: "+") }.joined(separator: ",") == actors
    )
    let drawn = steps.compactMap { step in step.returnTo.map { "\(step.no)>\($0)" } }
    #expect(drawn.joined(separator: ",") == returns)
    #expect(procedure.dates.revised == CalendarDate(year: 2023, month: 1, day: 11))
  }

  @Test("a wrong file is refused and the others stay; an id belongs to its first file")
  func folder() throws {
    try withFolder { folder in
      let good = ProcedureFixture.file(steps: [ProcedureFixture.step(1)])
      try write(good, "a/one.yaml", in: folder)
      try write(good, "b/same.yml", in: folder)
      try write("id: x\n", "broken.yaml", in: folder)
      try write(
        ProcedureFixture.file(
          steps: [ProcedureFixture.step(1, "lanjut: 1")], head: ["id": "id: uji-002"]),
        "loop.yaml", in: folder)
      try write("not ours", "README.md", in: folder)
      try write(good, ".hidden/two.yaml", in: folder)
      try FileManager.default.createDirectory(
        atPath: folder + "/folder.yaml", withIntermediateDirectories: true)
      let catalogue = try ProcedureCatalogue(folder: folder)
      #expect(
        catalogue.entries.map(\.file) == ["a/one.yaml", "b/same.yml", "broken.yaml", "loop.yaml"])
      #expect(catalogue.procedures.map(\.id) == ["uji-001"])
      #expect(catalogue["uji-001"]?.file == "a/one.yaml")
      #expect(
        catalogue.refusals.map { "\($0.file):\($0.line) \($0.message.key)" } == [
          "b/same.yml:1 catalogue.id-doubled", "broken.yaml:1 yaml.key-missing",
          "broken.yaml:1 yaml.key-missing", "broken.yaml:1 yaml.key-missing",
          "loop.yaml:10 finding.no-way-to-end",
        ])
    }
  }

  @Test("a hash is the SHA-256 of the bytes")
  func hash() {
    #expect(
      ProcedureCatalogue.hash(of: Data("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("a folder that is not there is told")
  func missing() {
    #expect(throws: CatalogueError.folderMissing(path: "/nowhere/sop")) {
      try ProcedureCatalogue(folder: "/nowhere/sop")
    }
  }

  @Test("a procedure kept before newer keys existed is still read")
  func oldJournal() throws {
    let procedure = try ProcedureFixture.procedure("ntt-001")
    let whole = try JSONEncoder().encode(procedure)
    #expect(try JSONDecoder().decode(Procedure.self, from: whole) == procedure)
    var object = try #require(try JSONSerialization.jsonObject(with: whole) as? [String: Any])
    for key in ["qualifications", "records", "dates"] { object[key] = nil }
    let old = try JSONDecoder().decode(
      Procedure.self, from: JSONSerialization.data(withJSONObject: object))
    #expect(old.steps == procedure.steps)
    #expect(old.records == [])
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("desk-sop-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func write(_ text: String, _ name: String, in folder: String) throws {
    let url = URL(fileURLWithPath: folder + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}
