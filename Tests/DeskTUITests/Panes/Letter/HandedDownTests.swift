import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

/// What was handed down can be handed up again, and the screen says how.
@Suite struct HandedDownTests {
  private func handedDown() throws -> LetterFixture {
    let fixture = try LetterFixture()
    try fixture.incoming(.biasa)
    try fixture.dispose(Chair.kadis, to: [Chair.rehsos])
    try fixture.complete(Chair.umum)
    try fixture.dispose(Chair.rehsos, to: [Chair.anak])
    try fixture.act(
      .delegate(try fixture.ref(Chair.anak), to: Chair.staf, note: "Siapkan bahan"), as: Chair.anak)
    return fixture
  }

  @Test func whoHasItReadsByWhomAndWhichKeyHandsItUp() throws {
    let fixture = try handedDown()
    let app = try fixture.app(Chair.staf)
    let picture = GridSnapshot(fixture.picture(try fixture.letterView(Chair.staf, app), app)).text
    #expect(picture.contains("Dilimpahkan oleh Subkoor"))
    #expect(picture.contains("Pesan Subkoor Anak-Lansia: “Siapkan bahan”"))
    let form = GridSnapshot(fixture.picture(try fixture.form(.giveBack, Chair.staf, app), app)).text
    #expect(form.contains("Hasil kerja Anda"))
  }

  @Test func whoGetsItBackIsNotToldThatItWasHandedDown() throws {
    let fixture = try handedDown()
    let ref = try fixture.ref(Chair.staf)
    try fixture.act(.giveBack(ref, reason: "Bahan lengkap", corrected: nil), as: Chair.staf)
    let app = try fixture.app(Chair.anak)
    let picture = GridSnapshot(fixture.picture(try fixture.letterView(Chair.anak, app), app)).text
    #expect(picture.contains("Pesan Staf"))
    #expect(!picture.contains("Dilimpahkan oleh"))
  }
}
