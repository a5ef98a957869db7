import DeskModel
import Foundation
import Testing

@Suite struct ProcedureReaderTests {
  /// A broken file, and the line and message that its reader must name.
  struct Broken: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var line: Int
    var key: String
    var arguments: [String: String] = [:]
    var testDescription: String { name }

    init(
      _ name: String, _ text: String, _ line: Int, _ key: String,
      _ arguments: [String: String] = [:]
    ) {
      self.name = name
      self.text = text
      self.line = line
      self.key = key
      self.arguments = arguments
    }
  }

  private static let good = ProcedureFixture.step(1)

  static let broken: [Broken] = [
    // YAML itself
    Broken("empty", "", 1, "yaml.top-not-mapping"),
    Broken("a list", "- a\n- b\n", 1, "yaml.top-not-mapping"),
    Broken("bracket left open", "id: a\nkualifikasi: [b\nnama: c\n", 2, "yaml.bracket-open"),
    Broken("quote left open", "id: a\nnama: \"b\nunit: c\n", 2, "yaml.quote-open"),
    Broken("colon in text", "id: a\nnama: b: c\n", 2, "yaml.colon-in-text"),
    Broken("tab at the start", "id: a\n\tnama: b\n", 2, "yaml.tab"),
    Broken("at sign", "id: a\nnama: @b\n", 2, "yaml.sign-at-start"),
    Broken("out of line", "id: a\n  nama: b\n", 2, "yaml.colon-in-text"),
    Broken("outdented", "pelaksana:\n  - a\n b: c\n", 3, "yaml.indentation"),
    Broken("no colon", "id: a\nnama b\nunit: c\n", 2, "yaml.colon-missing"),
    Broken("key twice", "id: a\nnama: b\nid: c\n", 1, "yaml.key-twice", ["key": "id"]),
    Broken("two documents", "id: a\n---\nid: b\n", 2, "yaml.second-document"),
    Broken("reference", "id: &x a\nnama: *x\n", 1, "yaml.reference"),
    Broken("star", "id: a\nnama: *b\n", 2, "yaml.star-in-text"),
    Broken("control character", "id: a\nnama: b\u{1}c\n", 2, "yaml.control-character"),
    Broken("list as key", "[a]: b\n", 1, "yaml.key-not-text"),
    // The form
    Broken(
      "misspelt key", ProcedureFixture.file(steps: [good], head: ["nama": "namaa: Uji"]), 2,
      "yaml.key-unknown-suggest", ["key": "namaa", "meant": "nama"]),
    Broken(
      "foreign key", ProcedureFixture.file(steps: [good], head: ["catatan": "harga: 5"]), 5,
      "yaml.key-unknown"),
    Broken(
      "missing key", ProcedureFixture.file(steps: [good], head: ["unit": "# none"]), 1,
      "yaml.key-missing", ["key": "unit"]),
    Broken(
      "empty text", ProcedureFixture.file(steps: [good], head: ["unit": "unit: \" \""]), 4,
      "yaml.text-empty", ["key": "unit"]),
    Broken(
      "list for a text", ProcedureFixture.file(steps: [good], head: ["unit": "unit: [a]"]), 4,
      "yaml.not-text", ["key": "unit"]),
    Broken(
      "escape sequence", ProcedureFixture.file(steps: [good], head: ["nama": #"nama: "a\e[2J""#]),
      2, "yaml.text-unprintable", ["key": "nama"]),
    Broken(
      "id with blanks", ProcedureFixture.file(steps: [good], head: ["id": "id: Uji 1"]), 1,
      "yaml.not-slug", ["key": "id", "value": "Uji 1"]),
    Broken(
      "date that is none",
      ProcedureFixture.file(steps: [good], head: ["catatan": "dibuat: 2020-02-30"]), 5,
      "yaml.not-date", ["key": "dibuat", "value": "2020-02-30"]),
    Broken(
      "source without line",
      ProcedureFixture.file(steps: [good], head: ["catatan": "sumber: {berkas: a}"]), 5,
      "yaml.key-missing", ["key": "baris"]),
    Broken(
      "lanes no list",
      ProcedureFixture.file(steps: [good]).replacingOccurrences(
        of: "langkah:\n  - ", with: "langkah: "),
      9, "yaml.not-list", ["key": "langkah"]),
    Broken(
      "lane without posts",
      ProcedureFixture.file(steps: [good], head: ["  - {id: kadis": "  - {id: kadis, nama: K}"]),
      8, "procedure.lane-unknown-name", ["name": "K"]),
    Broken(
      "malformed post",
      ProcedureFixture.file(
        steps: [good], head: ["  - {id: kadis": "  - {id: kadis, nama: K, jabatan: [a@b@c]}"]),
      8, "procedure.post-malformed", ["value": "a@b@c"]),
    Broken(
      "step no mapping", ProcedureFixture.file(steps: [good]) + "  - kerja\n", 11,
      "yaml.item-not-mapping"),
    Broken(
      "unknown act", ProcedureFixture.file(steps: [ProcedureFixture.step(1, act: "tandatangan")]),
      10, "yaml.choice-suggest",
      ["key": "aksi", "value": "tandatangan", "meant": "tandatangani"]),
    Broken(
      "number in words",
      ProcedureFixture.file(steps: ["no: satu, oleh: umum, aksi: susun, kegiatan: K"]), 10,
      "yaml.not-number", ["key": "no", "value": "satu"]),
    Broken(
      "negative refusal", ProcedureFixture.file(steps: [ProcedureFixture.step(1, "tolak: -1")]),
      10, "yaml.not-number", ["key": "tolak", "value": "-1"]),
    Broken(
      "time without unit",
      ProcedureFixture.file(steps: ["no: 1, oleh: umum, aksi: susun, kegiatan: K, waktu: 10"]), 10,
      "time.unreadable", ["text": "10"]),
    Broken(
      "flag", ProcedureFixture.file(steps: [ProcedureFixture.step(1, "semua: mungkin")]), 10,
      "yaml.not-flag", ["key": "semua", "value": "mungkin"]),
    Broken(
      "target in words", ProcedureFixture.file(steps: [ProcedureFixture.step(1, "lanjut: akhir")]),
      10, "procedure.target-malformed", ["value": "akhir"]),
    Broken(
      "outcome without target",
      ProcedureFixture.file(steps: [ProcedureFixture.step(1, "putusan: [{nama: ya}]")]), 10,
      "yaml.key-missing", ["key": "lanjut"]),
    // What reads but makes no sense is refused with its line too
    Broken(
      "doubled number", ProcedureFixture.file(steps: [good, good]), 11, "finding.doubled-number",
      ["no": "1"]),
    Broken(
      "no lane",
      ProcedureFixture.file(steps: [
        "no: 1, aksi: susun, kegiatan: K, waktu: 1 jam, output: [H]"
      ]), 10, "finding.step-without-lane", ["no": "1"]),
    Broken(
      "unknown lane", ProcedureFixture.file(steps: [ProcedureFixture.step(1, by: "umun")]), 10,
      "finding.unknown-lane", ["no": "1", "lane": "umun", "known": "umum, kadis"]),
    Broken(
      "refusal to itself", ProcedureFixture.file(steps: [ProcedureFixture.step(1, "tolak: 1")]),
      10, "finding.refusal-to-itself", ["no": "1"]),
  ]

  @Test("a broken file is refused with line and sentence", arguments: broken)
  func refuses(_ broken: Broken) throws {
    let faults = try #require(throws: Faults.self) {
      try ProcedureReader.procedure(Data(broken.text.utf8), file: "uji.yaml")
    }
    let fault = try #require(
      faults.list.first { $0.message.key == broken.key },
      "found only \(faults.list.map { "\($0.line) \($0.message.key)" })")
    #expect(fault.line == broken.line)
    #expect(fault.file == "uji.yaml")
    for (name, value) in broken.arguments { #expect(fault.message.arguments[name] == value) }
    for language in Phrasebook.Language.allCases {
      let text = fault.text(ProcedureFixture.phrasebook(language))
      #expect(text.hasPrefix("uji.yaml:\(broken.line): "))
      #expect(!text.contains("[\(broken.key)]"))
      #expect(!text.contains("{"))
    }
  }

  @Test("bytes that are not UTF-8 are refused with their line")
  func notUTF8() throws {
    let bytes = Data("id: a\nnama: ".utf8) + [0xC3, 0x28] + Data("\n".utf8)
    let faults = try #require(throws: Faults.self) {
      try ProcedureReader.procedure(bytes, file: "uji.yaml")
    }
    #expect(faults.list.map(\.line) == [2])
    #expect(faults.list.map(\.message.key) == ["yaml.not-utf8"])
  }

  @Test("all faults of a file are named at once, in their order")
  func allFaults() throws {
    let text = ProcedureFixture.file(
      steps: [
        ProcedureFixture.step(1, act: "tulis"), ProcedureFixture.step(2, "warna: biru"),
        "no: x, oleh: umum, aksi: susun, kegiatan: K, waktu: 0 menit",
      ], head: ["id": "idd: uji-001"])
    let faults = try #require(throws: Faults.self) {
      try ProcedureReader.procedure(Data(text.utf8), file: "uji.yaml")
    }
    #expect(
      faults.list.map { "\($0.line) \($0.message.key)" } == [
        "1 yaml.key-missing", "1 yaml.key-unknown-suggest", "10 yaml.choice-unknown",
        "11 yaml.key-unknown", "12 yaml.not-number", "12 time.zero",
      ])
  }

  @Test("what is written in several ways is read as the same")
  func forgiving() throws {
    let procedure = try ProcedureFixture.reading(steps: [
      "no: 1, oleh: [umum, kadis], semua: ya, aksi: laksanakan, kegiatan: '  Kerja   bersama ',"
        + " waktu: 3 – 4 Hari, kelengkapan: Surat, output: [A, 5], keterangan: ~",
      ProcedureFixture.step(
        2, by: "kadis", act: "putuskan",
        "putusan: [{nama: terima, lanjut: Selesai}, {nama: ulang, lanjut: 1}]"),
    ]).procedure
    let step = try #require(procedure.step(1))
    #expect(step.lanes == ["umum", "kadis"])
    #expect(step.requiresAll)
    #expect(step.activity == "Kerja bersama")
    #expect(step.requirements == ["Surat"])
    #expect(step.outputs == ["A", "5"])
    #expect(step.note == nil)
    #expect(step.time?.max == 4)
    #expect(procedure.step(2)?.outcomes.map(\.next) == [.end, .step(1)])
    #expect(procedure.step(2)?.isDecision == true)
  }
}
