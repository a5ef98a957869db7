import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

@Suite struct FlowViewTests {
  @Test func theFlowOpensOnTheStepWhereTheLetterStands() throws {
    let desk = try DeskDriver(try FlowScene.split().place, as: FlowScene.linjamsos)
    desk.press(.flow)
    desk.expectScreen(
      contains: "4►", "Kabid Linjamsos", "menunggu Kabid Linjamsos", "lewat 47 mnt")
    desk.press(.open)
    desk.expectDialog("Langkah 4")
    desk.expectScreen(contains: "Kelengkapan", "Anggrek Latihan", "didisposisi")
    desk.key(.enter)
    desk.expectScreen(lacks: "Kelengkapan")
    desk.key(.escape)
    desk.expectScreen(contains: "[Semua 1]")
  }

  @Test func theDetailLineTellsWhoDidAStepAndWhen() throws {
    let desk = try DeskDriver(try FlowScene.split().place, as: FlowScene.linjamsos)
    desk.press(.flow)
    desk.press(.up)
    desk.press(.up)
    desk.expectScreen(
      contains: "2 Telaah dan disposisi", "√ Melati Contoh", "didisposisi", "2 Mar 09.08", "8/10")
    desk.key(.end)
    desk.expectScreen(contains: "6 Dokumentasikan dan arsipkan", "belum sampai ke langkah ini")
  }

  @Test func aWideScreenShowsItBelowAndOneKeyEnlargesIt() throws {
    let desk = try DeskDriver(
      try FlowScene.returned().place, as: FlowScene.sekretaris, size: Size(rows: 43, columns: 132))
    desk.expectScreen(contains: "Alur · Permohonan bantuan", "[Semua 1]", "1×↑3")
    desk.press(.flow)
    desk.press(.enlarge)
    desk.expectScreen(contains: "( Mulai )", "kembali 1×", "( Selesai )")
    desk.expectScreen(lacks: "[Semua 1]")
    desk.press(.enlarge)
    desk.expectScreen(contains: "[Semua 1]")
    desk.expectScreen(lacks: "( Mulai )")
  }

  @Test func onANarrowScreenItIsLargeAlready() throws {
    let desk = try DeskDriver(try FlowScene.split().place, as: FlowScene.linjamsos)
    desk.press(.flow)
    desk.press(.enlarge)
    desk.expectScreen(contains: "Alur sudah memenuhi layar.")
  }

  @Test func lanesAreScrolledByArrows() throws {
    let desk = try DeskDriver(
      try FlowScene.split().place, as: FlowScene.linjamsos, size: Size(rows: 16, columns: 60))
    desk.press(.flow)
    desk.expectScreen(contains: "◄1", "◄ Adm. Umum")
    desk.expectScreen(lacks: "Pengadministrasi")
    desk.press(.laneLeft)
    desk.expectScreen(contains: "Pengadministrasi")
    desk.press(.laneRight)
    desk.expectScreen(lacks: "Pengadministrasi")
  }

  @Test func whatOthersDoShowsWithoutAKey() throws {
    let scene = try FlowScene.split()
    let desk = try DeskDriver(scene.place, as: FlowScene.linjamsos)
    desk.press(.flow)
    desk.expectScreen(contains: "5►")
    try scene.complete(FlowScene.anak, after: 1)
    desk.waitASecond()
    desk.expectScreen(contains: "5√", "4►")
  }
}
