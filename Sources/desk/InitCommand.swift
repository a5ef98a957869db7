import ArgumentParser
import DeskModel

/// `desk init`: a new office.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Buat kantor baru.",
    discussion: """
      Tulis orang dan penugasan kantor seperti pada assets/office/orang-latihan.yaml. Tanpa \
      --structure dipakai susunan Dinas Sosial Provinsi NTT. Semua berkas diperiksa dahulu; bila \
      ada yang salah, tidak ada yang dibuat.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("Nama kantor.", valueName: "nama"))
  var name: String?

  @Option(help: ArgumentHelp("Berkas susunan kantor (YAML).", valueName: "berkas"))
  var structure: String?

  @Option(help: ArgumentHelp("Berkas orang dan penugasan (YAML).", valueName: "berkas"))
  var people: String?

  @Option(help: ArgumentHelp("Berkas jam kerja dan hari libur (YAML).", valueName: "berkas"))
  var calendar: String?

  @Option(
    help: ArgumentHelp("Folder SOP (YAML); bawaan: semua SOP dari program.", valueName: "folder"))
  var sop: String?

  func run() throws {
    let place = try Workplace()
    guard let folder = try place.namedFolder(common.office) else {
      throw CommandFault.officeUnnamed
    }
    guard let people else { throw CommandFault.peopleMissing }
    let office = try office(place, people: people)
    let catalogue = try ProcedureCatalogue(
      folder: try sop.map(Workplace.absolute) ?? place.assets.path("sop"),
      dictionary: PositionDictionary(in: place.assets))
    guard catalogue.refusals.isEmpty else { throw Faults(catalogue.refusals) }
    let procedures = catalogue.entries.compactMap { entry in
      entry.procedure.map { ($0, entry.hash) }
    }
    guard office.founder(on: office.calendar.date(of: Desk.systemClock())) != nil else {
      throw CommandFault.nobodyRegisters
    }
    let administrator = Actor.administrator(try place.administrator())
    try Desk.found(office, procedures: procedures, by: administrator, in: folder)
    if common.json {
      try Output.json(
        .sorted([
          "name": .string(office.name), "office": .string(folder.root),
          "people": .integer(office.people.count), "procedures": .integer(procedures.count),
          "roles": .integer(office.roles.count),
        ]))
    } else {
      try Output.text(
        place.phrases("cli.init.done", ["name": office.name, "path": folder.root]))
    }
  }

  private func office(_ place: Workplace, people: String) throws -> Office {
    let read = try OfficeReader.office(
      structure: file(structure, "office/struktur-ntt.yaml", place),
      calendar: file(calendar, "office/hari-libur.yaml", place),
      people: OfficeReader.File(name: people, text: try Workplace.text(of: people)))
    guard let name else { return read }
    guard let line = TextRules.line(name), !line.isEmpty, line.count <= 200 else {
      throw Refusal(.badText, ["limit": "200"])
    }
    return Office(
      name: line, letterhead: read.letterhead, calendar: read.calendar, units: read.units,
      positions: read.positions, roles: read.roles, people: read.people,
      appointments: read.appointments, books: read.books)
  }

  /// The file that was named, else the one that the program brings.
  private func file(
    _ path: String?, _ own: String, _ place: Workplace
  ) throws -> OfficeReader.File {
    guard let path else { return try OfficeReader.File(own, in: place.assets) }
    return OfficeReader.File(name: path, text: try Workplace.text(of: path))
  }
}
