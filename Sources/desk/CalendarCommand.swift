import ArgumentParser
import DeskModel

/// `desk calendar`: when the office works.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Jam kerja dan hari libur kantor.",
    discussion: """
      Setiap tahun, sesudah SKB 3 Menteri terbit: calendar show > kalender.yaml, tambahkan hari \
      liburnya, lalu calendar set kalender.yaml.
      """,
    subcommands: [Show.self, Replace.self])

  /// `desk calendar show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Kalender kantor, seperti berkas yang dibaca set.")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let calendar = try Workplace().desk(common.office).office.calendar
      if common.json {
        try Output.json(CalendarCommand.value(calendar))
      } else {
        try Output.document(CalendarYAML.text(calendar))
      }
    }
  }

  /// `desk calendar set`.
  struct Replace: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Ganti jam kerja dan hari libur kantor.",
      discussion: """
        Berkas itu seluruh kalendernya, seperti yang ditulis calendar show; bila ada yang salah, \
        tidak ada yang diubah. Tenggat yang sudah dihitung tetap; yang dihitung sesudahnya memakai \
        kalender yang baru. Zona waktu kantor tidak dapat diubah.
        """)

    @OptionGroup var common: CommonOptions

    @Argument(
      help: ArgumentHelp("Berkas kalender (YAML), - untuk masukan baku.", valueName: "berkas"))
    var path: String

    func run() throws {
      let place = try Workplace()
      let desk = try place.desk(common.office)
      let before = desk.office.calendar
      try desk.administer(.setCalendar(try calendar(place)), by: place.administrator())
      let changes = CalendarChanges(from: before, to: desk.office.calendar)
      if common.json {
        try Output.json(changes.value)
      } else {
        try Output.text(place.phrases("cli.calendar.set"))
        try Output.lines(changes.lines(place.phrases))
      }
      let missing = desk.office.calendar.yearsNotDecreed(on: desk.today)
      guard !missing.isEmpty else { return }
      Output.complain(
        place.phrases(
          "doctor.calendar.missing",
          ["years": missing.map(String.init).joined(separator: ", ")]))
    }

    /// The calendar in the file.
    private func calendar(_ place: Workplace) throws -> WorkingCalendar {
      let file = OfficeReader.File(name: path, bytes: Array(try Workplace.bytes(of: path)))
      do throws(Faults) {
        return try OfficeReader.readCalendar(file)
      } catch {
        if !common.json { try Output.lines(error.list.map { $0.text(place.phrases) }) }
        throw CommandFault.calendarRefused
      }
    }
  }

  /// A calendar as JSON.
  static func value(_ calendar: WorkingCalendar) -> JSONText {
    .sorted([
      "holidays": holidays(calendar.holidays),
      "hours": .sorted(
        Dictionary(
          uniqueKeysWithValues: calendar.hours.map { day, ranges in
            (day.rawValue, JSONText(ranges.map(\.description)))
          })),
      "zone": .string(calendar.zone.rawValue),
    ])
  }

  static func holidays(_ days: [CalendarDate: String]) -> JSONText {
    .array(
      days.sorted { $0.key < $1.key }.map { date, name in
        .sorted(["date": .string(date.description), "name": .string(name)])
      })
  }
}
