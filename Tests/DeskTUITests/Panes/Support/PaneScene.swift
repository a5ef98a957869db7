import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

/// An office with a morning's letters, for pictures of the panes.
enum PaneScene {
  static let clerk: RoleID = "pengadministrasi-umum@kepegawaian-umum"
  static let secretary: RoleID = "sekretaris@sekretariat"
  static let rehsos: RoleID = "kepala-bidang@rehabilitasi-sosial"
  static let linjamsos: RoleID = "kepala-bidang@perlindungan-jaminan-sosial"

  static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 16, columns: 60), Size(rows: 43, columns: 132),
  ]

  private static let letters:
    [(
      sender: String, number: String, day: Int, subject: String, urgency: Urgency, secrecy: Secrecy
    )] =
      [
        ("Dinas Kesehatan Contoh", "005/12/2026", 20, "Undangan rapat koordinasi", .biasa, .biasa),
        ("Panti Asuhan Melati", "01/PAM/II/2026", 21, "Permohonan bantuan", .biasa, .biasa),
        ("Badan Bencana Contoh", "360/7/2026", 24, "Data korban banjir", .sangatSegera, .biasa),
        ("Inspektorat Contoh", "R-9/INSP/2026", 25, "Hasil pemeriksaan", .segera, .rahasia),
        ("Yayasan Café Lansia", "14/YCL/2026", 26, "Undangan peresmian", .biasa, .biasa),
        ("Kelurahan Misal", "470/88/2026", 27, "Data lansia terlantar", .biasa, .biasa),
        ("Dinas Pendidikan Contoh", "420/3/2026", 27, "Beasiswa anak panti", .biasa, .biasa),
      ]

  /// The office at twenty past nine: three letters are disposed, four wait for the head.
  static func office() throws -> TemporaryOffice {
    let office = try TemporaryOffice()
    let desk = try office.desk()
    defer { try? desk.close() }
    let clerk = try office.session(clerk).actor
    for letter in letters {
      let paper = Letter(
        kind: .incoming, secrecy: letter.secrecy, urgency: letter.urgency, sender: letter.sender,
        senderNumber: letter.number,
        letterDate: CalendarDate(year: 2026, month: 2, day: letter.day),
        receivedDate: CalendarDate(year: 2026, month: 3, day: 2), subject: letter.subject)
      try desk.perform(
        .register(Registration(letter: paper, procedure: "ntt-001")), as: clerk)
      office.wait(minutes: 2)
    }
    try office.dispose(2, to: [rehsos])
    try office.dispose(1, to: [linjamsos])
    office.wait(minutes: 6)
    return office
  }

  /// The name of a picture.
  static func name(_ pane: String, _ size: Size, _ suffix: String = "") -> String {
    "\(pane)-\(size.columns)x\(size.rows)\(suffix)"
  }
}

/// Compares what a pane shows with its picture: the body of the screen, on wide screens without what lies beside or
/// below, so that a picture changes with its own pane only.
func expectPane(
  _ desk: DeskDriver, _ name: String, in placement: Placement = .wholePane,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let frame = DeskLayout(desk.terminal.grid.size).frame(placement).outer
  var cut = Grid(size: frame.size)
  for row in 0..<frame.height {
    for column in 0..<frame.width {
      let cell = desk.terminal.grid[frame.row + row, frame.column + column]
      guard cell.width > 0 else { continue }
      cut.put(String(cell.text), at: Point(row: row, column: column), style: cell.style)
    }
  }
  expectSnapshot(cut, name, sourceLocation: sourceLocation)
}
