import DeskModel

@testable import DeskTUI

/// The application over three letters of no real office: a pane, a letter view, a flow and forms that only remember.
enum AppFixture {
  static let phrases = phrasebook(.id)

  static let office: Office = {
    do {
      return try OfficeReader.practiceOffice(in: AssetsFolder.find())
    } catch {
      return Office(
        name: "\(error)",
        letterhead: Letterhead(government: "", office: "", address: "", city: ""),
        calendar: WorkingCalendar(hours: [:]), units: [], positions: [], roles: [], people: [],
        appointments: [], books: [])
    }
  }()

  static let now = OfficeZone.wita.timestamp(
    CalendarDate(daysSince1970: 20_514), minute: 9 * 60)

  static func phrasebook(_ language: Phrasebook.Language) -> Phrasebook {
    (try? Phrasebook(language, in: AssetsFolder.find())) ?? Phrasebook([:])
  }

  static func session(_ role: RoleID = "kepala-dinas@dinas-sosial") -> Session {
    let chairs = Session.everyChair(
      in: office, on: office.calendar.date(of: now), isPractice: true)
    return chairs.first { $0.role.id == role } ?? chairs[0]
  }

  static func state(
    _ size: Size = Size(rows: 24, columns: 80), glyphs: Glyphs = .unicode,
    phrases: Phrasebook = phrases
  ) -> AppState {
    var state = AppState(
      session: session(), office: office, phrases: phrases, glyphs: glyphs, size: size, now: now,
      panes: panes)
    _ = state.update(.started())
    _ = state.settle()
    return state
  }

  static let panes = Panes(
    pane: { id in
      if id == .inbox { return ProbePane() }
      return EmptyPane(id: id, context: .agenda)
    },
    letter: { subject in subject.caseID.map { ProbeLetter(caseID: $0) } },
    flow: { subject in subject.caseID.map { ProbeFlow(caseID: $0) } },
    availability: { _, _ in .available },
    form: { command, _ in ProbeForm(purpose: command, caseID: nil) },
    resumed: { draft, _ in
      draft.command.map { ProbeForm(purpose: $0, caseID: draft.key.caseID) }
    })
}

/// A pane with nothing on it.
struct EmptyPane: Layer {
  let id: PaneID
  let context: CommandContext

  var title: Message { Message(id.label) }
  var placement: Placement { .wholePane }

  func draw(into canvas: inout Canvas, app: AppContext) {}
}

struct ProbePane: Layer {
  struct Row: Identifiable, Sendable {
    let id: CaseID
    let text: String
  }

  var list = ListView([
    Row(id: 1, text: "Surat pertama"), Row(id: 2, text: "Surat kedua"),
    Row(id: 3, text: "Surat ketiga"),
  ])

  var title: Message { Message("pane.inbox") }
  var context: CommandContext { .inbox }
  var placement: Placement { .pane }
  var subject: Subject? { list.selected.map { .case($0.id) } }

  func questions(in app: AppContext) -> [any Question] { [ProbeQuestion(name: "pane")] }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    if let motion = Motion(command) { list.move(motion, height: app.area.rows) }
    return command == .open ? [.focus(.letter)] : []
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    guard case .mouse(let event) = input, list.mouse(event, height: app.area.rows) else {
      return .ignored
    }
    return .handled
  }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    if case .answer(let answer) = news, let (_, text) = answer.to(ProbeQuestion.self) {
      let left = list.rows.filter { !text.contains($0.text) }
      list.replace(left)
    }
    return []
  }

  func draw(into canvas: inout Canvas, app: AppContext) {
    list.draw(into: &canvas, focused: app.isFocused) { row, canvas in
      canvas.put(row.text, at: .zero)
    }
  }
}

struct ProbeQuestion: Question {
  let name: String
  func answer(from desk: Desk, for session: Session) throws -> String { name }
}

/// Can do everything but `delegate`; remembers what it was asked to do.
struct ProbeLetter: Layer {
  let caseID: CaseID
  private(set) var done: [String] = []
  private(set) var scrolled = 0

  init(caseID: CaseID) { self.caseID = caseID }

  var title: Message { Message("pane.agenda") }
  var context: CommandContext { .letter }
  var placement: Placement { .letter }

