import ArgumentParser
import DeskModel

/// `desk letter correct`: puts right what a letter from outside was registered with.
struct LetterCorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Betulkan catatan surat masuk yang keliru.",
    discussion: """
      Hanya isian yang disebut yang berubah; teks kosong mengosongkannya. Nomor agenda tetap. \
      Yang lama, yang baru dan alasannya tercatat pada riwayat surat. Surat yang sudah \
      diarsipkan atau dibatalkan tidak dibetulkan lagi.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOption

  @Argument(help: ArgumentHelp("Pengenal surat, dari letter list.", valueName: "id"))
  var id: Int

  @Option(help: ArgumentHelp("Alasan.", valueName: "teks"))
  var reason = ""

  @OptionGroup var details: LetterOptions

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    let actor = try place.actor(desk, actor)
    guard let row = try desk.letter(Int64(id), for: actor) else {
      throw CommandFault.notFound(what: "letter", id: "\(id)")
    }
    guard !row.isHidden, let view = try row.caseID.flatMap({ try desk.caseView($0, for: actor) })
    else { throw Refusal(.secret) }
    let today = desk.today
    let letter = try details.over(LetterDraftInput(view.state.letter)).correcting(
      view.state.letter, today: today, classifications: try place.classifications(on: today))
    let receipt = try desk.perform(
      .correct(
        view.state.id, Correction(letter, over: view.state.corrected, reason: reason)), as: actor)
    for case .letterCorrected(let event) in receipt.entries.map(\.event) {
      try report(event, number: row.number, desk, place)
    }
  }

  private func report(
    _ event: LetterCorrected, number: AgendaNumber?, _ desk: Desk, _ place: Workplace
  ) throws {
    if common.json {
      let json = ReportJSON(desk.office)
      try Output.json(
        .sorted([
          "case": .integer(Int(event.case)), "changes": json.value(event.changes),
          "letter": .integer(Int(event.letter)), "number": number.map(json.value) ?? .null,
        ]))
    } else {
      let words = FieldWords(place.phrases, DateText(place.phrases))
      let name = number?.text ?? "#\(event.letter)"
      try Output.lines(
        [place.phrases("cli.letter.corrected", ["number": name])]
          + event.changes.list.map { "  " + words.line($0) })
    }
  }
}
