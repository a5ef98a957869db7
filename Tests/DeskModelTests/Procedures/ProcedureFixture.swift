import DeskModel
import Foundation

/// Procedure files for tests: the checkout's own, and small ones written line by line.
enum ProcedureFixture {
  static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let sopFolder = checkout + "/assets/sop"

  /// The checkout's dictionary of positions, read once.
  static let dictionary = Result {
    try PositionDictionary(in: AssetsFolder(root: checkout + "/assets"))
  }

  static let indonesian = phrasebook(.id)

  static func phrasebook(_ language: Phrasebook.Language) -> Phrasebook {
    (try? Phrasebook(language, in: AssetsFolder(root: checkout + "/assets"))) ?? Phrasebook([:])
  }

  static func bytes(_ id: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(sopFolder)/ntt/\(id).yaml"))
  }

  static func procedure(_ id: String) throws -> Procedure {
    try ProcedureReader.procedure(bytes(id), file: "\(id).yaml", dictionary: dictionary.get())
  }

  /// A file with a good head of six lines, two lanes on lines 7 and 8, `langkah:` on line 9 and the
  /// given steps from line 10 on, each with its time and output.
  static func file(steps: [String], head: [String: String] = [:]) -> String {
    var lines = [
      "id: uji-001", "nama: Uji coba", "instansi: Dinas Contoh", "unit: Sekretariat",
      "catatan_sumber: []", "pelaksana:",
      "  - {id: umum, nama: Pengadministrasi Umum, jabatan: [pengadministrasi-umum]}",
      "  - {id: kadis, nama: Kepala Dinas, jabatan: [kepala-dinas]}",
    ]
    for (index, line) in lines.enumerated() {
      for (key, replacement) in head where line.hasPrefix(key) { lines[index] = replacement }
    }
    lines.append(steps.isEmpty ? "langkah: []" : "langkah:")
    lines += steps.map { "  - {\($0)}" }
    return lines.joined(separator: "\n") + "\n"
  }

  static func step(
    _ no: Int, by lane: String = "umum", act: String = "laksanakan", _ more: String = ""
  ) -> String {
    "no: \(no), oleh: \(lane), aksi: \(act), kegiatan: Kerja, waktu: 5 menit, output: [Hasil]"
      + (more.isEmpty ? "" : ", " + more)
  }

  static func reading(steps: [String]) throws -> ProcedureReader.Reading {
    try ProcedureReader.reading(Data(file(steps: steps).utf8), file: "uji.yaml")
  }
}
