import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

/// How the letter and its forms look, in the three sizes.
@Suite struct LetterSnapshotTests {
  static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 16, columns: 60), Size(rows: 43, columns: 132),
  ]

  static func name(_ what: String, _ size: Size) -> String {
    "\(what)-\(size.columns)x\(size.rows)"
  }

  private func disposed() throws -> LetterFixture {
    let fixture = try LetterFixture()
    try fixture.incoming()
    fixture.office.wait(minutes: 5)
    try fixture.dispose(
      Chair.kadis, to: [Chair.rehsos, Chair.linjamsos], informing: [Chair.sekretaris],
      instructions: ["tanggapan", "siapkan-jawaban"],
      note: "Periksa kelengkapan izin panti lebih dahulu.",
      deadline: CalendarDate(year: 2026, month: 3, day: 5))
    fixture.office.wait(minutes: 20)
    try fixture.complete(Chair.umum)
    try fixture.act(.open(try fixture.ref(Chair.linjamsos)), as: Chair.linjamsos)
    fixture.office.wait(minutes: 30)
    return fixture
  }

  @Test(arguments: sizes)
  func aLetterThatWaitsForMyDisposition(_ size: Size) throws {
    let fixture = try disposed()
    let app = try fixture.app(Chair.rehsos, size)
    let view = try fixture.letterView(Chair.rehsos, app)
    expectSnapshot(fixture.picture(view, app), Self.name("letter-disposition", size))
  }

  @Test(arguments: sizes)
  func aTextThatCameBackToMeChanged(_ size: Size) throws {
    let fixture = try LetterFixture()
    try fixture.corrected()
    let app = try fixture.app(Chair.kasubag, size)
    let view = try fixture.letterView(Chair.kasubag, app)
    expectSnapshot(fixture.picture(view, app), Self.name("letter-review", size))
  }

  @Test func aTextThatCameBackToMeInASCII() throws {
    let fixture = try LetterFixture()
    try fixture.corrected()
    let app = try fixture.app(Chair.kasubag, glyphs: .ascii)
    let view = try fixture.letterView(Chair.kasubag, app)
    expectSnapshot(fixture.picture(view, app), "letter-review-ascii")
  }

  @Test func aLetterThatWaitsForAnother() throws {
    let fixture = try LetterFixture()
    try fixture.incoming(.biasa)
    let app = try fixture.app(Chair.linjamsos)
    let view = try fixture.letterView(Chair.linjamsos, app)
    expectSnapshot(fixture.picture(view, app), "letter-anothers")
  }

  @Test(arguments: sizes)
  func theDispositionSheet(_ size: Size) throws {
    let fixture = try LetterFixture()
    try fixture.incoming()
    let app = try fixture.app(Chair.kadis, size, placement: .form)
    var form = try fixture.form(.dispose, Chair.kadis, app)
    form.type("rehsos", in: app)
    form.press(.enter, in: app)
    form.type("sekretaris", in: app)
    form.press(.enter, .character(" "), .tab, in: app)
    form.press(.character(" "), .tab, in: app)
    form.type("5/3", in: app)
    form.press(.backTab, .backTab, in: app)
    expectSnapshot(fixture.picture(form, app), Self.name("letter-form-disposition", size))
  }

  @Test func theDispositionSheetInASCII() throws {
    let fixture = try LetterFixture()
    try fixture.incoming()
    let app = try fixture.app(Chair.kadis, glyphs: .ascii, placement: .form)
    let form = try fixture.form(.dispose, Chair.kadis, app)
    expectSnapshot(fixture.picture(form, app), "letter-form-disposition-ascii")
  }

  @Test(arguments: sizes)
  func aReturnWithACorrection(_ size: Size) throws {
    let fixture = try LetterFixture()
    try fixture.corrected()
    let app = try fixture.app(Chair.kasubag, size, placement: .form)
    var form = try fixture.form(.giveBack, Chair.kasubag, app)
    form.type("Sebut nama kecamatannya", in: app)
    form.press(.tab, in: app)
    form.type("Baris baru.", in: app)
    expectSnapshot(fixture.picture(form, app), Self.name("letter-form-return", size))
  }

  @Test(arguments: sizes)
  func sendingAndFiling(_ size: Size) throws {
    let fixture = try LetterFixture()
    try fixture.corrected()
    for role in [Chair.kasubag, Chair.sekretaris] {
      try fixture.act(.paraf(try fixture.ref(role), draft: 2), as: role)
    }
    try fixture.act(.sign(try fixture.ref(Chair.kadis), draft: 2), as: Chair.kadis)
    let app = try fixture.app(Chair.umum, size, placement: .form)
    var form = try fixture.form(.complete, Chair.umum, app)
    form.type("anak", in: app)
    expectSnapshot(fixture.picture(form, app), Self.name("letter-form-complete", size))
  }

  @Test(arguments: sizes)
  func anAnswer(_ size: Size) throws {
    let fixture = try LetterFixture()
    try fixture.incoming(.biasa)
    let app = try fixture.app(Chair.anak, size, placement: .form)
    let form = try fixture.form(.reply, Chair.anak, app)
    expectSnapshot(fixture.picture(form, app), Self.name("letter-form-reply", size))
  }

  @Test(arguments: sizes)
  func movingATask(_ size: Size) throws {
    let fixture = try LetterFixture()
    try fixture.incoming()
    try fixture.dispose(Chair.kadis, to: [Chair.rehsos])
    try fixture.complete(Chair.umum)
    try fixture.dispose(Chair.rehsos, to: [Chair.anak])
    let app = try fixture.app(Chair.anak, size, placement: .form)
    var form = try fixture.form(.delegate, Chair.anak, app)
    form.press(.character(" "), in: app)
    expectSnapshot(fixture.picture(form, app), Self.name("letter-form-delegate", size))
  }

  @Test(arguments: sizes)
  func stoppingACase(_ size: Size) throws {
    let fixture = try LetterFixture()
    try fixture.incoming()
    let app = try fixture.app(Chair.kadis, size, placement: .form)
    let form = try fixture.form(.cancelCase, Chair.kadis, app)
    expectSnapshot(fixture.picture(form, app), Self.name("letter-form-cancel", size))
  }

  @Test(arguments: sizes)
  func aDraftThatWasSentBack(_ size: Size) throws {
    let fixture = try LetterFixture()
    try fixture.outgoing()
    try fixture.complete(Chair.umum, Completion(draft: LetterFixture.firstText))
    try fixture.act(
      .giveBack(
        try fixture.ref(Chair.kasubag), reason: "Cantumkan nomor surat permohonan", corrected: nil),
      as: Chair.kasubag)
    let app = try fixture.app(Chair.umum, size, placement: .full)
    let form = try fixture.form(.draft, Chair.umum, app)
    expectSnapshot(fixture.picture(form, app), Self.name("letter-form-draft", size))
  }
}
