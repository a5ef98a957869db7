import DeskTUI
import Testing

/// Several desks in one office, each a process of its own.
@Suite struct ManyDesksTests {
  private let office: CommandLineOffice

  init() throws { office = try .founded() }

  @Test func theSecondOfTwoLearnsWhoWasFasterAndLosesNothingTyped() throws {
    let task = try office.register("Permohonan bantuan")
    let disposed = try office.run(
      "task", "act", "\(task)", "dispose", "--as", "melati-contoh", "--to", "kabid rehsos")
    try #require(disposed.code == 0, "\(disposed.err)")

    let cempaka = try office.sit(as: "cempaka-misal")
    let beringin = try office.sit(as: "beringin-umpama")
    for (seat, note) in [(cempaka, "Diantar sendiri"), (beringin, "Lewat kurir")] {
      try seat.open("Permohonan bantuan", toDo: "Langkah 3 dari 6")
      try seat.press(.complete)
      try seat.expect("Selesaikan langkah")
      try seat.type(note)
    }
    try cempaka.expect("Diantar sendiri")
    try cempaka.press(.save)
    try cempaka.expect("Diteruskan ke Kabid Rehsos")
    try beringin.expect("Lewat kurir")
    try beringin.press(.save)
    try beringin.expect("Sudah diselesaikan oleh Cempaka Misal", "Lewat kurir")
    #expect(try office.run("journal", "verify").code == 0)
  }

  @Test func anothersWorkShowsByItselfAndMovesNobody() throws {
    try office.register("Undangan rapat")
    try office.register("Permohonan data")
    let melati = try office.sit(as: "melati-contoh")
    try melati.expectSelected("Undangan rapat")
    try melati.press(.down)
    try melati.expectSelected("Permohonan data")
    try office.register("Laporan bencana", urgency: "sangat-segera")
    try melati.expect("Laporan bencana", "1 Antrean 3")
    try melati.expectSelected("Permohonan data")
  }

  @Test func whatIsBeingTypedStaysWhileOthersWork() throws {
    try office.register("Undangan rapat")
    let cempaka = try office.sit(as: "cempaka-misal")
    try cempaka.press(.register)
    try cempaka.fill("Panti Contoh")
    try cempaka.type("8/PC")
    try cempaka.expect("Panti Contoh", "8/PC")
    let melati = try office.sit(as: "melati-contoh")
    try melati.open("Undangan rapat", toDo: "Menunggu disposisi Anda")
    try melati.press(.dispose)
    try melati.tick("rehsos")
    try melati.press(.save)
    try melati.expect("Disposisi kepada")
    try cempaka.expect("1 Antrean 1", "Panti Contoh", "8/PC")
    try cempaka.type("/2026")
    try cempaka.expect("8/PC/2026")
  }
}
