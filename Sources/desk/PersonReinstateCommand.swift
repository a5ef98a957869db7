import ArgumentParser
import DeskModel

/// `desk person reinstate`: says that somebody works here again, or that it was wrong that he did not.
struct PersonReinstateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reinstate", abstract: "Batalkan retire: orangnya bekerja di kantor ini lagi.",
    discussion: """
      Penugasan, pengguna dan kunci yang dicabut oleh retire tidak kembali dengan sendirinya: \
      jawabannya (tanpa --json) menyebut perintah untuk memberikannya lagi satu per satu.
      """)

  @OptionGroup var target: PersonOptions

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(target.common.office)
    let id = try desk.office.person(called: target.person).id
    let retirement = try desk.retirement(of: id)
    try PersonCommand.change(id, target.common, at: desk, place, by: .reinstatePerson(id))
    let office = try target.common.office.map(Workplace.absolute)
    let commands = Self.commands(giving: retirement, to: id, on: desk.today, office: office)
    guard !target.common.json, !commands.isEmpty else { return }
    try Output.lines(["", place.phrases("cli.person.taken")] + commands.map { "  " + $0 })
  }

  /// The commands that give again what a retirement took, as far as its days are not over.
  ///
  /// - Parameter office: the office's path, where it was named.
  static func commands(
    giving retirement: Retirement, to id: PersonID, on today: CalendarDate, office: String?
  ) -> [String] {
    func line(_ words: [String]) -> String {
      (["desk"] + words + (office.map { ["--office", $0] } ?? []))
        .map(AuthorizedKeys.shellWord).joined(separator: " ")
    }
    let appointments = retirement.appointments.filter { $0.until ?? .latest >= max(today, $0.from) }
      .map { appointment in
        let lending = appointment.lending
        var words = ["person", lending == nil ? "appoint" : "lend", id.rawValue]
        words += ["--role", appointment.role.rawValue]
        if let lending {
          words += ["--holder", lending.lender.rawValue, "--reason", lending.reason]
        } else {
          words += ["--kind", appointment.kind.word]
        }
        if let decree = appointment.decree { words += ["--decree", decree] }
        words += ["--from", max(today, appointment.from).dayFirst]
        if let until = appointment.until { words += ["--until", until.dayFirst] }
        return line(words)
      }
    let users = retirement.users.map { line(["person", "map", id.rawValue, "--user", $0]) }
    let keys = retirement.keys.map { key -> String in
      let adding = line(["person", "key", "add", id.rawValue, "--file", "-"])
      return "echo \(AuthorizedKeys.shellWord(key.text)) | \(adding)  # \(key.fingerprint)"
    }
    return appointments + users + keys
  }
}
