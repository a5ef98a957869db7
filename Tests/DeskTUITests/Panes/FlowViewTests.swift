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
  }
}
