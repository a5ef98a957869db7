import ArgumentParser
import DeskModel

/// `desk letter add`: registers an incoming letter, or begins one of the office's own.
struct LetterAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Catat surat masuk, atau mulai surat kantor sendiri.",
    discussion: """
      Isian kosong berarti biasa (sifat, urgensi) atau hari ini (tanggal terima). Tanggal \
      ditulis 5/3/2026, 5 Mar 2026 atau 2026-03-05. Bila surat yang sama mungkin sudah \
      tercatat, ada peringatan di stderr dan surat tetap dicatat.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOption

  @Option(help: ArgumentHelp("Jenis naskah.", valueName: "jenis"))
  var kind = LetterKind.Word.incoming.rawValue

  @OptionGroup var details: LetterOptions

  @Option(help: ArgumentHelp("Penerima surat.", valueName: "teks"))
  var addressee = ""

  @Option(
    help: ArgumentHelp(
      "Lampiran; boleh berulang. Lewat sudo: nama dalam folder pindaian kantor.",
      valueName: "berkas"))
  var attach: [String] = []

  @Option(
    help: ArgumentHelp(
      "Nomor cadangan yang sudah tertulis di surat, misalnya 208 atau 208/2025.",
      valueName: "nomor"))
  var reserved: String?

  @Option(help: ArgumentHelp("SOP yang ditempuh.", valueName: "id"))
  var procedure: String?

  @Option(help: ArgumentHelp("Petunjuk untuk langkah berikutnya.", valueName: "teks"))
  var order: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Pelaksana langkah berikutnya, bila SOP membukanya.", valueName: "jabatan"))
  var to: [String] = []

  func run() throws {
    let place = try Workplace()
    guard let kind = LetterKind.Word(rawValue: kind)?.kind else {
      throw CommandFault.unknownWord(
        option: "--kind", text: kind, known: LetterKind.Word.allCases.map(\.rawValue))
    }
    let desk = try place.desk(common.office)
    let today = desk.today
    let actor = try place.actor(desk, actor)
    let recipients = try to.map { try desk.office.role(called: $0).id }
    var input = details.over(LetterDraftInput(kind: kind))
    input.addressee = addressee
    var letter = try input.letter(
      id: 0, today: today, classifications: try place.classifications(on: today))
    if !kind.isIncoming, letter.sender.isEmpty {
      letter.sender = desk.office.role(actor.role).flatMap { desk.office.unit($0.unit)?.name } ?? ""
    }
    let chosen = try chosenProcedure(desk, by: actor, kind: kind)
    let same = try sameLetters(letter, desk, by: actor)
    let number = try reserved.map { try desk.numberPlace($0, for: kind) }
    let open = try desk.openNumbers(before: number)

    let store = desk.attachmentStore
    // All are looked at before the first is kept, so that a slip leaves nothing behind.
    for file in attach { try store.check(file) }
    letter.attachments = try attach.map { try store.store($0) }
    let receipt = try desk.perform(
      .register(
        Registration(
          letter: letter, procedure: chosen, note: order, recipients: recipients,
          reserved: number)),
      as: actor)
    place.complain(of: open, before: number)
    if !same.isEmpty {
      let list = same.map { $0.number?.text ?? "#\($0.id)" }.joined(separator: ", ")
      Output.complain(place.phrases("cli.letter.same", ["list": list]))
    }
    try report(receipt, letter, same, desk, place)
  }

  /// The procedure named; for who keeps the book else that of the own office by which the role registers most.
  private func chosenProcedure(
    _ desk: Desk, by actor: Actor, kind: LetterKind
  ) throws -> ProcedureID {
    if let procedure {
      guard try desk.procedure(ProcedureID(procedure)) != nil else {
        throw CommandFault.notFound(what: "procedure", id: procedure)
      }
      return ProcedureID(procedure)
    }
    let known = try desk.procedures(
      begunBy: actor.role, byEntry: kind.isIncoming, for: actor)
    guard kind.isIncoming else {
      throw CommandFault.procedureUnnamed(known: known.map(\.id.rawValue))
    }
    guard !known.isEmpty else {
      let clerks = desk.office.roles.filter { desk.office.hasDuty(.registers, $0.id) }
      throw Refusal(.notAllowed, ["who": clerks.map(\.name).joined(separator: ", ")])
    }
    // Whoever does not keep the book says what for the letter is entered, as on the screen.
    guard desk.office.hasDuty(.registers, actor.role),
      let usual = known.first(where: { $0.office == desk.office.name })
    else { throw CommandFault.procedureUnnamed(known: known.map(\.id.rawValue)) }
    return usual.id
  }

  private func sameLetters(
    _ letter: Letter, _ desk: Desk, by actor: Actor
  ) throws -> [LetterRow] {
    guard letter.kind.isIncoming, let number = letter.senderNumber else { return [] }
    return try desk.sameLetters(
      sender: letter.sender, number: number, date: letter.letterDate, for: actor)
  }

  private func report(
    _ receipt: Receipt, _ letter: Letter, _ same: [LetterRow], _ desk: Desk, _ place: Workplace
  ) throws {
    if common.json {
      let json = ReportJSON(desk.office)
      try Output.json(
        .sorted([
          "attachments": .array(letter.attachments.map(json.value)),
          "case": JSONText(receipt.startedCase.map(Int.init)),
          "letter": JSONText(receipt.letter.map(Int.init)),
          "number": receipt.number.map(json.value) ?? .null,
          "sameLetters": .array(same.map { .integer(Int($0.id)) }),
          "waiting": json.waiting(receipt),
        ]))
    } else {
      let text = ReportText(desk, place.phrases)
      let id = receipt.letter.map { "\($0)" } ?? "—"
      try Output.text(
        receipt.number.map {
          place.phrases("cli.letter.numbered", ["number": $0.text, "id": id])
        } ?? place.phrases("cli.letter.begun", ["id": id]))
      try Output.lines(text.waiting(receipt))
    }
  }
}
