import DeskTestSupport
import Foundation
import Testing

@testable import DeskModel
@testable import DeskTUI

@Suite struct ProceduresPaneTests {
  private static func desk(_ size: Size = Size(rows: 24, columns: 80)) throws -> DeskDriver {
    let desk = try DeskDriver(try FlowScene.split().place, as: FlowScene.kasubag, size: size)
    desk.press(.procedures)
    return desk
  }

  /// Looks for procedures and leaves the line.
  private static func find(_ text: String, at desk: DeskDriver) {
    desk.press(.find)
    desk.type(text)
    desk.key(.escape)
  }

  @Test func theTreeTellsWhatIsInForceAndHowManyCasesRun() throws {
    let desk = try Self.desk()
    desk.expectScreen(
      contains: "153 dari 153 SOP", "Dinas Sosial Kabupaten Tegal", "Sub Bagian Kepegawaian")
    desk.expectScreen(lacks: "Penanganan Surat Masuk")
    desk.key(.down)
    desk.expectSelected("Sub Bagian Kepegawaian")
    desk.press(.unfold)
    desk.expectScreen(contains: "Penanganan Surat Masuk")
    let first = try #require(desk.lines.first { $0.contains("ntt-001") })
    #expect(first.contains("6    4        1"))
    let second = try #require(desk.lines.first { $0.contains("ntt-002") })
    #expect(second.contains("6    4        –"))
    desk.press(.unfold)
    desk.expectSelected("ntt-001")
    desk.press(.fold)
    desk.expectSelected("Sub Bagian Kepegawaian")
    desk.press(.fold)
    desk.expectScreen(lacks: "Penanganan Surat Masuk")
  }

  @Test func typingNarrowsTheListAndEscapeWidensIt() throws {
    let desk = try Self.desk()
    desk.press(.find)
    desk.type("NOTA dinas")
    desk.expectScreen(contains: "1 dari 153 SOP", "ntt-003")
    desk.expectScreen(lacks: "ntt-001")
    desk.type("xyz")
    desk.expectScreen(contains: "Tidak ada SOP yang cocok.")
    // As where letters are looked for: the first Esc leaves the line, the next one shows all again.
    desk.key(.escape)
    desk.expectScreen(contains: "Cari: NOTA dinasxyz")
    desk.key(.escape)
    desk.expectScreen(contains: "153 dari 153 SOP")
    // What is typed now are commands again.
    desk.press(.inbox)
    desk.expectScreen(contains: "[1 Antrean")
  }

  @Test func enterOpensTheReaderWhichShowsFlowTableAndParticulars() throws {
    let desk = try Self.desk()
    desk.press(.find)
    desk.type("ntt-002")
    desk.key(.enter)
    desk.expectDialog("SOP ntt-002 · Penanganan Surat Keluar")
    desk.expectScreen(contains: "[Alur]", "( Mulai )", "◊3", "2 Tahun 2020")
    desk.press(.otherView)
    desk.expectScreen(contains: "[Tabel]", "Kegiatan", "Kelengkapan", "Minta bahan", "5 menit")
    desk.press(.otherView)
    desk.expectScreen(
      contains: "[Formulir]", "Dasar hukum", "UU 43/2009", "Versi")
    desk.press(.otherView)
    desk.expectScreen(
      contains: "[Catatan", "Catatan sumber", "Langkah 6 tidak menyebut pelaksana")
    desk.press(.otherView)
    desk.expectScreen(contains: "[Versi 1]", "1 Maret 2026")
    desk.press(.otherView)
    desk.expectScreen(contains: "[Alur]")
    desk.press(.previousView)
    desk.expectScreen(contains: "[Versi 1]")
    desk.key(.escape)
    desk.expectScreen(contains: "Cari: ntt-002")
  }

  @Test func theTabsLeadOutOfTheReader() throws {
    let desk = try Self.desk()
    Self.find("ntt-002", at: desk)
    desk.key(.enter)
    desk.key(.character(":"))
    desk.expectDialog("Perintah")
    desk.key(.escape)
    desk.expectDialog("SOP ntt-002 · Penanganan Surat Keluar")
    desk.key(.character("1"))
    desk.expectScreen(contains: "[1 Antrean")
    desk.expectScreen(lacks: "SOP ntt-002")
    desk.press(.procedures)
    desk.key(.enter)
    desk.expectDialog("SOP ntt-002 · Penanganan Surat Keluar")
    desk.click("2 Agenda")
    desk.expectScreen(contains: "[2 Agenda")
  }

  @Test func aStepOfTheReaderShowsWhatItAsksFor() throws {
    let desk = try Self.desk()
    Self.find("ntt-001", at: desk)
    desk.key(.enter)
    desk.press(.down)
    desk.press(.open)
    desk.expectDialog("Langkah 2")
    desk.expectScreen(contains: "Kelengkapan", "Lembar disposisi", "10 menit", "lanjut ke 3")
    desk.expectScreen(lacks: "Yang sudah terjadi")
    desk.key(.escape)
    desk.expectDialog("SOP ntt-001 · Penanganan Surat Masuk")
  }

