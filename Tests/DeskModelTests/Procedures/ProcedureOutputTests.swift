import DeskModel
import Foundation
import Testing

@Suite struct ProcedureOutputTests {
  @Test("the JSON of ntt-002 is as promised")
  func json() throws {
    let procedure = try ProcedureFixture.procedure("ntt-002")
    let json = ProcedureJSON.value(
      procedure, findings: ProcedureCheck.findings(procedure), phrases: ProcedureFixture.indonesian)
    try expectTextSnapshot(json.text, "ntt-002.json")
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.text.utf8)) }
  }

  @Test("what is missing is null, findings carry their step, and texts are escaped")
  func jsonOfGaps() throws {
    let reading = try ProcedureFixture.reading(steps: [
      #"no: 1, oleh: umum, aksi: susun, kegiatan: 'Tulis "a\b"'"#,
      ProcedureFixture.step(
        2, by: "kadis", act: "putuskan",
        "putusan: [{nama: a, lanjut: selesai}, {nama: b, lanjut: 1}]"
      ),
    ])
    let text =
      ProcedureJSON.value(
        reading.procedure, findings: reading.findings, phrases: ProcedureFixture.indonesian
      ).text
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["number"] is NSNull)
    #expect(object["source"] is NSNull)
    let steps = try #require(object["steps"] as? [[String: Any]])
    #expect(steps[0]["time"] is NSNull)
    #expect(steps[0]["note"] is NSNull)
    #expect(steps[0]["returnTo"] is NSNull)
    #expect(steps[0]["activity"] as? String == #"Tulis "a\b""#)
    #expect(steps.map { $0["decision"] as? Bool } == [false, true])
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(findings.map { $0["code"] as? String } == ["missing-time", "missing-output"])
    #expect(findings.map { $0["step"] as? Int } == [1, 1])
    #expect(text.contains("\"steps\": [\n"))
  }

  @Test("control characters and empty lists in JSON")
  func jsonText() {
    let value = JSONText.object([
      .init("z", .array([])), .init("a", .object([])), .init("t", .string("a\u{1}\n\t\\é")),
      .init("n", .array([.integer(-5), .bool(true), .null])),
    ])
    #expect(
      value.text == """
        {
          "z": [],
          "a": {},
          "t": "a\\u0001\\n\\t\\\\é",
          "n": [
            -5,
            true,
            null
          ]
        }
        """)
  }

  @Test("the form of ntt-002 in 80 columns")
  func form() throws {
    let procedure = try ProcedureFixture.procedure("ntt-002")
    let lines = ProcedureText.lines(
      procedure, findings: [], width: 80, phrases: ProcedureFixture.indonesian)
    try expectTextSnapshot(lines.joined(separator: "\n"), "ntt-002.txt")
  }

  @Test(
    "no line of a form is wider than its terminal",
    arguments: ["ntt-001", "ntt-002", "ntt-003", "ntt-004"], [20, 80, 81, 132])
  func width(_ id: String, _ width: Int) throws {
    let procedure = try ProcedureFixture.procedure(id)
    for language in Phrasebook.Language.allCases {
      let lines = ProcedureText.lines(
        procedure, findings: ProcedureCheck.findings(procedure), width: width,
        phrases: ProcedureFixture.phrasebook(language))
      #expect(lines.allSatisfy { $0.count <= max(80, width) })
      #expect(lines.allSatisfy { $0.last != " " })
      for step in procedure.steps { #expect(lines.contains { $0.hasPrefix("\(step.no) ") }) }
    }
  }

  @Test("ways, remarks, findings and missing steps stand in the form")
  func formOfGaps() throws {
    func text(_ steps: [String]) throws -> String {
      let reading = try ProcedureFixture.reading(steps: steps)
      return ProcedureText.lines(
        reading.procedure, findings: reading.findings, width: 132,
        phrases: ProcedureFixture.indonesian
      ).joined(separator: "\n")
    }
    let decided = try text([
      ProcedureFixture.step(1, by: "[umum, kadis]", "lanjut: 3, keterangan: Segera"),
      ProcedureFixture.step(
        2, "putusan: [{nama: terima, lanjut: selesai}, {nama: ulang, lanjut: 1}]"),
      ProcedureFixture.step(3, "tolak: 2"),
    ])
    for part in [
      "lanjut ke 3", "(Segera)", "Salah satu:", "terima: ke selesai", "ulang: ke 1",
      "bila ditolak: ke 2",
    ] {
      #expect(decided.contains(part))
    }
    let empty = try text([])
    #expect(empty.contains("tidak mempunyai langkah"))
    #expect(empty.contains("peringatan no-steps"))
  }

  @Test(
    "texts break at blanks, and long words after a slash",
    arguments: [
      ("", 5, []), ("satu dua tiga", 8, ["satu dua", "tiga"]), ("satu", 4, ["satu"]),
      ("Sekretaris/Kepala Bidang", 16, ["Sekretaris/", "Kepala Bidang"]),
      ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("a abcdef", 3, ["a", "abc", "def"]),
    ] as [(String, Int, [String])])
  func wraps(_ text: String, _ width: Int, _ lines: [String]) {
    #expect(TextTable.wrap(text, width: width) == lines)
  }
}
