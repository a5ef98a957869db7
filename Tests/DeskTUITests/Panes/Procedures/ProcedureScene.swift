import DeskTUI
import DeskTestSupport
import Foundation

@testable import DeskModel

/// An office with procedures of several offices, one of them without steps, one in two versions.
enum ProcedureScene {
  static let secretary: RoleID = "sekretaris@sekretariat"
  static let kasubag: RoleID = "kepala-sub-bagian@kepegawaian-umum"

  static func office() throws -> TemporaryOffice {
    let office = try TemporaryOffice()
    try office.register("Permohonan bantuan")
    let desk = try office.desk()
    defer { try? desk.close() }
    let actor = try office.session(secretary).actor
    func enact(_ id: ProcedureID, from other: ProcedureID, _ change: (inout Procedure) -> Void)
      throws
    {
      guard var procedure = try desk.procedure(other)?.procedure else { return }
      procedure.id = id
      change(&procedure)
      try desk.enact(procedure, contentHash: "\(id)", by: actor)
    }
    try enact("contoh-001", from: "ntt-001") {
      $0.title = "Penerbitan Surat Keterangan Terdaftar dalam Data Terpadu Kesejahteraan Sosial"
      $0.office = "Dinas Sosial Kota Contoh"
      $0.unit = "Bidang Penanganan Kemiskinan"
      $0.number = "02/KPTS/2024"
      $0.lanes = []
      $0.steps = []
      $0.sourceNotes = ["Kolom prosedur kosong pada naskah."]
      $0.service = ServiceStandard(
        requirements: ["Fotokopi KK dan KTP", "Foto rumah"], fee: "Gratis (Rp0)",
        timeLimit: "Maksimal 24 jam", products: ["Surat keterangan"],
        complaints: ["Telepon (0733) 000000"])
    }
    try enact("contoh-002", from: "ntt-002") {
      $0.title = "Rekomendasi Berobat"
      $0.office = "Dinas Sosial Kota Contoh"
      $0.unit = "Bidang Rehabilitasi Sosial"
    }
    try enact("contoh-003", from: "ntt-002") {
      $0.title = "Izin Pengumpulan Uang dan Barang"
      $0.office = "Dinas Sosial Kabupaten Misal"
      $0.unit = "Bidang Pemberdayaan Sosial / Seksi Penyuluhan"
    }
    office.wait(minutes: 60)
    try enact("ntt-001", from: "ntt-001") {
      $0.number = "7 Tahun 2026"
      $0.steps[1].time = try? StandardTime(reading: "30 menit")
      $0.steps[1].outputs.append("Tanda terima")
    }
    return office
  }

  /// An editor that adds lines to the end of a file.
  static func editor(adding text: String, in office: TemporaryOffice) throws -> [String: String] {
    let path = office.folder.root + "/penyunting"
    let added = office.folder.root + "/tambahan"
    try Data(text.utf8).write(to: URL(fileURLWithPath: added))
    try Data("#!/bin/sh\ncat '\(added)' >> \"$1\"\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return ["EDITOR": path]
  }
}