  @Test func aCaseIsStartedFromTheProcedureThatIsRead() throws {
    let desk = try DeskDriver(
      try FlowScene.split().place, as: "sekretaris@sekretariat")
    desk.press(.procedures)
    desk.press(.find)
    desk.type("ntt-003")
    desk.key(.enter)
    desk.press(.startFrom)
    let form = desk.expectDialog("Mulai berkas")
    let picked = try #require(desk.lines.first { $0.contains("ntt-003") })
    #expect(picked.contains("Penanganan Nota Dinas"))
    // The procedure says what paper it writes.
    form.go(to: "Hal").type("Nota dinas kenaikan gaji")
    form.go(to: "Sifat").type("r")
    let file = desk.office.folder.root + "/lampiran.txt"
    try Data("isi".utf8).write(to: URL(fileURLWithPath: file))
    form.go(to: "Lampiran").type(file)
    form.save()
    let inOffice = try desk.office.desk()
    let reader = try desk.office.session("sekretaris@sekretariat").actor
    let letter = try #require(try inOffice.letters(limit: 1, for: reader).first)
    #expect(letter.kind == .notaDinas)
    #expect(letter.secrecy == .rahasia)
    let started = try #require(letter.caseID)
    let view = try #require(try inOffice.caseView(started, for: reader))
    #expect(view.state.letter.attachments.map(\.name) == ["lampiran.txt"])
  }

  @Test func besideTheListTheSelectedProcedureIsDrawn() throws {
    let desk = try Self.desk(Size(rows: 43, columns: 132))
    desk.expectScreen(contains: "┌ Dinas Sosial Provinsi Nusa Tenggara Timur ─", "117  SOP berlaku")
    desk.key(.down)
    desk.expectSelected("Sub Bagian Kepegawaian")
    desk.press(.unfold)
    desk.press(.down)
    desk.expectScreen(contains: "┌ Penanganan Surat Masuk ─", "( Mulai )")
    desk.press(.down)
    desk.expectScreen(contains: "┌ Penanganan Surat Keluar ─", "◊3")
  }

  @Test(
    arguments: [
      Size(rows: 24, columns: 80), Size(rows: 16, columns: 60), Size(rows: 43, columns: 132),
    ])
  func panesAreDrawnInEverySize(_ size: Size) throws {
    for glyphs in [Glyphs.unicode, .ascii] {
      let name = "\(size.columns)x\(size.rows)" + (glyphs.isASCII ? "-ascii" : "")
      let table = ProcedureTable(
        try FlowShapes.ntt("ntt-003"), words: FlowShapes.words, width: size.columns)
      var canvas = Canvas(size: Size(rows: size.rows - 5, columns: size.columns), glyphs: glyphs)
      table.draw(into: &canvas, top: 0)
      expectSnapshot(canvas.grid, "procedure-table-\(name)")
    }
  }

  @Test(arguments: 1...30)
  func noTableIsTooSmall(_ rows: Int) throws {
    let procedure = try FlowShapes.outcomes()
    for columns in [1, 2, 3, 5, 9, 20, 40, 61, 110, 140] {
      let table = ProcedureTable(procedure, words: FlowShapes.words, width: columns)
      var canvas = Canvas(size: Size(rows: rows, columns: columns))
      table.draw(into: &canvas, top: 5)
      #expect(table.lineCount > procedure.steps.count)
    }
  }

  @Test func theTreeLooksEverywhereForEveryWord() {
    var tree = ProcedureTree()
    tree.take(
      [
        Self.row("b-2", "Nota Dinas", office: "B", unit: "Umum"),
        Self.row("a-2", "Surat Keluar", office: "A", unit: "Umum"),
        Self.row("a-3", "Surat Masuk", office: "A", unit: "Bidang"),
        Self.row("a-4", "Surat Lain", office: "A", unit: "Umum"),
      ], own: "B", height: 40)
    func found(_ text: String) -> [String] { tree.rows(matching: text).map(\.id.rawValue) }
    #expect(found("") == ["b-2", "a-2", "a-4", "a-3"])
    #expect(found("surat umum") == ["a-2", "a-4"])
    #expect(found("SURAT MASUK") == ["a-3"])
    #expect(found("keluar masuk") == [])
  }

  @Test func aTreeThatDoesNotFitBeginsFolded() {
    var tree = ProcedureTree()
    tree.take(Self.rows, own: "B", height: 4)
    func names() -> [String] {
      tree.entries(matching: "").map { entry in
        switch entry {
        case .group(let group): "\(group.name) \(group.rows.count)"
        case .procedure(let row): row.id.rawValue
        }
      }
    }
    #expect(names() == ["B 1", "Umum 1", "A 2"])
    tree.set(.group(office: "B", unit: "Umum"), folded: false)
    #expect(names() == ["B 1", "Umum 1", "b-2", "A 2"])
    tree.set(.group(office: "B", unit: nil), folded: true)
    #expect(names() == ["B 1", "A 2"])
    // What comes later leaves it as the user has it; what is looked for is always seen.
    tree.take(Self.rows, own: "B", height: 40)
    #expect(names() == ["B 1", "A 2"])
    #expect(tree.entries(matching: "keluar").count == 3)
  }

  private static let rows = [
    row("b-2", "Nota Dinas", office: "B", unit: "Umum"),
    row("a-2", "Surat Keluar", office: "A", unit: "Umum"),
    row("a-1", "Surat Masuk", office: "A", unit: "Bidang"),
  ]

  private static func row(
    _ id: ProcedureID, _ title: String, office: String, unit: String
  ) -> ProcedureRow {
    ProcedureRow(
      id: id, version: 1, title: title, number: nil, office: office, unit: unit, steps: 1, lanes: 1,
      beginsWithEntry: true,
      beginning: Beginning(posts: [], isOutside: false, kind: .incoming), running: 0)
  }
}
