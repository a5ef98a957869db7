import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

/// The PIN on the screen of an office that is not for practice.
@Suite struct PINJourneyTests {
  private let office: TemporaryOffice

  /// A draft waits for two parafs, one of each of the officials that the tests sit down as.
  init() throws {
    office = try TemporaryOffice(isPractice: false)
    for subject in ["Undangan", "Undangan kedua"] {
      try office.beginLetter(subject)
      let desk = try office.desk()
      let drafting = try #require(try desk.queue(of: Chair.umum).first)
      try desk.perform(
        .complete(drafting.ref, Completion(draft: "Rabu")), as: try office.session(Chair.umum).actor
      )
      office.wait(minutes: 1)
    }
  }

  private func parafs() throws -> Int {
    let desk = try office.desk()
    return try desk.letters(limit: 10).compactMap(\.caseID).reduce(0) {
      $0 + (try desk.caseView($1)?.state.parafs.count ?? 0)
    }
  }

  @Test func isChosenTwiceAtFirstUseAndThenAskedFor() throws {
    let desk = try DeskDriver(office, as: Chair.kasubag, isPractice: false)
    desk.key(.enter)
    desk.press(.paraf)
    let choosing = desk.expectDialog("Pilih PIN")
    desk.expectScreen(contains: "Anda belum memiliki PIN")
    desk.expectScreen(lacks: "246810")
    choosing.pin("123456")
    choosing.pin("123456")
    desk.expectScreen(contains: "terlalu mudah ditebak")
    choosing.pin("730519")
    choosing.pin("730519")
    desk.expectScreen(contains: "Diparaf. Diteruskan ke Sekretaris")
    #expect(try parafs() == 1)

    desk.key(.escape, .home, .enter)
    desk.press(.paraf)
    let asking = desk.expectDialog("Yakin?")
    asking.pin("730518")
    desk.expectScreen(contains: "PIN salah. Sisa 4 kali sebelum terkunci.")
    asking.pin("370519")
    desk.expectScreen(contains: "PIN salah. Sisa 3 kali sebelum terkunci.")
    #expect(try parafs() == 1)
    desk.expectScreen(contains: "Enter lanjutkan")
    desk.type("730519")
    // As in a form.
    desk.key(.control("s"))
    desk.expectScreen(contains: "Diparaf. Diteruskan ke Sekretaris")
    #expect(try parafs() == 2)
    _ = try office.desk().verify()
  }

  @Test func isLockedWithTheTimeUntilWhen() throws {
    let actor = try office.session(Chair.kasubag).actor
    _ = try office.desk().choosePIN(PIN(typed: "730519"), as: actor)
    let desk = try DeskDriver(office, as: Chair.kasubag, isPractice: false)
    desk.key(.enter)
    desk.press(.paraf)
    let asking = desk.expectDialog("Yakin?")
    for _ in 1...5 { asking.pin("730518") }
    // 09.02 when the fifth was typed, and a minute.
    desk.expectScreen(contains: "PIN terkunci sampai pukul 09.03 karena 5 kali salah.")
    asking.pin("730519")
    desk.expectScreen(contains: "PIN terkunci sampai pukul 09.03")
    asking.escape()
    desk.press(.paraf)
    desk.expectScreen(contains: "PIN terkunci sampai pukul 09.03")
    asking.escape()
    #expect(try parafs() == 0)
    office.wait(minutes: 1)
    desk.press(.paraf)
    asking.pin("730519")
    desk.expectScreen(contains: "Diparaf. Diteruskan ke Sekretaris")
  }

