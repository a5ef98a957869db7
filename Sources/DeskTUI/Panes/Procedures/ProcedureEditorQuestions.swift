import DeskModel
import Foundation

/// A procedure in force as a file to be edited.
struct ProcedureSource: Question {
  struct Page: Sendable {
    /// The file; for a procedure without steps with an outline of some.
    var text: String
  }

  let id: ProcedureID

  func answer(from desk: Desk, for session: Session) throws -> Page? {
    guard let procedure = try desk.procedure(id)?.procedure else { return nil }
    return Page(text: ProcedureOutline.text(procedure))
  }
}

/// What would come of a file: what is wrong with it, and what it changes.
struct ProcedureTrial: Question {
  struct Page: Sendable {
    /// The procedure as read; to be used only without faults.
    var procedure: Procedure?
    /// What refuses the file.
    var faults: [Fault]
    /// What is doubtful in it.
    var warnings: [Finding]
    /// What it changes; `nil` where nothing is in force.
    var changes: ProcedureChanges?
    /// The version that is in force; 0 for none.
    var version: Int
    /// What names the file in the journal.
    var hash: String
  }

  let id: ProcedureID
  let text: String

  func answer(from desk: Desk, for session: Session) throws -> Page {
    let entry = ProcedureCatalogue.entry(
      Data(text.utf8), file: "\(id).yaml",
      dictionary: try PositionDictionary(in: AssetsFolder.find()))
    let before = try desk.procedure(id)
    var faults = entry.refusals
    if let read = entry.procedure?.id, read != id {
      faults.append(
        Fault(
          file: entry.file, line: 1,
          message: Message("procedures.editor.other-id", ["id": id.rawValue])))
    }
    let strange = entry.procedure.map { ProcedureCheck.findings($0, in: desk.office) } ?? []
    return Page(
      procedure: entry.procedure, faults: faults,
      warnings: entry.findings.filter { $0.severity == .warning } + strange,
      changes: entry.procedure.flatMap { new in
        before.map { ProcedureChanges(from: $0.procedure, to: new) }
      },
      version: before?.version ?? 0, hash: entry.hash)
  }
}

/// The file of a procedure as it is given to an editor.
enum ProcedureOutline {
  /// The procedure's file; where it has no steps, with an outline to be uncommented.
  ///
  /// Comments are in the office's language, as the file's keys are.
  static func text(_ procedure: Procedure) -> String {
    let text = ProcedureYAML.text(procedure)
    guard procedure.steps.isEmpty else { return text }
    let lane = procedure.lanes.first?.id.rawValue ?? "umum"
    var outlined = text.replacing("langkah: []\n", with: steps(lane: lane))
    if procedure.lanes.isEmpty { outlined.replace("pelaksana: []\n", with: lanes) }
    return outlined
  }

  private static let lanes = """
    # Pelaksana: pihak luar ditulis jabatan: []. Hapus tanda # di awal baris, lalu sesuaikan.
    #pelaksana:
    #  - {id: umum, nama: Pengadministrasi Umum, jabatan: [pengadministrasi-umum]}
    #  - {id: kadis, nama: Kepala Dinas, jabatan: [kepala-dinas]}

    """

  private static func steps(lane: String) -> String {
    """
    # Langkah: hapus tanda # di awal baris, lalu sesuaikan. "oleh" menyebut id pelaksana.
    # aksi: \(Act.allCases.map(\.rawValue).joined(separator: ", "))
    # waktu: 10 menit, 1 jam, 2-3 hari, tidak terbatas. tolak: nomor langkah tempat kembali.
    #langkah:
    #  - {no: 1, oleh: \(lane), aksi: catat, kegiatan: Terima dan catat, waktu: 10 menit, output: [Catatan]}
    #  - {no: 2, oleh: \(lane), aksi: laksanakan, kegiatan: Laksanakan, waktu: 1 jam, output: [Hasil]}
    #  - {no: 3, oleh: \(lane), aksi: arsipkan, kegiatan: Arsipkan, waktu: 10 menit, output: [Arsip]}

    """
  }
}
