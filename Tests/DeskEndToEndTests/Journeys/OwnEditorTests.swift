import DeskPseudoTerminal
import DeskTUI
import Foundation
import Testing

/// Drafts written in the user's own editor.
@Suite struct OwnEditorTests {
  private let office: CommandLineOffice

  init() throws {
    office = try .founded()
    let added: CommandLineJourneyTests.Added = try office.run(
      "letter", "add", "--kind", "surat-keluar", "--procedure", "ntt-002", "--as",
      "flamboyan-contoh", "--addressee", "Kepala Balai Contoh", "--subject",
      "Jawaban permohonan", "--json"
    ).json()
    try #require(added.waiting.count == 1)
  }

  /// Seats the writer with an editor that is a script; the file's name is its `$1`.
  private func writer(editor script: String) throws -> Seat {
    let path = try office.file("penyunting", "#!/bin/sh\n\(script)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    let lontar = try office.sit(as: "lontar-teladan", environment: ["EDITOR": path])
    try lontar.open("Jawaban permohonan", toDo: "Langkah 2 dari 6")
    return lontar
  }

  @Test func theTextOfTheEditorBecomesTheDraft() throws {
    let lontar = try writer(editor: "echo 'Yth. Kepala Balai, dipenuhi.' >> \"$1\"")
    try lontar.press(.draft)
    try lontar.expect("Yth. Kepala Balai, dipenuhi.")
    try lontar.press(.save)
    try lontar.expect("Konsep versi 1 tersimpan")
    let shown = try office.letter("jawaban")
    #expect(shown.cases[0].drafts.map(\.version) == [1])
  }

  @Test func theTerminalIsTheEditorsAsLongAsItRuns() throws {
    let lontar = try writer(
      editor: "stty -a | grep -o ' icanon' ; echo siap; read line; echo \"$line\" > \"$1\"")
    try lontar.press(.draft)
    try lontar.expect("icanon", "siap")
    #expect(try !lontar.window.isAlternate())
    try lontar.type("Ditulis di penyunting")
    try lontar.key(.enter)
    try lontar.expect("Ditulis di penyunting", "simpan")
    #expect(try lontar.window.isAlternate())
  }

  @Test(arguments: ["echo rusak > \"$1\"; exit 3", "kill -9 $$", "rm \"$1\""])
  func anEditorThatFailsChangesNothing(script: String) throws {
    let lontar = try writer(editor: script)
    try lontar.press(.draft)
    try lontar.expect("penyunting")
    try lontar.type("Ditulis sendiri")
    let screen = try lontar.expect("Ditulis sendiri")
    #expect(!screen.contains("rusak"))
    #expect(try lontar.window.isAlternate())
    try lontar.press(.save)
    try lontar.expect("Konsep versi 1 tersimpan")
  }
}