  func questions(in app: AppContext) -> [any Question] { [ProbeQuestion(name: "letter")] }

  func availability(of command: CommandID, in app: AppContext) -> Availability {
    command == .delegate ? .unavailable(Message("act.no.task")) : .available
  }

  func danger(of command: CommandID, in app: AppContext) -> Command.Danger {
    command == .complete ? .confirm : .none
  }

  func stake(of command: CommandID, in app: AppContext) -> Stake? {
    Stake(name: "surat \(caseID)", number: "00\(caseID)")
  }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    done.append(command.rawValue)
    switch command {
    case .back: return [.close]
    case .down: scrolled += 1
    case .paraf: return [.perform(.paraf(TaskRef(caseID, version: 1), draft: 1))]
    case .complete: return [.perform(.complete(TaskRef(caseID, version: 1), Completion()))]
    case .dispose, .cancelCase: return [.push(ProbeForm(purpose: command, caseID: caseID))]
    case .draft: return [.edit("lama", title: Message("command.draft"))]
    default: break
    }
    return []
  }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    switch news {
    case .answer, .enacted, .notEnacted: break
    case .performed: return [.close, .toast(Message("app.refreshed"), .done)]
    case .refused: done.append("refused")
    case .edited(let text): done.append("edited \(text)")
    case .proved, .unproved: break
    case .returned(let value): done.append("returned \(value)")
    }
    return []
  }

  func draw(into canvas: inout Canvas, app: AppContext) {
    canvas.put("Isi surat \(caseID), baris \(scrolled)", at: .zero)
    canvas.put(done.joined(separator: ", "), at: Point(row: 1, column: 0), style: .muted)
  }
}

struct ProbeFlow: Layer {
  let caseID: CaseID
  var title: Message { Message("command.flow") }
  var context: CommandContext { .flow }
  var placement: Placement { .flow }
  func questions(in app: AppContext) -> [any Question] { [ProbeQuestion(name: "flow")] }
  func draw(into canvas: inout Canvas, app: AppContext) {
    canvas.put("Alur surat \(caseID)", at: .zero)
  }
}

struct ProbeForm: FormLayer {
  let purpose: CommandID?
  let caseID: CaseID?
  var form = Form([
    FormField("note", Message("command.draft"), .text(TextField()), isRequired: true),
    FormField("more", Message("command.reply"), .area(TextArea(), rows: 3)),
  ])

  init(purpose: CommandID?, caseID: CaseID?) {
    self.purpose = purpose
    self.caseID = caseID
  }

  var title: Message { Message("command.dispose") }
  var draftName: String { "surat \(caseID ?? 0)" }
  var draftKey: FormDraft.Key? { purpose.map { FormDraft.Key($0, caseID: caseID) } }

  func stake(of command: CommandID, in app: AppContext) -> Stake? {
    Stake(name: draftName, number: "7/2026")
  }

  mutating func save(in app: AppContext) -> [Effect] {
    guard !form["note"].isEmpty else {
      form.show(["note": Message("refusal.reasonMissing")])
      return []
    }
    return [.perform(.cancel(caseID ?? 0, reason: form["note"]))]
  }

  mutating func learn(_ news: News, in app: AppContext) -> [Effect] {
    if case .performed = news { [.close] } else { [] }
  }
}

extension AppState {
  /// Lets time go by, counted from the fixture's beginning.
  mutating func wait(milliseconds: Int) -> [Request] {
    let now = Timestamp(milliseconds: AppFixture.now.milliseconds + Int64(milliseconds))
    return update(.tick(now, uptime: .milliseconds(milliseconds)))
  }

  /// Presses keys and gives what the edge would be asked to do.
  @discardableResult
  mutating func press(_ keys: Key...) -> [Request] {
    keys.flatMap { edge(.key($0)) }
  }

  /// Takes an input, with the commands that had to wait for the letter, and gives what else the edge would do.
  mutating func edge(_ input: Input) -> [Request] {
    update(.input(input)).flatMap { request in
      if case .again(let command) = request { update(.command(command)) } else { [request] }
    }
  }

  /// Types text.
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// The screen as text.
  var screen: String {
    let grid = view()
    return (0..<grid.size.rows).map { row in
      String(grid.row(row).filter { $0.width > 0 }.map(\.text))
    }.joined(separator: "\n")
  }
}
