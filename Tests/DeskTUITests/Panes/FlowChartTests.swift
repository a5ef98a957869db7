import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

@Suite struct FlowChartTests {
  private static func lines(_ chart: FlowChart, _ size: Size, _ glyphs: Glyphs = .unicode)
    -> [String]
  {
    var canvas = Canvas(size: size, glyphs: glyphs)
    chart.draw(into: &canvas, words: FlowShapes.words, focused: true)
    return GridSnapshot(canvas.grid).glyphs
  }

  private static let body = Size(rows: 20, columns: 80)

  /// The places of the flow on screens of 80×24, 60×16 and 132×43: the strip, and enlarged.
  @Test(
    arguments: ["split", "returned"],
    [
      Size(rows: 20, columns: 80), Size(rows: 12, columns: 60), Size(rows: 11, columns: 130),
      Size(rows: 38, columns: 130),
    ])
  func caseIsReadAtAGlance(_ name: String, size: Size) throws {
    let scene = name == "split" ? try FlowScene.split() : try FlowScene.returned()
    let chart = FlowChart(try scene.state().procedure, progress: try scene.progress())
    for glyphs in [Glyphs.unicode, .ascii] {
      var canvas = Canvas(size: size, glyphs: glyphs)
      chart.draw(into: &canvas, words: FlowShapes.words, focused: true)
      let set = glyphs.isASCII ? "-ascii" : ""
      expectSnapshot(canvas.grid, "flow-\(name)-\(size.columns)x\(size.rows)\(set)")
    }
  }

  @Test func whereTheCaseStandsIsToldWithoutColour() throws {
    let scene = try FlowScene.returned()
    let chart = FlowChart(try scene.state().procedure, progress: try scene.progress())
    let lines = Self.lines(chart, Self.body)
    #expect(lines.contains { $0.contains("╔◊4►") })
    #expect(lines.contains { $0.contains("◊3√") })
    #expect(!lines.contains { $0.contains("5√") || $0.contains("5►") })
    #expect(lines.contains { $0.contains("kembali 1×") })
    let plain = Self.lines(chart, Self.body, .ascii)
    #expect(plain.contains { $0.contains("#<4>>") })
    #expect(plain.allSatisfy { $0.allSatisfy(\.isASCII) })
  }

  @Test func headsAndNumbersStayWhileTheRestIsScrolled() throws {
    let procedure = try FlowShapes.staircase(lanes: 6, steps: 30)
    var chart = FlowChart(procedure)
    let before = Self.lines(chart, Self.body)
    #expect(before[1].contains("Lajur 1") && before[1].contains("Lajur 4"))
    #expect(!before[1].contains("Lajur 5") && before[0].contains("2►"))
    chart.scroll(lanes: 9, size: Self.body, words: FlowShapes.words)
    let right = Self.lines(chart, Self.body)
    #expect(right[1].contains("Lajur 3") && right[1].contains("Lajur 6"))
    #expect(right[0].hasPrefix("◄2"))
    #expect(right.contains { $0.hasPrefix(" 1 ") })
    for _ in 0..<20 { chart.move(.down, size: Self.body, words: FlowShapes.words) }
    let down = Self.lines(chart, Self.body)
    #expect(down[1].contains("Lajur 3"))
    #expect(down[2] == right[2])
    #expect(down.contains { $0.hasPrefix("21") })
  }

  @Test func stepsInLanesOutOfViewAreSignposted() throws {
    var chart = FlowChart(try FlowShapes.staircase(lanes: 6, steps: 30))
    let lines = Self.lines(chart, Self.body)
    #expect(lines.contains { $0.hasPrefix(" 5 ") && $0.contains("Lajur 5 ►") })
    chart.scroll(lanes: 2, size: Self.body, words: FlowShapes.words)
    let right = Self.lines(chart, Self.body)
    #expect(right.contains { $0.hasPrefix(" 7 ◄ Lajur 1") })
  }

  @Test func waitingForOutsidersAndStoppingAreToldInWordsAndSigns() throws {
    let scene = try FlowScene()
    try scene.register("ntt-001", as: FlowScene.umum)
    try scene.act(FlowScene.kadis, after: 5) { .suspend($0, reason: "Menunggu lampiran") }
    scene.place.wait(minutes: 300)
    let held = FlowChart(try scene.state().procedure, progress: try scene.progress())
    let screen = Self.lines(held, Size(rows: 20, columns: 120)).joined(separator: "\n")
    #expect(screen.contains("╔2=") && screen.contains("pihak luar"))
    #expect(screen.contains("menunggu pihak luar sejak 2 Mar 09.05"))
    try scene.desk.perform(
      .cancel(scene.caseID, reason: "Surat ganda"), as: scene.place.session(FlowScene.umum).actor)
    let stopped = FlowChart(try scene.state().procedure, progress: try scene.progress())
    let end = Self.lines(stopped, Self.body)
    #expect(end.contains { $0.contains("╔2×") })
    #expect(end[19].hasPrefix("× Cempaka Misal · dibatalkan"))
  }

