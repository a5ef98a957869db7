import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

/// A letter of our own whose number is on the paper already: it was set aside while the desk was down.
@Suite struct PaperNumberTests {
  /// A signed letter that waits for being sent, and the next numbers of its book set aside.
  private func signed() throws -> LetterFixture {
    let fixture = try LetterFixture()
    try fixture.corrected()
    for role in [Chair.kasubag, Chair.sekretaris] {
      try fixture.act(.paraf(try fixture.ref(role), draft: 2), as: role)
    }
    try fixture.act(.sign(try fixture.ref(Chair.kadis), draft: 2), as: Chair.kadis)
    for book in ["surat-masuk", "surat-keluar"] {
      let act = BookAct.reserve(AgendaBookID(book), count: 2, reason: "Listrik padam")
      try fixture.act(.keepBook(act), as: Chair.umum)
    }
    return fixture
  }

  /// Takes the second of the numbers, and writes the rest that sending asks for.
  private func fillInTheSecond(_ clerk: DeskDriver) {
    clerk.key(.backTab, .right, .right, .tab)
    clerk.type("400.9.2")
    clerk.key(.tab)
    clerk.type("Kurir")
  }

  /// The form of sending, opened again with what was typed before.
  private func reopened(
    _ fixture: LetterFixture, _ app: AppContext, _ values: [String: String]
  ) throws -> CaseForm {
    let task = try fixture.ref(Chair.umum).id
    var form = CaseForm(
      CompletionRecipe(), caseID: fixture.caseID, taskID: task, file: nil, app: app)
    form.restore(
      FormDraft(
        key: FormDraft.Key(.complete, caseID: fixture.caseID, taskID: task), name: "",
        values: values))
    // Case first, then the numbers: the field comes last.
    return try fixture.told(form, app)
  }

  @Test func theLetterGetsTheNumberOnItsPaper() throws {
    let fixture = try signed()
    let clerk = try DeskDriver(fixture.office, as: Chair.umum)
    clerk.press(.open)
    clerk.press(.complete)
    // Those of the book of outgoing letters, and of no other.
    clerk.expectScreen(contains: "Nomor surat  (•) berikutnya  ( ) 001  ( ) 002")
    fillInTheSecond(clerk)
    clerk.expectScreen(
      contains: "Surat mendapat nomor 400.9.2/002/DINSOS/2026.", "kecil masih terbuka: 1.")
    clerk.press(.save)
    clerk.key(.character("y"))
    clerk.expectScreen(contains: "Bernomor 400.9.2/002/DINSOS/2026 dan terkirim")
    #expect(
      try fixture.desk.openNumbers(of: "surat-keluar").map(\.place.sequence) == [1])
    #expect(try fixture.desk.openNumbers(of: "surat-masuk").count == 2)
  }

  @Test func whatIsNumberedFromTheBookIsNotAskedFor() throws {
    let fixture = try signed()
    for number in try fixture.desk.openNumbers(of: "surat-keluar") {
      try fixture.act(.keepBook(.void([number.place], reason: "Tidak jadi")), as: Chair.umum)
    }
    let clerk = try DeskDriver(fixture.office, as: Chair.umum)
    clerk.press(.complete)
    clerk.expectScreen(contains: "Klasifikasi")
    clerk.expectScreen(lacks: "berikutnya")
  }

  @Test func aFormThatIsOpenedAgainKeepsTheNumber() throws {
    let fixture = try signed()
    let app = try fixture.app(Chair.umum, placement: .form)
    let form = try reopened(fixture, app, ["reserved": "2026/2", "channel": "Kurir"])
    #expect(form.form["reserved"] == "2026/2")
    #expect(form.form["channel"] == "Kurir")
    #expect(form.draft?.values["reserved"] == "2026/2")
  }

  /// Never another number than the paper has: what is gone is refused at its field, though others or none are open.
  @Test(arguments: [1, 2])
  func aNumberThatIsGoneMeanwhileIsRefusedAtItsField(_ voided: Int) throws {
    let fixture = try signed()
    let clerk = try DeskDriver(fixture.office, as: Chair.umum)
    clerk.press(.open)
    clerk.press(.complete)
    fillInTheSecond(clerk)
    let gone = try fixture.desk.openNumbers(of: "surat-keluar").suffix(voided).map(\.place)
    try fixture.act(.keepBook(.void(gone, reason: "Kertas rusak")), as: Chair.umum)
    clerk.waitASecond()
    clerk.press(.save)
    clerk.expectScreen(contains: "Nomor surat", "2 bukan nomor cadangan yang masih terbuka")
    #expect(clerk.state.topTitle != "Yakin?")
    #expect(try fixture.state.number == nil)
    // The next one is taken only where that is chosen.
    clerk.key(.left, .left)
    clerk.press(.save)
    clerk.key(.character("y"))
    #expect(try fixture.state.number?.sequence == 3)
  }

  @Test(arguments: [1, 2])
  func aFormThatIsOpenedAgainKeepsANumberThatIsGone(_ voided: Int) throws {
    let fixture = try signed()
    let gone = try fixture.desk.openNumbers(of: "surat-keluar").suffix(voided).map(\.place)
    try fixture.act(.keepBook(.void(gone, reason: "Kertas rusak")), as: Chair.umum)
    let app = try fixture.app(Chair.umum, placement: .form)
    var form = try reopened(
      fixture, app, ["reserved": "2026/2", "channel": "Kurir", "classification": "400.9.2"])
    #expect(form.form["reserved"] == "2026/2")
    #expect(form.save(in: app).isEmpty)
    #expect(form.form.fields.first { $0.id == "reserved" }?.fault?.key == "refusal.notReserved")
  }

  @Test func allNumbersThatAreOpenAreOffered() throws {
    let fixture = try signed()
    let act = BookAct.reserve("surat-keluar", count: 150, reason: "Listrik padam")
    try fixture.act(.keepBook(act), as: Chair.umum)
    let clerk = try DeskDriver(fixture.office, as: Chair.umum)
    clerk.press(.open)
    clerk.press(.complete)
    clerk.key(.backTab, .end)
    clerk.expectScreen(contains: "152")
    clerk.key(.pageUp)
    clerk.expectScreen(contains: "142")
    clerk.key(.home)
    clerk.expectScreen(contains: "berikutnya")
  }

  @Test(arguments: LetterSnapshotTests.sizes)
  func sendingWithNumbersSetAside(_ size: Size) throws {
    let fixture = try signed()
    let app = try fixture.app(Chair.umum, size, placement: .form)
    var form = try fixture.form(.complete, Chair.umum, app)
    form.press(.backTab, .right, .tab, in: app)
    form.type("400.9.2", in: app)
    expectSnapshot(
      fixture.picture(form, app), LetterSnapshotTests.name("letter-form-complete-paper", size))
  }
}
