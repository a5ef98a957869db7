import DeskModel

/// A procedure being written: its file in the user's editor, what is wrong with it, what it would change, and
/// putting it in force.
///
/// What is written is kept as an unsaved form until it is in force or thrown away.
struct ProcedureEditor: ViewerLayer {
  private let id: ProcedureID
  private var source: ProcedureSource.Page?
  /// The file as it stands; `nil` until it was written in for the first time.
  private var text: String?
  private var trial: ProcedureTrial.Page?
  var viewer = Viewer()
  private var isSaving = false

  /// Opens the procedure with an identifier.
  init(_ id: ProcedureID) { self.id = id }

  var title: Message { Message("procedures.editor.title", ["id": id.rawValue]) }
  var context: CommandContext { .procedureEditor }
  var placement: Placement { .full }
  var draftKey: FormDraft.Key? { FormDraft.Key(.editProcedure, procedure: id) }
  var draft: FormDraft? {
    guard let draftKey, let text else { return nil }
    return FormDraft(key: draftKey, name: id.rawValue, values: ["text": text])
  }

  mutating func restore(_ draft: FormDraft) { text = draft.values["text"] }

  func questions(in app: AppContext) -> [any Question] {
    [ProcedureSource(id: id)] + (text.map { [ProcedureTrial(id: id, text: $0)] } ?? [])
  }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    switch news {
    case .answer(let answer):
      if let (_, page) = answer.to(ProcedureSource.self) {
        let isFirst = source == nil
        source = page
        return isFirst && text == nil ? edit() : []
      }
      if let (asked, page) = answer.to(ProcedureTrial.self), asked.text == text { trial = page }
    case .edited(let new):
      guard new != source?.text || text != nil else { return [] }
      text = new
      trial = nil
      viewer = Viewer()
      return [.ask(ProcedureTrial(id: id, text: new))]
    case .enacted(let id, let version):
      text = nil
      return [
        .close,
        .toast(
          Message("procedures.enacted", ["id": id.rawValue, "version": "\(version)"]), .done),
      ]
    case .refused, .performed, .notEnacted: isSaving = false
    case .proved, .unproved, .returned: break
    }
    return []
  }

  // MARK: Commands

  func availability(of command: CommandID, in app: AppContext) -> Availability {
    switch command {
    case .enact: return enacting(in: app)
    case .editProcedure where source == nil: return .unavailable(Message("flow.loading"))
    default: return .available
    }
  }

  private func enacting(in app: AppContext) -> Availability {
    if isSaving { return .unavailable(Message("form.saving")) }
    guard let trial, text != nil else {
      return .unavailable(Message("procedures.editor.untouched"))
    }
    guard trial.faults.isEmpty else {
      return .unavailable(
        Message("procedures.editor.faulty", ["count": "\(trial.faults.count)"]))
    }
    if trial.changes?.isEmpty == true {
      return .unavailable(Message("procedures.editor.same"))
    }
    guard app.office.hasDuty(.supervises, app.session.role.id) else {
      let who = app.office.roles.filter { app.office.hasDuty(.supervises, $0.id) }.map(\.name)
      return .unavailable(
        Message("procedures.editor.not-yours", ["who": who.joined(separator: ", ")]))
    }
    return .available
  }

  func stake(of command: CommandID, in app: AppContext) -> Stake? {
    guard let trial else { return nil }
    let summary =
      trial.changes.map { ProcedureChangesText($0, phrases: app.phrases).summary }
      ?? app.text("sop.changes.new")
    let name = app.text(
      "procedures.editor.stake",
      ["id": id.rawValue, "version": "\(trial.version + 1)", "summary": summary])
    return Stake(name: name, number: id.rawValue)
  }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    switch command {
    case .editProcedure: return edit()
    case .enact:
      guard let trial, let procedure = trial.procedure else { return [] }
      isSaving = true
      return [.enact(procedure, contentHash: trial.hash, over: trial.version)]
    default: return scroll(command, in: app)
    }
  }

  private func edit() -> [Effect] {
    (text ?? source?.text).map {
      [.edit($0, title: Message("procedures.editor.title", ["id": id.rawValue]))]
    } ?? []
  }

  // MARK: Drawing

  func draw(into canvas: inout Canvas, app: AppContext) {
    canvas.within(canvas.bounds.inset(rows: 0, columns: 1)) {
      viewer.draw(lines(in: app), into: &$0)
    }
  }

  /// How the file stands, what is wrong with it, and what it would change.
  func lines(in app: AppContext) -> [Viewer.Line] {
    let width = max(16, app.area.columns - 4)
    func lines(_ text: String, _ style: Style, mark: String = "") -> [Viewer.Line] {
      let indent = mark.isEmpty ? 0 : 2
      return TextWidth.wrap(text, width: width - indent).enumerated().map { row, part in
        let start = indent == 0 ? "" : row == 0 ? "\(mark) " : "  "
        return Viewer.Line(start + part, style: style)
      }
    }
    let key = ["key": app.key(.editProcedure)]
    guard text != nil else { return lines(app.text("procedures.editor.begin", key), .muted) }
    guard let trial else { return lines(app.text("flow.loading"), .muted) }
    var all: [Viewer.Line] = []
    if trial.faults.isEmpty {
      all += lines(app.text("procedures.editor.sound"), .ok)
      if case .unavailable(let reason) = enacting(in: app) {
        all += lines(app.text(reason), .warn)
      } else {
        all += lines(app.text("procedures.editor.ready", ["key": app.key(.enact)]), .plain)
      }
    } else {
      let count = ["count": "\(trial.faults.count)"]
      all += lines(app.text("procedures.editor.faulty", count), .danger.emphasised)
      all += lines(app.text("procedures.editor.mend", key), .plain)
    }
    all.append(Viewer.Line(""))
    all += trial.faults.flatMap { lines(place($0.line, $0.message, app), .danger, mark: "×") }
    all += trial.warnings.flatMap { lines(place($0.line, $0.message, app), .warn, mark: "!") }
    if let changes = trial.changes, !changes.isEmpty {
      if all.last?.text != "" { all.append(Viewer.Line("")) }
      all.append(
        Viewer.Line(
          app.text("procedures.editor.changes", ["version": "\(trial.version)"]), style: .title))
      all += ChangeLines.lines(changes, phrases: app.phrases, width: width)
    }
    return all
  }

  private func place(_ line: Int?, _ message: Message, _ app: AppContext) -> String {
    guard let line else { return app.text(message) }
    return app.text(
      "procedures.editor.line", ["line": "\(line)", "text": app.text(message)])
  }
}
