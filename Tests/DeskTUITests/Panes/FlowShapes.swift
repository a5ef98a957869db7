import DeskModel
import DeskTestSupport

@testable import DeskTUI

/// Procedures of the shapes that a picture must bear, written as the office writes them.
enum FlowShapes {
  /// The words of the practice office, in Indonesian.
  static let words: FlowWords = {
    let assets = try? AssetsFolder.find()
    let phrases = assets.flatMap { try? Phrasebook(.id, in: $0) } ?? Phrasebook([:])
    let office = assets.flatMap { try? OfficeReader.practiceOffice(in: $0) }
    return FlowWords(
      phrases: phrases, dates: DateText(phrases),
      office: office
        ?? Office(
          name: "", letterhead: Letterhead(government: "", office: "", address: "", city: ""),
          calendar: WorkingCalendar(hours: [:]), units: [], positions: [], roles: [], people: [],
          appointments: [], books: []))
  }()

  /// A procedure of the NTT decree.
  static func ntt(_ name: String) throws -> Procedure {
    let assets = try AssetsFolder.find()
    return try ProcedureReader.procedure(
      assets.read("sop/ntt/\(name).yaml"), file: "\(name).yaml",
      dictionary: PositionDictionary(in: assets))
  }

  /// Steps that go down through the lanes one by one, and begin anew.
  static func staircase(lanes: Int, steps: Int) throws -> Procedure {
    try procedure(
      lanes: (1...lanes).map { "l\($0) Lajur \($0)" },
      steps: (0..<steps).map { "oleh: l\($0 % lanes + 1), kegiatan: Langkah nomor \($0 + 1)" })
  }

  /// Reads the lanes and steps of a procedure; `umum`, `kabid` … are posts, `warga` is outside.
  static func procedure(lanes: [String], steps: [String]) throws -> Procedure {
    let posts = [
      "umum": "pengadministrasi-umum", "kadis": "kepala-dinas", "sekretaris": "sekretaris",
      "kabid": "kepala-bidang", "kasubag": "kepala-sub-bagian", "staf": "staf", "warga": "",
    ]
    let text =
      ["id: uji", "nama: Uji", "instansi: Dinas Contoh", "unit: Contoh", "pelaksana:"]
      + lanes.map { line in
        let id = String(line.prefix { $0 != " " })
        let name = line.drop { $0 != " " }.dropFirst()
        return "  - {id: \(id), nama: \"\(name)\", jabatan: [\(posts[id] ?? "staf")]}"
      } + ["langkah:"]
      + steps.enumerated().map { index, step in
        let more = step.contains("aksi:") ? "" : ", aksi: laksanakan"
        return "  - {no: \(index + 1), \(step)\(more)}"
      }
    return try ProcedureReader.procedure(Array(text.joined(separator: "\n").utf8), file: "uji.yaml")
  }

  /// Outcomes with names, one that goes back, one that skips, one that ends; steps in one lane; a step of two lanes.
  static func outcomes() throws -> Procedure {
    try procedure(
      lanes: [
        "warga Pemohon", "umum Pengadministrasi Umum", "kabid Kepala Bidang", "kadis Kepala Dinas",
      ],
      steps: [
        "oleh: warga, kegiatan: Ajukan permohonan, waktu: 1 hari",
        "oleh: umum, kegiatan: Terima dan periksa berkas, waktu: 30 menit, aksi: putuskan, putusan: [{nama: lengkap, lanjut: 3}, {nama: kurang, lanjut: 1}]",
        "oleh: umum, kegiatan: Catat dalam buku, waktu: 5 menit",
        "oleh: [kabid, kadis], kegiatan: Putuskan permohonan bersama, waktu: 3-4 hari, aksi: putuskan, putusan: [{nama: diterima, lanjut: 5}, {nama: ditolak, lanjut: 7}, {nama: dihentikan, lanjut: selesai}]",
        "oleh: kabid, kegiatan: Susun rekomendasi, waktu: 2 jam",
        "oleh: kadis, kegiatan: Tanda tangani, waktu: 10 menit, tolak: 5",
        "oleh: umum, kegiatan: Sampaikan kepada pemohon, waktu: tidak terbatas",
      ])
  }

  /// Two ways back whose spans overlap, and one inside another.
  static func crossingReturns() throws -> Procedure {
    try procedure(
      lanes: ["staf Staf", "kasubag Kasubag", "kadis Kepala Dinas"],
      steps: [
        "oleh: staf, kegiatan: Susun",
        "oleh: staf, kegiatan: Lengkapi",
        "oleh: kasubag, kegiatan: Periksa, tolak: 1",
        "oleh: kasubag, kegiatan: Periksa lagi, tolak: 2",
        "oleh: kadis, kegiatan: Tanda tangani, tolak: 1",
      ])
  }
}
