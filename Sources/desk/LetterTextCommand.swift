import ArgumentParser
import DeskModel

/// `desk letter text`: what was signed, as a file to be printed or sent.
struct LetterTextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Teks surat yang sudah ditandatangani, untuk dicetak.",
    discussion: """
      Yang ditulis teks yang ditandatangani, tanpa kepala surat dan nomornya. Tanpa --output \
      teks ditulis ke layar. Konsep yang belum ditandatangani: desk task show.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var reader: ReaderOption

  @Argument(help: ArgumentHelp("Pengenal surat, dari letter list.", valueName: "id"))
  var id: Int

  @OptionGroup var destination: OutputOptions

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    let (row, cases) = try desk.letterWithCases(id, for: place.reader(desk, reader))
    guard !row.isHidden else { throw Refusal(.secret) }
    guard let (state, paraf, text) = cases.lazy.compactMap({ Self.signed($0.state) }).last else {
      throw CommandFault.notSigned(id: "\(id)")
    }
    let path = try destination.write(text, name: "surat-\(id).txt")
    if common.json {
      let json = ReportJSON(desk.office)
      try Output.json(
        .sorted([
          "number": state.number.map(json.value) ?? .null, "path": JSONText(path),
          "person": .string(paraf.person.rawValue), "role": .string(paraf.role.rawValue),
          "signed": json.time(paraf.given), "text": .string(text),
        ]))
    } else if let path {
      try Output.text(place.phrases("cli.letter.text-written", ["path": path]))
    } else {
      try Output.document(text)
    }
  }

  /// The signature that stands, with the text that it stands under.
  private static func signed(
    _ state: CaseState
  ) -> (state: CaseState, paraf: CaseState.Paraf, text: String)? {
    guard let paraf = state.parafs.last(where: { $0.isSignature && state.stands($0) }),
      let draft = state.drafts.last(where: { $0.version == paraf.version })
    else { return nil }
    // A file of text ends with a line's end.
    return (state, paraf, draft.text.hasSuffix("\n") ? draft.text : draft.text + "\n")
  }
}
