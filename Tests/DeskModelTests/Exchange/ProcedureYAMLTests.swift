import DeskModel
import Foundation
import Testing

@Suite struct ProcedureYAMLTests {
  private func readBack(_ procedure: Procedure) throws -> Procedure {
    try ProcedureReader.reading(
      Data(ProcedureYAML.text(procedure).utf8), file: "f",
      dictionary: ProcedureFixture.dictionary.get()
    ).procedure
  }

  @Test("every procedure of the checkout is the same after writing and reading")
  func fixtures() throws {
    let procedures = try ExchangeFixture.procedures()
    #expect(procedures.count >= 4)
    for procedure in procedures {
      #expect(try readBack(procedure) == procedure, "\(procedure.id)")
    }
  }

  @Test("procedures of every shape, with texts that YAML would misread, are the same again")
  func random() throws {
    for seed in 0..<300 {
      var dice = RandomProcedure(seed: UInt64(seed))
      let procedure = dice.procedure()
      #expect(try readBack(procedure) == procedure, "seed \(seed)")
    }
  }

  @Test("lanes name their posts, and a file reads like one written by hand")
  func looks() throws {
    let text = ProcedureYAML.text(try ProcedureFixture.procedure("ntt-002"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for line in [
      "id: ntt-002", "nomor: 2 Tahun 2020",
      "  - {id: kabid, nama: Sekretaris/Kepala Bidang, jabatan: [sekretaris, kepala-bidang]}",
      "    oleh: umum", "    tolak: 4",
    ] {
      #expect(lines.contains(Substring(line)), "\(line)")
    }
    let external = Procedure.small(
      "uji-luar", lanes: [("pemohon", [])], steps: [(1, "pemohon", .laksanakan, nil, nil)])
    #expect(ProcedureYAML.text(external).contains("jabatan: []"))
  }

  @Test(
    "texts stand plain where they can",
    arguments: [
      ("Surat masuk", "Surat masuk"), ("a: b", "\"a: b\""), ("@5 Menit", "\"@5 Menit\""),
      ("null", "\"null\""), ("a #b", "\"a #b\""), ("kata \"ini\" \\", #""kata \"ini\" \\""#),
      ("&a *a", #""&a \x2Aa""#), ("- x", "\"- x\""), ("a, b", "\"a, b\""), ("3-4 hari", "3-4 hari"),
    ])
  func texts(_ text: String, _ written: String) throws {
    var procedure = try ProcedureFixture.procedure("ntt-001")
    procedure.warning = text
    #expect(ProcedureYAML.text(procedure).contains("\nperingatan: \(written)\n"))
    #expect(try readBack(procedure).warning == text)
  }
}