  @Test func theCursorIsAlwaysInView() throws {
    var chart = FlowChart(try FlowShapes.staircase(lanes: 6, steps: 30))
    for motion in [Motion.last, .up, .up, .first, .down, .pageDown, .pageDown, .pageUp, .last] {
      chart.move(motion, size: Self.body, words: FlowShapes.words)
      let window = chart.window(size: Self.body, words: FlowShapes.words)
      let span = window.picture.spans[chart.cursor]
      #expect(window.visible.contains(span.top))
      #expect(window.visible.contains(span.top + span.pitch))
      let lane = window.picture.boxes.first { $0.row == chart.cursor }?.lane
      #expect(lane.map(window.shown.contains) == true)
    }
  }

  @Test func itOpensWithTheCurrentStepInTheMiddleAndFollowsItUntilMoved() throws {
    let scene = try FlowScene.split()
    var chart = FlowChart(try scene.state().procedure, progress: try scene.progress())
    #expect(chart.cursor == 3)
    let window = chart.window(size: Self.body, words: FlowShapes.words)
    let span = window.picture.spans[3]
    let middle = window.top + window.lanes.height / 2
    #expect((span.top...span.top + span.pitch).contains(middle))
    try scene.dispose(FlowScene.linjamsos, after: 1, to: ["sub-koordinator@korban-bencana-alam"])
    chart.update(try scene.state().procedure, progress: try scene.progress())
    #expect(chart.cursor == 4)
    chart.move(.up, size: Self.body, words: FlowShapes.words)
    chart.update(try scene.state().procedure, progress: try scene.progress())
    #expect(chart.cursor == 3)
  }

  @Test func aClickSelectsAndADoubleClickOpens() throws {
    var chart = FlowChart(try FlowShapes.ntt("ntt-001"))
    let size = Size(rows: 38, columns: 130)
    let window = chart.window(size: size, words: FlowShapes.words)
    let box = try #require(window.picture.boxes.first { $0.number == 4 })
    let place = Point(
      row: window.lanes.row + box.rect.row + 1, column: window.lanes.column + box.rect.column + 3)
    let press = MouseEvent(.press(.left), at: place)
    #expect(chart.mouse(press, size: size, words: FlowShapes.words) == false)
    #expect(chart.step?.no == 4)
    let double = MouseEvent(.doubleClick, at: place)
    #expect(chart.mouse(double, size: size, words: FlowShapes.words) == true)
    let head = MouseEvent(.press(.left), at: .zero)
    #expect(chart.mouse(head, size: size, words: FlowShapes.words) == nil)
  }

  @Test func oneLaneAloneIsAStack() throws {
    let chart = FlowChart(try FlowShapes.staircase(lanes: 1, steps: 3))
    let lines = Self.lines(chart, Self.body)
    #expect(lines.contains { $0.contains("├2───▼") })
    #expect(lines.contains { $0.contains("( Selesai )") })
  }

  @Test func marksOnLettersTakeNoRoom() throws {
    let procedure = try FlowShapes.procedure(
      lanes: ["umum Kepe\u{301}gawaian", "kadis 部長 Kepala"],
      steps: [
        "oleh: umum, kegiatan: \"Ca\u{301}tat su\u{308}rat\"", "oleh: kadis, kegiatan: 承認 tanda",
      ])
    for line in Self.lines(FlowChart(procedure), Self.body) {
      #expect(TextWidth.columns(line) == 80)
    }
    let boxes = Self.lines(FlowChart(procedure), Self.body).filter { $0.contains("│") }
    #expect(boxes.contains { $0.contains("│Ca\u{301}tat su\u{308}rat") })
  }

  @Test(arguments: Array(1...12) + [15, 16, 17, 20, 28, 40])
  func noSizeIsTooSmall(_ rows: Int) throws {
    let charts = [
      FlowChart(try FlowShapes.outcomes()), FlowChart(try FlowShapes.staircase(lanes: 7, steps: 4)),
    ]
    for columns in [1, 2, 3, 4, 5, 6, 8, 11, 15, 16, 19, 20, 21, 23, 24, 27, 39, 60, 80, 140] {
      for var chart in charts {
        let size = Size(rows: rows, columns: columns)
        #expect(Self.lines(chart, size).count == rows)
        chart.move(.last, size: size, words: FlowShapes.words)
        chart.scroll(lanes: 1, size: size, words: FlowShapes.words)
        #expect(Self.lines(chart, size, .ascii).count == rows)
      }
    }
  }

  @Test func aProcedureWithoutStepsSaysSo() throws {
    var empty = try FlowShapes.ntt("ntt-001")
    empty.steps = []
    let chart = FlowChart(empty)
    #expect(Self.lines(chart, Self.body)[0].contains("tidak mempunyai langkah"))
    #expect(chart.step == nil)
  }
}