  @Test func isChangedAtTheDeskByWhoKnowsTheOldOne() throws {
    let actor = try office.session(Chair.kasubag).actor
    _ = try office.desk().choosePIN(PIN(typed: "730519"), as: actor)
    let desk = try DeskDriver(office, as: Chair.kasubag, isPractice: false)
    desk.press(.changePIN)
    let changing = desk.expectDialog("Ganti PIN")
    func change(_ old: String, _ new: String, again: String) {
      for digits in [old, new, again] { changing.pin(digits) }
    }
    change("730518", "915037", again: "915037")
    desk.expectScreen(contains: "PIN salah. Sisa 4 kali sebelum terkunci.")
    change("730519", "915037", again: "915036")
    desk.expectScreen(contains: "Kedua isian tidak sama.")
    change("730519", "123456", again: "123456")
    desk.expectScreen(contains: "terlalu mudah ditebak")
    change("730519", "730519", again: "730519")
    desk.expectScreen(contains: "PIN baru sama dengan yang lama.")
    desk.expectScreen(lacks: "730519", "915037")
    change("730519", "915037", again: "915037")
    desk.expectScreen(contains: "PIN Anda tersimpan.")
    #expect(desk.state.topTitle == nil)

    desk.key(.enter)
    desk.press(.paraf)
    let asking = desk.expectDialog("Yakin?")
    asking.pin("730519")
    desk.expectScreen(contains: "PIN salah.")
    asking.pin("915037")
    desk.expectScreen(contains: "Diparaf. Diteruskan ke Sekretaris")
    _ = try office.desk().verify()
  }

  @Test func isChosenAnewAfterAReset() throws {
    let actor = try office.session(Chair.kasubag).actor
    _ = try office.desk().choosePIN(PIN(typed: "730519"), as: actor)
    let desk = try DeskDriver(office, as: Chair.kasubag, isPractice: false)
    desk.press(.changePIN)
    let changing = desk.expectDialog("Ganti PIN")
    desk.type("7305")
    try office.desk().administer(.resetPIN(actor.person), by: "root")
    desk.waitASecond()
    // There is no old one any more, and nothing of what was typed is taken for another.
    desk.expectDialog("Pilih PIN")
    desk.expectScreen(contains: "Anda belum memiliki PIN")
    desk.expectScreen(lacks: "PIN lama", "••")
    changing.pin("915037")
    changing.pin("915037")
    desk.expectScreen(contains: "PIN Anda tersimpan.")
    try office.desk().administer(.resetPIN(actor.person), by: "root")
    desk.waitASecond()
    desk.key(.enter)
    desk.press(.paraf)
    let choosing = desk.expectDialog("Pilih PIN")
    choosing.pin("730519")
    choosing.pin("730519")
    desk.expectScreen(contains: "Diparaf. Diteruskan ke Sekretaris")
  }

  @Test func inPracticeThereIsNoneToChange() throws {
    let desk = try DeskDriver(try TemporaryOffice(), as: Chair.kasubag)
    desk.press(.changePIN)
    #expect(desk.state.topTitle == nil)
    desk.expectScreen(contains: "PIN tidak dapat diganti: PIN semua orang 246810.")
  }

  @Test(arguments: PaneScene.sizes)
  func changingItLooksSo(_ size: Size) throws {
    let actor = try office.session(Chair.kasubag).actor
    _ = try office.desk().choosePIN(PIN(typed: "730519"), as: actor)
    let desk = try DeskDriver(office, as: Chair.kasubag, size: size, isPractice: false)
    desk.press(.changePIN)
    let changing = desk.expectDialog("Ganti PIN")
    changing.pin("730519")
    changing.pin("915037")
    desk.type("91503")
    expectSnapshot(desk.terminal.grid, PaneScene.name("pin-change", size))
    changing.pin("8")
    expectSnapshot(desk.terminal.grid, PaneScene.name("pin-change-fault", size))
  }

  @Test func nothingTypedIsOnTheScreen() throws {
    let desk = try DeskDriver(office, as: Chair.kasubag, isPractice: false)
    desk.key(.enter)
    desk.press(.paraf)
    desk.expectDialog("Pilih PIN")
    desk.type("739173")
    desk.expectScreen(contains: "••••••")
    desk.expectScreen(lacks: "739", "9173")
  }
}
