import Foundation
import Testing

@testable import DeskModel

@Suite struct ExportTests {
  private let phrases = ProcedureFixture.indonesian

  @Test("ntt-002 in every form", arguments: ExportFormat.allCases)
  func snapshot(_ format: ExportFormat) throws {
    let procedure = try ProcedureFixture.procedure("ntt-002")
    let text = try format.text(
      procedure, findings: ProcedureCheck.findings(procedure), phrases: phrases)
    #expect(text.last?.isNewline == true)
    let name = format == .json ? "ntt-002-semua.json" : "ntt-002.\(format.fileExtension)"
    try expectTextSnapshot(text, name)
  }

  @Test("only the forms that show no steps take a procedure without them")
  func noSteps() {
    let empty = Procedure.small("uji-kosong", lanes: [], steps: [])
    let taken = ExportFormat.allCases.filter {
      (try? $0.text(empty, findings: [], phrases: phrases)) != nil
    }
    #expect(taken == [.json])
  }

  @Test("sheets and forms of any texts are well-formed, and nothing in them is markup")
  func wellFormed() throws {
    var procedures = try ExchangeFixture.withSteps()
    for seed in 0..<60 {
      var dice = RandomProcedure(seed: UInt64(seed))
      procedures.append(dice.procedure())
    }
    for var procedure in procedures {
      procedure.title += " <script>alert(1)</script> & \"x\""
      let svg = try ProcedureSVG.text(procedure, phrases: phrases)
      let html = try ProcedureHTML.text(procedure, phrases: phrases)
      #expect(!svg.contains("<script") && !html.contains("<script"))
      #expect(html.hasPrefix("<!DOCTYPE html>\n"))
      for text in [svg, String(html.dropFirst("<!DOCTYPE html>\n".count))] {
        #expect(throws: Never.self, "\(procedure.id)") {
          try XMLReader.root(Array(text.utf8), file: "f")
        }
      }
    }
  }

  @Test("an HTML form fetches nothing and closes what HTML wants closed")
  func html() throws {
    for procedure in try ExchangeFixture.withSteps() {
      let html = try ProcedureHTML.text(procedure, phrases: phrases)
      for sign in ["http:", "https:", "url(", "@import", "<td/>", "<th/>", "<div/>", "&quot;Lib"] {
        #expect(!html.contains(sign), "\(procedure.id): \(sign)")
      }
      let rows = html.matches(of: /<tr style=/).count
      #expect(rows == procedure.steps.count + 2)
    }
  }

  @Test("a table's fields are quoted where they must be")
  func csv() throws {
    var procedure = try ProcedureFixture.procedure("ntt-002")
    procedure.steps[0].activity = "Minta \"bahan\", lalu teruskan"
    procedure.steps[0].note = "@5 Menit"
    procedure.steps[2].outcomes = [
      .init(name: "layak", next: .step(4)), .init(name: "tidak", next: .end),
    ]
    let lines = try ProcedureCSV.text(procedure).components(separatedBy: "\r\n")
    #expect(lines.count == procedure.steps.count + 2 && lines.last == "")
    #expect(lines[0].hasPrefix("sop,no,kegiatan,oleh,semua,aksi,waktu,"))
    #expect(lines[1].hasPrefix("ntt-002,1,\"Minta \"\"bahan\"\", lalu teruskan\","))
    #expect(lines[1].hasSuffix(",2,,,@5 Menit"))
    #expect(lines[3].hasSuffix(",4,2,layak → 4; tidak → selesai,"))
    #expect(lines[6].contains(",selesai,,"))
  }

  @Test("signs that Mermaid would read are written by their numbers")
  func mermaid() throws {
    var procedure = try ProcedureFixture.procedure("ntt-002")
    procedure.steps[0].activity = "Minta \"bahan\" #1 <b>"
    procedure.title = "Judul: \"x\""
    procedure.steps[3].lanes = ["kabid", "kadis"]
    let lines = try ProcedureMermaid.text(procedure, phrases: phrases).split(separator: "\n")
    #expect(lines[1] == "title: \"Judul: \\\"x\\\"\"")
    #expect(lines.contains { $0.contains("l1[\"1 · Minta #34;bahan#34; #35;1 #60;b#62;<br/>") })
    #expect(lines.contains("  l3 -. \"kembali\" .-> l2"))
    #expect(lines.contains { $0.contains("Salah satu: Sekretaris/Kepala Bidang, Kepala Dinas") })
    #expect(lines.contains("  l6 --> selesai"))
  }

  @Test("everything stands in the JSON, after what `sop show` gives")
  func json() throws {
    var dice = RandomProcedure(seed: 5)
    let procedure = dice.procedure()
    func object(_ value: JSONText) throws -> [String: Any] {
      try #require(
        try JSONSerialization.jsonObject(with: Data(value.text.utf8)) as? [String: Any])
    }
    let shown = try object(ProcedureJSON.value(procedure, findings: [], phrases: phrases))
    let all = try object(ProcedureJSON.everything(procedure, findings: [], phrases: phrases))
    #expect(Set(all.keys).isStrictSuperset(of: shown.keys))
    #expect(all["sourceNotes"] as? [String] == procedure.sourceNotes)
    let steps = try #require(all["steps"] as? [[String: Any]])
    #expect(steps.map { $0["requiresAll"] as? Bool } == procedure.steps.map(\.requiresAll))
    let outcomes = try #require(
      steps.map { $0["outcomes"] as? [[String: Any]] } as? [[[String: Any]]])
    #expect(
      outcomes.map { $0.map { $0["name"] as? String } }
        == procedure.steps.map { $0.outcomes.map(\.name) })
  }
}
