import ArgumentParser
import DeskModel

/// `desk task act`: does something with a task.
struct TaskActCommand: ParsableCommand {
  /// What can be done with a task.
  enum Verb: String, CaseIterable {
    case open, claim, release, complete, dispose, acknowledge, draft, paraf, sign
    case giveBack = "return"
    case recall, reassign, delegate, suspend, resume, cancel
  }

  static let configuration = CommandConfiguration(
    commandName: "act", abstract: "Kerjakan sebuah tugas atas nama seseorang.",
    discussion: """
      Tindakan: open, claim, release, complete (--to), dispose (--to, --info, --instruction, \
      --deadline), acknowledge, draft (--file), paraf (--to), sign (--to), \
      return (--reason, --file), \
      recall, reassign (--to, --reason), delegate (--to, --note), suspend (--reason), \
      resume, cancel (--reason).

      paraf dan sign meminta PIN: di terminal, atau dari --pin-file. --to pada complete, paraf \
      dan sign menyebut pelaksana langkah berikutnya, bila SOP membukanya.

      --seen menyebut versi tugas yang terlihat; bila sudah berubah sejak itu, tindakan \
      ditolak dan tidak ada yang tertulis.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOption
  @OptionGroup var pin: PINOption

  @Argument(help: ArgumentHelp("Pengenal tugas, dari queue.", valueName: "id"))
  var id: Int

  @Argument(help: ArgumentHelp("Tindakan.", valueName: "tindakan"))
  var verb: String

  @Option(help: ArgumentHelp("Versi tugas yang terlihat.", valueName: "versi"))
  var seen: Int?

  @Option(
    help: ArgumentHelp(
      "Versi konsep yang terlihat (complete, draft, paraf, sign, return); bawaan: yang terakhir.",
      valueName: "versi"))
  var draft: Int?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Penerima atau pelaksana; boleh beberapa.", valueName: "jabatan"))
  var to: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Penerima untuk diketahui.", valueName: "jabatan"))
  var info: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Isi disposisi, misalnya siapkan-jawaban.", valueName: "isi"))
  var instruction: [String] = []

  @Option(help: ArgumentHelp("Batas waktu disposisi.", valueName: "tanggal"))
  var deadline: String?

  @Option(help: ArgumentHelp("Catatan.", valueName: "teks"))
  var note: String?

  @Option(help: ArgumentHelp("Alasan.", valueName: "teks"))
  var reason: String?

  @Option(
    help: ArgumentHelp(
      "Berkas konsep, - untuk masukan baku; lewat sudo hanya -.", valueName: "berkas"))
  var file: String?

  @Option(help: ArgumentHelp("Putusan, bila langkah menawarkan beberapa.", valueName: "nama"))
  var choice: String?

  @Option(help: ArgumentHelp("Kode klasifikasi untuk nomor surat.", valueName: "kode"))
  var classification: String?

  @Option(help: ArgumentHelp("Cara pengiriman.", valueName: "cara"))
  var channel: String?

  @Option(
    help: ArgumentHelp(
      "Nomor cadangan yang sudah tertulis di surat, misalnya 12 atau 12/2025.", valueName: "nomor"))
  var reserved: String?

  @Option(help: ArgumentHelp("Tempat arsip.", valueName: "tempat"))
  var place: String?

  func run() throws {
    let place = try Workplace()
    guard let verb = Verb(rawValue: verb) else {
      throw CommandFault.unknownWord(
        option: "tindakan", text: verb, known: Verb.allCases.map(\.rawValue))
    }
    let desk = try place.desk(common.office)
    let today = desk.today
    let actor = try place.actor(desk, actor)
    let (view, task) = try desk.taskView(id, for: actor)
    let action = try action(verb, on: task, in: view, desk, place, today: today)
    let proof =
      action.asksPIN
      ? try PINEntry(file: pin.file, action: verb.rawValue, phrases: place.phrases)
        .proof(at: desk, of: actor) : nil
    let number: NumberPlace? =
      if case .complete(_, let completion) = action { completion.reserved } else { nil }
    let open = try desk.openNumbers(before: number)
    let receipt = try desk.perform(action, as: actor, proof: proof)
    place.complain(of: open, before: number)
    try report(verb, receipt, desk, place, as: actor)
  }

  /// The action that verb and options describe.
  private func action(
    _ verb: Verb, on task: Task, in view: CaseView, _ desk: Desk, _ place: Workplace,
    today: CalendarDate
  ) throws -> Action {
    let ref = TaskRef(task.id, version: seen ?? task.version)
    let shown = draft ?? view.state.draftVersion(on: task.branch)
    switch verb {
    case .open: return .open(ref)
    case .claim: return .claim(ref)
    case .release: return .release(ref)
    case .complete:
      return .complete(
        ref, try completion(of: view.letter.kind, desk, place, basedOn: shown, today: today))
    case .dispose: return .dispose(ref, try disposition(desk))
    case .acknowledge: return .acknowledge(ref)
    case .draft:
      guard let file else { throw missing("--file") }
      return .writeDraft(ref, text: try text(of: file, desk), basedOn: shown)
    case .paraf: return .paraf(ref, draft: shown, recipients: try roles(to, desk))
    case .sign: return .sign(ref, draft: shown, recipients: try roles(to, desk))
    case .giveBack:
      return .giveBack(
        ref, reason: reason ?? "", corrected: try file.map { try text(of: $0, desk) },
        basedOn: shown)
    case .recall: return .recall(ref)
    case .reassign: return .reassign(ref, to: try recipient(desk), reason: reason ?? "")
    case .delegate: return .delegate(ref, to: try recipient(desk), note: note ?? reason ?? "")
    case .suspend: return .suspend(ref, reason: reason ?? "")
    case .resume: return .resume(ref)
    case .cancel: return .cancel(view.state.id, reason: reason ?? "")
    }
  }

  /// The text of a file, which is read with the rights of the office's account: who is only lent them sends it by stdin.
  private func text(of file: String, _ desk: Desk) throws -> String {
    guard file == "-" || desk.files.mayReadHost else { throw CommandFault.fileNotSent(file) }
    return try Workplace.text(of: file)
  }

  private func completion(
    of kind: LetterKind, _ desk: Desk, _ place: Workplace, basedOn: Int, today: CalendarDate
  ) throws -> Completion {
    var found: Classification?
    if let classification {
      found = try place.classifications(on: today)?.classification(typed: classification)
      if found == nil {
        throw LetterFaults([
          FieldFault(
            .classification,
            Message(
              "letter.unknown.classification", ["text": TextRules.quoted(classification)]))
        ])
      }
    }
    return Completion(
      note: note, choice: choice, draft: try file.map { try text(of: $0, desk) },
      basedOn: basedOn, recipients: try roles(to, desk), classification: found, channel: channel,
      place: self.place, reserved: try reserved.map { try desk.numberPlace($0, for: kind) })
  }

  private func disposition(_ desk: Desk) throws -> Disposition {
    let acting = try roles(to, desk).map { Disposition.Recipient(role: $0) }
    let informed = try roles(info, desk).map {
      Disposition.Recipient(role: $0, forInformation: true)
    }
    return Disposition(
      recipients: acting + informed, instructions: instruction, note: note,
      deadline: try deadline.map { try CalendarDate(input: $0) })
  }

  private func recipient(_ desk: Desk) throws -> RoleID {
    guard let first = to.first else { throw missing("--to") }
    return try desk.office.role(called: first).id
  }

  private func roles(_ names: [String], _ desk: Desk) throws -> [RoleID] {
    try names.map { try desk.office.role(called: $0).id }
  }

  private func missing(_ option: String) -> CommandFault {
    .missing(option: option, action: verb)
  }

  private func report(
    _ verb: Verb, _ receipt: Receipt, _ desk: Desk, _ place: Workplace, as actor: Actor
  ) throws {
    let (view, task) = try desk.taskView(id, for: actor)
    if common.json {
      let json = ReportJSON(desk.office)
      try Output.json(
        .sorted([
          "case": .integer(Int(view.state.id)), "changed": .bool(!receipt.entries.isEmpty),
          "number": receipt.number.map(json.value) ?? .null,
          "status": .string(view.state.status.rawValue), "task": json.value(task),
          "waiting": json.waiting(receipt),
        ]))
      return
    }
    let text = ReportText(desk, place.phrases)
    guard !receipt.entries.isEmpty else {
      return try Output.text(place.phrases("cli.task.unchanged"))
    }
    try Output.text(place.phrases("cli.task.done.\(verb.rawValue)", ["id": "\(id)"]))
    if let number = receipt.number {
      try Output.text(place.phrases("cli.task.number", ["number": number.text]))
    }
    try Output.lines(text.waiting(receipt))
  }
}
