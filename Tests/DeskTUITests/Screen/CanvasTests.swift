import DeskTUI
import DeskTestSupport
import Testing

@Suite struct CanvasTests {
  @Test func boxInPartOfTheScreenIsClippedAndTitled() {
    var canvas = Canvas(size: Size(rows: 6, columns: 24))
    let inner = canvas.box(title: "Antrean Sekretaris Dinas", focused: true)
    canvas.within(inner) { canvas in
      canvas.put("Undangan rapat koordinasi", at: .zero, style: .plain)
      canvas.put("42", at: Point(row: 1, column: 0), style: .badge, width: 6, align: .right)
      canvas.restyle(Rect(row: 0, column: 0, height: 1, width: 99), role: .focus)
      canvas.put("below the box", at: Point(row: 9, column: 0))
    }
    expectSnapshot(canvas.grid, "canvas-box")
  }
}
