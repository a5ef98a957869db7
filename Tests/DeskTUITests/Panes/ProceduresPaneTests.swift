import DeskTestSupport
import Testing

@testable import DeskModel
@testable import DeskTUI

@Suite struct ProceduresPaneTests {
  private static func desk(_ size: Size = Size(rows: 24, columns: 80)) throws -> DeskDriver {
    let desk = try DeskDriver(try FlowScene.split().place, as: FlowScene.kasubag, size: size)
    desk.press(.procedures)
    return desk
  }

  @Test func theListTellsWhatIsInForceAndHowManyCasesRun() throws {
    let desk = try Self.desk()
    desk.expectScreen(
      contains: "153 dari 153 SOP", "Penanganan Surat Masuk", "Sub Bagian Kepegawaian")
    let first = try #require(desk.lines.first { $0.contains("ntt-001") })
    #expect(first.contains("6        1"))
    let second = try #require(desk.lines.first { $0.contains("ntt-002") })
    #expect(second.contains("6        –"))
  }

  @Test func typingNarrowsTheListAndEscapeWidensIt() throws {
    let desk = try Self.desk()
    desk.press(.filterMenu)
    desk.type("NOTA dinas")
    desk.expectScreen(contains: "1 dari 153 SOP", "ntt-003")
    desk.expectScreen(lacks: "ntt-001")
    desk.type("xyz")
    desk.expectScreen(contains: "Tidak ada SOP yang cocok.")
    desk.key(.escape)
    desk.expectScreen(contains: "153 dari 153 SOP")
    // What is typed now are commands again.
    desk.press(.inbox)
    desk.expectScreen(contains: "[1 Antrean")
  }

  @Test func enterOpensTheReaderWhichShowsFlowTableAndParticulars() throws {
    let desk = try Self.desk()
    desk.press(.filterMenu)
    desk.type("keluar")
    desk.key(.enter)
    desk.expectDialog("SOP ntt-002 · Penanganan Surat Keluar")
    desk.expectScreen(contains: "[Alur]", "( Mulai )", "◊3", "2 Tahun 2020")
    desk.press(.otherView)
    desk.expectScreen(contains: "[Tabel]", "Kegiatan", "Kelengkapan", "Minta bahan", "5 menit")
    desk.press(.otherView)
    desk.expectScreen(
      contains: "[Keterangan]", "Dasar hukum", "UU 43/2009", "Versi")
    desk.key(.end)
    desk.expectScreen(contains: "Catatan sumber", "Langkah 6 tidak menyebut pelaksana")
    desk.press(.otherView)
    desk.expectScreen(contains: "[Alur]")
    desk.key(.escape)
    desk.expectScreen(contains: "Saring: keluar")
  }

  @Test func aStepOfTheReaderShowsWhatItAsksFor() throws {
    let desk = try Self.desk()
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
    desk.press(.filterMenu)
    desk.type("nota")
    desk.key(.enter)
    desk.press(.startCase)
    desk.expectDialog("Mulai berkas")
    let picked = try #require(desk.lines.first { $0.contains("ntt-003") })
    #expect(picked.contains("Penanganan Nota Dinas"))
  }

  @Test func besideTheListTheSelectedProcedureIsDrawn() throws {
    let desk = try Self.desk(Size(rows: 43, columns: 132))
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

  @Test func theFilterLooksEverywhereForEveryWord() {
    func row(_ id: ProcedureID, _ title: String, office: String, unit: String) -> ProcedureRow {
      ProcedureRow(
        id: id, version: 1, title: title, number: nil, office: office, unit: unit, steps: 1,
        beginsWithEntry: true, running: 0)
    }
    let rows = [
      row("b-2", "Nota Dinas", office: "B", unit: "Umum"),
      row("a-2", "Surat Keluar", office: "A", unit: "Umum"),
      row("a-3", "Surat Masuk", office: "A", unit: "Bidang"),
      row("a-4", "Surat Lain", office: "A", unit: "Umum"),
    ]
    func found(_ text: String) -> [String] {
      ProcedureFilter.rows(rows, matching: text, in: "B").map(\.id.rawValue)
    }
    #expect(found("") == ["b-2", "a-2", "a-4", "a-3"])
    #expect(found("surat umum") == ["a-2", "a-4"])
    #expect(found("SURAT MASUK") == ["a-3"])
    #expect(found("keluar masuk") == [])
  }
}
