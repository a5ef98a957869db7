import ArgumentParser
import DeskModel

/// `desk backup`: a copy of the office that can be trusted.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Cadangkan kantor, juga selagi dipakai.",
    discussion: """
      Setiap cadangan adalah satu folder desk-TANGGAL-JAM di folder tujuan: basis data, lampiran \
      dan manifest.json. Cadangan diperiksa (halaman, jurnal, tabel, lampiran) sebelum diberi \
      nama itu; yang belum selesai tidak pernah tampak utuh. Lampiran yang sudah ada pada \
      cadangan sebelumnya tidak disalin lagi bila sistem berkasnya mengenal tautan keras.

      Yang disimpan: semua dari 2 hari terakhir, satu sehari (yang terakhir) untuk 30 hari, dan \
      satu sebulan untuk 12 bulan; hari dan bulan tanpa cadangan tidak dihitung. Yang terbaru \
      tidak pernah dihapus, begitu pula berkas yang bukan buatan perintah ini.

      Cocok untuk cron: tanpa pertanyaan, satu baris keluaran, kode keluar 0 hanya bila utuh.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("Folder yang mengumpulkan cadangan.", valueName: "tujuan"))
  var destination: String

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    let report = try desk.backup(to: Workplace.absolute(destination))
    try desk.close()
    let manifest = report.manifest
    if common.json {
      try Output.json(
        .sorted(
          manifest.members.merging([
            "left": JSONText(report.left), "path": .string(report.path),
            "removed": JSONText(report.removed), "shared": .integer(report.shared),
          ]) { $1 }))
    } else {
      try Output.text(
        place.phrases(
          "cli.backup.done",
          manifest.places.merging([
            "path": report.path, "removed": "\(report.removed.count)",
          ]) { $1 }))
    }
    for path in report.left {
      Output.complain(place.phrases("cli.backup.left", ["path": path]))
    }
    if !manifest.missing.isEmpty {
      throw CommandFault.backupWithGaps(count: manifest.missing.count)
    }
  }
}

/// `desk restore`: an office from its backup.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Pulihkan kantor dari cadangan ke folder baru.",
    discussion: """
      Folder tujuan harus belum ada atau kosong. Setiap berkas dicocokkan dengan manifest.json, \
      lalu jurnal, tabel dan lampiran diperiksa, sebelum folder itu diberi namanya. Cadangan \
      yang rusak atau tidak lengkap ditolak. Cocokkan sidik yang ditampilkan dengan yang \
      tercatat di kertas.
      """)

  @Argument(
    help: ArgumentHelp("Folder cadangan, misalnya desk-20261121-193000.", valueName: "cadangan"))
  var backup: String

  @Argument(help: ArgumentHelp("Folder kantor yang akan dibuat.", valueName: "folder"))
  var folder: String

  @Flag(help: "Tulis jawaban sebagai JSON.")
  var json = false

  func run() throws {
    let place = try Workplace()
    let folder = OfficeFolder(try Workplace.absolute(folder))
    let manifest = try Restore.restore(Workplace.absolute(backup), into: folder)
    if json {
      try Output.json(
        .sorted(manifest.members.merging(["path": .string(folder.root)]) { $1 }))
    } else {
      try Output.text(
        place.phrases(
          "cli.restore.done", manifest.places.merging(["path": folder.root]) { $1 }))
    }
    if !manifest.missing.isEmpty {
      throw CommandFault.backupWithGaps(count: manifest.missing.count)
    }
  }
}

extension BackupManifest {
  /// What reports say of a backup, as JSON.
  fileprivate var members: [String: JSONText] {
    [
      "attachments": .integer(attachments), "code": .string(code),
      "entries": .integer(Int(entries)), "head": .string(head), "letters": .integer(letters),
      "missing": JSONText(missing), "office": .string(office),
    ]
  }

  /// What sentences say of a backup.
  fileprivate var places: [String: String] {
    [
      "attachments": "\(attachments)", "code": code, "entries": "\(entries)",
      "letters": "\(letters)", "office": office,
    ]
  }
}
