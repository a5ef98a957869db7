import ArgumentParser
import DeskModel
import Glibc

/// `desk journal export`: the journal for those who check it without us.
struct JournalExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Salin jurnal sebagai baris JSON.",
    discussion: """
      docs/verify_journal.py memeriksa salinan itu dengan Python saja, tanpa Desk. Salinan memuat \
      seluruh isi surat, termasuk yang rahasia: simpan seperti berkas kantor sendiri.
      """)

  @Option(help: ArgumentHelp("Folder kantor.", valueName: "folder"))
  var office: String?

  @Option(help: ArgumentHelp("Berkas baru; bawaan: keluaran baku.", valueName: "berkas"))
  var output: String?

  func run() throws {
    let desk = try Workplace().desk(office)
    guard let output else {
      return try desk.exportJournal { try Output.bytes($0, to: STDOUT_FILENO) }
    }
    let path = try Workplace.absolute(output)
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      if errno == EEXIST { throw CommandFault.fileExists(output) }
      throw CommandFault.outputFailed(path, errno)
    }
    defer { close(file) }
    do {
      try desk.exportJournal { try Output.bytes($0, to: file, named: path) }
      guard fsync(file) == 0 else {
        throw CommandFault.outputFailed(path, errno)
      }
    } catch {
      // Half a journal would look like one that was cut off.
      unlink(path)
      throw error
    }
  }
}
