import DeskPseudoTerminal
import DeskTUI
import Foundation
import Testing

/// The procedures at the screen of the real program.
@Suite struct ProcedureScreenTests {
  private let office: CommandLineOffice

  init() throws { office = try .founded() }

  @Test func aProcedureIsFoundReadChangedPutInForceAndCompared() throws {
    let editor = try office.file(
      "penyunting", "#!/bin/sh\nsed -i 's/waktu: 30 menit/waktu: 45 menit/' \"$1\"\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
    let melati = try office.sit(as: "melati-contoh", environment: ["EDITOR": editor])
    try melati.press(.procedures)
    try melati.expect("153 dari 153 SOP")
    try melati.press(.find)
    try melati.type("ntt-002")
    try melati.expect("1 dari 153 SOP")
    try melati.press(.open)
    try melati.expect("SOP ntt-002 · Penanganan Surat Keluar", "( Mulai )")
    try melati.press(.startFrom)
    try melati.expect("SOP ini dimulai oleh")

    try melati.press(.editProcedure)
    try melati.expect("Tidak ada kesalahan.", "1 langkah berubah", "30 menit → 45 menit")
    try melati.press(.enact)
    try melati.expect("Berlakukan ntt-002 versi 2")
    try melati.key(.character("y"))
    try melati.expect("SOP ntt-002 berlaku dalam versi 2", "Versi 2")

    try melati.press(.previousView)
    try melati.expect("[Versi 2]", "Melati Contoh")
    try melati.press(.open)
    try melati.expect("perubahan dari versi 1 ke versi 2", "30 menit → 45 menit")
    try melati.stand()
    #expect(try office.run("journal", "verify").code == 0)
  }
}
