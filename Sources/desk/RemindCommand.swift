import ArgumentParser
import DeskModel
import Foundation

/// `desk remind`: what presses on each person, printed or mailed.
struct RemindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remind",
    abstract: "Pengingat tiap orang: yang lewat waktu, belum dibaca, jatuh tempo, menunggu paraf.",
    discussion: """
      Tanpa pilihan, semua orang yang mempunyai sesuatu yang mendesak. Isi surat terbatas dan \
      rahasia tidak disebut. Cocok untuk cron atau systemd timer.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("Hanya orang ini, boleh disingkat.", valueName: "orang"))
  var person: String?

  @Flag(help: "Juga yang tidak mempunyai apa-apa yang mendesak.")
  var all = false

  @Flag(help: "Kirim melalui sendmail ke alamat surel setiap orang.")
  var mail = false

  func run() throws {
    let place = try Workplace()
    // What waits for everybody is for whoever holds the office's files.
    _ = try place.administrator()
    let desk = try place.desk(common.office)
    let people =
      try person.map { [try desk.office.person(called: $0)] } ?? desk.office.people
    let isNamed = all || person != nil
    let digests = try people.map(desk.digest).filter {
      !$0.chairs.isEmpty && (isNamed || $0.isPressing)
    }
    let text = DigestText(desk, place.phrases, head: try desk.journalHead())
    guard mail else {
      if common.json { return try Output.json(text.json(digests, delivery: [:])) }
      guard !digests.isEmpty else { return try Output.text(place.phrases("cli.remind.nothing")) }
      return try Output.text(
        digests.map { text.lines($0).joined(separator: "\n") }.joined(separator: "\n\n\n"))
    }
    let delivery = text.send(digests, by: try Sendmail(environment: place.environment))
    if common.json {
      try Output.json(text.json(digests, delivery: delivery))
    } else {
      try Output.lines(digests.map { text.delivered($0, delivery[$0.person.id]) })
    }
    let failed = delivery.values.count { $0 == .refused || $0 == .tooSlow }
    guard failed == 0 else { throw CommandFault.mailsRefused(failed) }
  }
}
