import ArgumentParser
import DeskModel

/// `desk doctor`: how the office stands, and what to do.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Periksa seluruh kantor dan katakan apa yang perlu dilakukan.",
    discussion: """
      Diperiksa: berkas dan halaman basis data, jurnal, semua tabel terhadap jurnal, kunci \
      kantor, lampiran, izin berkas, kalender, SOP, jabatan kosong, jam komputer, ruang disk, \
      formulir yang disisihkan, dan umur cadangan terakhir. Tidak ada yang diubah. Keluar 0 bila \
      semua baik, 1 bila ada peringatan, 4 bila ada kesalahan.
      """)

  @OptionGroup var common: CommonOptions

  func run() throws {
    let place = try Workplace()
    let checkup = try Doctor(place.folder(common.office)).examine()
    if common.json {
      try Output.json(
        .sorted([
          "errors": .integer(checkup.count(.error)),
          "lines": .array(
            checkup.lines.map {
              .sorted([
                "advice": JSONText($0.advice.map { place.phrases($0) }),
                "area": .string($0.area.rawValue), "level": .string($0.level.rawValue),
                "text": .string(place.phrases($0.text)),
              ])
            }),
          "warnings": .integer(checkup.count(.warning)),
        ]))
    } else {
      try Output.lines(checkup.lines.flatMap { Self.lines($0, place.phrases) })
    }
    let (errors, warnings) = (checkup.count(.error), checkup.count(.warning))
    guard errors + warnings == 0 else {
      throw CommandFault.notHealthy(errors: errors, warnings: warnings)
    }
  }

  private static func lines(_ line: Checkup.Line, _ phrases: Phrasebook) -> [String] {
    let text = phrases(
      "cli.doctor.\(line.level.rawValue)", ["text": phrases(line.text)])
    guard let advice = line.advice else { return [text] }
    return [text, phrases("cli.doctor.advice", ["text": phrases(advice)])]
  }
}
