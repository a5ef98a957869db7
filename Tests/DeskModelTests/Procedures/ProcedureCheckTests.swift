import DeskModel
import Foundation
import Testing

@Suite struct ProcedureCheckTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var steps: [String]
    var found: [String]
    var testDescription: String { name }

    init(_ name: String, _ steps: [String], _ found: [String]) {
      self.name = name
      self.steps = steps
      self.found = found
    }
  }

  private static func step(
    _ no: Int, by lane: String = "umum", act: String = "laksanakan", _ more: String = ""
  ) -> String {
    ProcedureFixture.step(no, by: lane, act: act, more)
  }

  private static let last = step(9, by: "kadis")

  /// Steps, and what must be found: `code step`, in order.
  static let cases: [Case] = [
    Case("a sound procedure", [step(1), step(2, by: "kadis", "tolak: 1")], []),
    Case("none", [], ["no-steps -"]),
    Case("an idle lane", [step(1)], ["lane-without-steps -"]),
    Case("doubled number", [step(1), step(1), last], ["doubled-number 1"]),
    Case(
      "skipped over", [step(1, "lanjut: 9"), step(2), last], ["unreachable-step 2"]),
    Case(
      "reached by refusal only", [step(1, "lanjut: 9, tolak: 2"), step(2), last], []),
    Case(
      "reached by an outcome only",
      [step(1, "putusan: [{nama: a, lanjut: 9}, {nama: b, lanjut: 2}]"), step(2), last], []),
    Case(
      "a loop with no way out", [step(1), step(2, by: "kadis", "lanjut: 1")],
      ["no-way-to-end 1", "no-way-to-end 2"]),
    Case(
      "a loop some steps in",
      [step(1, "tolak: 2, lanjut: selesai"), step(2), step(3, by: "kadis", "lanjut: 2")],
      ["no-way-to-end 2", "no-way-to-end 3"]),
    Case("a step after itself", [step(1, by: "[umum, kadis]", "lanjut: 1")], ["no-way-to-end 1"]),
    Case("refusal to nowhere", [step(1, "tolak: 7"), last], ["refusal-to-nowhere 1"]),
    Case("refusal to itself", [step(1, "tolak: 1"), last], ["refusal-to-itself 1"]),
    Case(
      "way to nowhere", [step(1), step(9, by: "kadis", "lanjut: 10")], ["way-to-nowhere 9"]),
    Case(
      "outcome to nowhere",
      [
        step(1),
        step(9, by: "kadis", "putusan: [{nama: a, lanjut: 4}, {nama: b, lanjut: selesai}]"),
      ],
      ["way-to-nowhere 9"]),
    Case(
      "a way on beside outcomes",
      [step(1, "lanjut: 9, putusan: [{nama: a, lanjut: 9}]"), last], ["ambiguous-way 1"]),
    Case(
      "one outcome twice",
      [step(1, "putusan: [{nama: a, lanjut: 9}, {nama: a, lanjut: selesai}]"), last],
      ["doubled-outcome 1"]),
    Case("nothing to decide", [step(1, act: "putuskan"), last], ["decision-without-choice 1"]),
    Case("an unknown lane", [step(1, by: "kasir"), step(2), last], ["unknown-lane 1"]),
    Case(
      "nobody", ["no: 1, aksi: susun, kegiatan: K, waktu: 1 jam, output: [H]", step(2), last],
      ["step-without-lane 1"]),
    Case(
      "no standards", ["no: 1, oleh: umum, aksi: susun, kegiatan: K", last],
      ["missing-time 1", "missing-output 1"]),
    Case(
      "no limit",
      ["no: 1, oleh: umum, aksi: susun, kegiatan: K, waktu: tidak terbatas, output: [H]", last],
      ["unbounded-time 1"]),
    Case(
      "48 letters fit",
      [step(1).replacingOccurrences(of: "Kerja", with: String(repeating: "k", count: 48)), last], []
    ),
    Case(
      "49 do not",
      [step(1).replacingOccurrences(of: "Kerja", with: String(repeating: "k", count: 49)), last],
      ["long-activity 1"]),
  ]

  @Test("each finding is found where it is", arguments: cases)
  func finds(_ test: Case) throws {
    let reading = try ProcedureFixture.reading(steps: test.steps)
    let found = reading.findings.map { "\($0.code.rawValue) \($0.step.map(String.init) ?? "-")" }
    #expect(found == test.found)
    for finding in reading.findings {
      let text = ProcedureFixture.indonesian(finding.message)
      #expect(!text.hasPrefix("["))
      #expect(!text.contains("{"))
      if let step = finding.step { #expect(text.contains(String(step))) }
    }
    let withoutLines = ProcedureCheck.findings(reading.procedure)
    #expect(withoutLines.map(\.code) == reading.findings.map(\.code))
    #expect(withoutLines.allSatisfy { $0.line == nil })
  }

  @Test("the delivered procedures find somebody for every lane in the practice office")
  func posts() throws {
    let office = try OfficeReader.practiceOffice(
      in: AssetsFolder(root: ProcedureFixture.checkout + "/assets"))
    let catalogue = try ProcedureCatalogue(
      folder: ProcedureFixture.sopFolder, dictionary: ProcedureFixture.dictionary.get())
    for procedure in catalogue.procedures {
      // Other offices' decrees name units of theirs; here their posts are open to ours.
      if procedure.office == office.name {
        #expect(ProcedureCheck.findings(procedure, in: office) == [])
      }
      for lane in procedure.lanes where !lane.isExternal {
        #expect(!office.candidates(for: lane).isEmpty, "\(procedure.id), \(lane.name)")
      }
    }
  }

  @Test(
    "posts that an office lacks are warned of",
    arguments: [
      "kepala-biro", "kepala-bidang@dapur", "kepala-bidang@kepegawaian-umum",
    ])
  func lacking(_ post: String) throws {
    let office = try OfficeReader.practiceOffice(
      in: AssetsFolder(root: ProcedureFixture.checkout + "/assets"))
    let text = ProcedureFixture.file(
      steps: [ProcedureFixture.step(1)],
      head: ["  - {id: kadis": "  - {id: kadis, nama: K, jabatan: [kepala-dinas, \(post)]}"])
    let procedure = try ProcedureReader.procedure(Data(text.utf8), file: "uji.yaml")
    let found = ProcedureCheck.findings(procedure, in: office)
    #expect(found.map(\.code) == [.unknownPosition])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.map { $0.message.arguments["position"] } == [post])
  }

  @Test("codes are stable, and each has a sentence in both languages")
  func codes() {
    for language in Phrasebook.Language.allCases {
      let known = Set(ProcedureFixture.phrasebook(language).keys)
      for code in Finding.Code.allCases { #expect(known.contains("finding.\(code.rawValue)")) }
    }
    #expect(
      Finding.Code.allCases.filter { $0.severity == .error }.map(\.rawValue).sorted() == [
        "ambiguous-way", "doubled-lane", "doubled-number", "doubled-outcome", "no-way-to-end",
        "refusal-to-itself", "refusal-to-nowhere", "step-without-lane", "unknown-lane",
        "unreachable-step", "way-to-nowhere",
      ])
  }

  @Test("the approving path takes a step's own way, its first outcome, or the step below")
  func successors() throws {
    let procedure = try ProcedureFixture.reading(steps: [
      Self.step(1, "lanjut: 3"),
      Self.step(2, "putusan: [{nama: a, lanjut: 4}, {nama: b, lanjut: selesai}]"),
      Self.step(3, "tolak: 2"), Self.step(4, by: "kadis"),
    ]).procedure
    #expect(
      procedure.steps.map { procedure.successor(of: $0) } == [.step(3), .step(4), .step(4), .end])
    #expect(
      procedure.steps.map { procedure.ways(of: $0).map(\.kind) } == [
        [.done], [.outcome("a"), .outcome("b")], [.done, .refusal], [.done],
      ])
  }
}
