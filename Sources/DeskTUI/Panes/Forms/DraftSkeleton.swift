import DeskModel

/// What the text of a letter begins with where nobody has written any: the parts that such a paper has (Permendagri
/// 1/2023 on naskah dinas), filled with what the desk knows. It is no text before somebody has changed it.
struct DraftSkeleton {
  /// What stands before the place where writing begins.
  let head: String
  /// What stands after it.
  private let tail: String
  /// The whole.
  var text: String { head + tail }

  /// The parts of the paper that a task is to write; `nil` for kinds whose parts the desk does not know.
  init?(_ file: CaseFile, task: Task, app: AppContext) {
    let writer = Writer(file: file, task: task, app: app)
    let top: [String]
    switch writer.kind {
    case .outgoing, .invitation: top = writer.letterTop
    case .notaDinas: top = writer.noteTop
    default: return nil
    }
    head = (top + writer.opening + [""]).joined(separator: "\n")
    tail = (["", "", app.text("draft.form.closing")] + writer.signer).joined(separator: "\n")
  }
}

/// Puts the parts together.
private struct Writer {
  let file: CaseFile
  let task: Task
  let app: AppContext

  private var letter: Letter { file.state.letter }

  /// What is written: the case's own paper, or what the step makes of a letter from outside.
  var kind: LetterKind? {
    guard letter.kind.isIncoming else { return letter.kind }
    return file.step(task)?.outputs.lazy.compactMap(LetterKind.init(namedIn:)).first
  }

  /// The letter that is answered, if its words may stand here: not a secret one's, whose readers are others than this
  /// text's.
  private var answered: LetterRow? {
    let row = letter.kind.isIncoming ? file.view.letter : file.view.answered
    return row.flatMap { $0.isHidden || $0.secrecy.isSecret ? nil : $0 }
  }

  /// Place and date, the paper's marks, addressee. The kop is on the sheet that it is printed on: here it would only
  /// stand between each reader and the text.
  var letterTop: [String] {
    ["\(app.office.letterhead.city),", ""] + marks
      + ["", addressee, app.text("draft.form.place"), ""]
  }

  /// The head of a note between officials.
  var noteTop: [String] {
    [app.text("kind.notaDinas").uppercased(), ""]
      + fields([
        (app.text("letter.to"), addressee), (app.text("letter.from"), app.roleName(task.role)),
        (app.text("draft.form.date"), ""),
      ]) + marks + [""]
  }

  /// Number and enclosures are known when it is sent.
  private var marks: [String] {
    let sifat = [
      letter.secrecy == .biasa ? nil : app.text("secrecy.\(letter.secrecy.rawValue)"),
      letter.urgency == .biasa ? nil : app.text("urgency.\(letter.urgency.rawValue)"),
    ].compactMap { $0 }
    return fields([
      (app.text("draft.form.number"), ""),
      (
        app.text("letter.secrecy"),
        sifat.isEmpty ? app.text("urgency.biasa") : sifat.joined(separator: "/")
      ),
      (app.text("letter.attachments"), ""), (app.text("form.start.subject"), letter.subject),
    ])
  }

  private func fields(_ fields: [(name: String, value: String)]) -> [String] {
    fields.map { TextWidth.pad($0.name, to: 9) + ": " + $0.value }
  }

  private var addressee: String {
    // A letter from outside was addressed to this office.
    let own = letter.kind.isIncoming ? nil : letter.addressee
    let name = own ?? (kind == .notaDinas ? nil : answered?.sender) ?? ""
    return app.text("draft.form.addressee", ["name": name])
  }

  /// The sentence that names what is answered.
  var opening: [String] {
    guard let answered else { return [] }
    let parts = [
      answered.sender,
      answered.senderNumber.map { app.text("draft.form.numbered", ["number": $0]) },
      answered.letterDate.map { app.text("letter.dated", ["date": app.dates.long($0)]) },
    ].compactMap { $0 }
    return [
      app.text(
        "draft.form.answering",
        ["letter": parts.joined(separator: " "), "subject": answered.subject]), "",
    ]
  }

  /// Who signs by the procedure, in its own words.
  var signer: [String] {
    let procedure = file.state.procedure
    guard
      let lane = procedure.steps.last(where: { $0.act == .tandatangani })?.lanes.first,
      let found = procedure.lanes.first(where: { $0.id == lane }), !found.isExternal
    else { return [] }
    return ["", "\(found.name),"]
  }
}
