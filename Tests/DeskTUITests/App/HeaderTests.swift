import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

/// The first line always shows who sits here as what.
@Suite struct HeaderTests {
  @Test(arguments: [
    (60, "Subkoor Anak-Lansia — Flamboyan Contoh", "LATIHAN"),
    (80, "Subkoor Anak-Lansia — Flamboyan Contoh, S.S.T.", "LATIHAN"),
    (
      132, "Sub Koordinator Rehabilitasi Sosial Anak dan Lanjut Usia — Flamboyan Contoh, S.S.T.",
      "LATIHAN"
    ),
  ])
  func aLongRoleLeavesRoomForThePerson(columns: Int, who: String, practice: String) throws {
    let desk = try DeskDriver(
      TemporaryOffice(), as: "sub-koordinator@rehsos-anak-lansia",
      size: Size(rows: 24, columns: columns))
    #expect(desk.lines[0].contains(who), "\(desk.lines[0])")
    #expect(desk.lines[0].contains(practice), "\(desk.lines[0])")
  }
}
