import DeskModel

/// Asks for the PIN before what binds the office, or lets one be chosen: by who has none, or by who wants another.
/// Finishes with a `PINProof`, or with false on Esc; a change that was asked for by itself just ends.
struct PINLayer: Layer {
  /// What is typed, from above.
  private enum Entry { case own, new, again }

  private let question: String
  private let isChanging: Bool
  private var standing: PINStanding?
  private var fields: [Entry: PINField] = [:]
  /// Which of the entries has the keyboard.
  private var index = 0
  private var fault: Message?
  private var isAsking = false

  /// Asks for it.
  ///
  /// - Parameter isChanging: whether another one is wanted, and nothing to be confirmed.
  init(question: String, isChanging: Bool = false) {
    self.question = question
    self.isChanging = isChanging
  }

  var title: Message {
    if isChoosing { return Message("pin.choose.title") }
    return Message(isChanging ? "pin.change.title" : "dialog.confirm")
  }
  var context: CommandContext { .pin }
  var takesText: Bool { true }
  var placement: Placement {
    let lines = TextWidth.wrap(question, width: Self.width).count
    return .dialog(Size(rows: lines + max(2, entries.count) + 5, columns: Self.width))
  }

  private static let width = 58
  private var isChoosing: Bool { standing == .unset }
  private var entries: [Entry] {
    if isChoosing { return [.new, .again] }
    return isChanging ? [.own, .new, .again] : [.own]
  }

  func questions(in app: AppContext) -> [any Question] { [PINQuestion()] }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    switch news {
    case .answer(let answer):
      guard let (_, new) = answer.to(PINQuestion.self), new != standing else { return [] }
      if isChoosing || new == .unset { clear() }
      standing = new
      if case .barred(let barred) = new { fault = barred.message }
    case .proved(let proof):
      return isChanging ? [.close, .toast(Message("pin.chosen"), .done)] : [.finish(proof)]
    case .unproved(let message):
      isAsking = false
      fault = message
      clear()
      return [.ask(PINQuestion())]
    case .performed, .refused, .enacted, .notEnacted, .edited, .returned: break
    }
    return []
  }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    switch command {
    case .confirmPIN: enter()
    case .back: [.finish(false)]
    default: []
    }
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    switch input {
    case .key(.tab), .key(.down): index = (index + 1) % entries.count
    case .key(.backTab), .key(.up): index = (index + entries.count - 1) % entries.count
    case .key(let key):
      guard fields[entries[index], default: PINField()].handle(key) else { return .ignored }
      fault = nil
    case .paste(let text): fields[entries[index], default: PINField()].insert(text)
    case .mouse: break
    }
    return .handled
  }

  private mutating func enter() -> [Effect] {
    // Before it is known how the PIN stands, and while one is being held against it, Enter means nothing.
    guard let standing, !isAsking else { return [] }
    do throws(PINFault) {
      if case .barred(let barred) = standing { throw barred }
      let typed = try pin(entries[index])
      guard index == entries.count - 1 else {
        index += 1
        return []
      }
      guard entries.contains(.new) else {
        isAsking = true
        return [.prove(typed)]
      }
      let (old, new) = (entries.contains(.own) ? try pin(.own) : nil, try pin(.new))
      guard typed == new else { throw .differs }
      isAsking = true
      return [.choosePIN(new, insteadOf: old)]
    } catch {
      fault = error.message
      clear()
      return [.ask(PINQuestion())]
    }
  }

  private func pin(_ entry: Entry) throws(PINFault) -> PIN {
    try (fields[entry] ?? PINField()).pin()
  }

  private mutating func clear() {
    fields = [:]
    index = 0
  }

  func draw(into canvas: inout Canvas, app: AppContext) {
    var row = canvas.paragraph(question, in: canvas.bounds, style: .overlay) + 1
    if let hint = hint(app) {
      row += canvas.paragraph(
        hint, in: Rect(row: row, column: 0, height: 2, width: canvas.width), style: .overlay)
    }
    let labels = entries.map { app.text(label(of: $0)) }
    let indent = labels.map { TextWidth.columns($0) }.max() ?? 0
    for (number, entry) in entries.enumerated() {
      canvas.put(labels[number], at: Point(row: row, column: 0), style: .overlay)
      let rect = Rect(
        row: row, column: indent + 2, height: 1, width: PIN.lengths.upperBound + 2)
      canvas.within(rect) {
        (fields[entry] ?? PINField()).draw(into: &$0, focused: number == index)
      }
      row += 1
    }
    if let fault {
      canvas.paragraph(
        app.text(fault), in: Rect(row: row, column: 0, height: 2, width: canvas.width),
        style: .danger)
    }
  }

  private func label(of entry: Entry) -> String {
    switch entry {
    case .own: isChanging ? "pin.old" : "pin.label"
    case .new: "pin.new"
    case .again: "pin.again"
    }
  }

  private func hint(_ app: AppContext) -> String? {
    switch standing {
    case .practice: app.text(PIN.practiceHint)
    case .unset: app.text("pin.choose.hint")
    case .chosen, .barred, nil: nil
    }
  }
}

/// How the PIN of who sits here stands.
struct PINQuestion: Question {
  func answer(from desk: Desk, for session: Session) throws -> PINStanding {
    try desk.pinStanding(of: session.person.id)
  }
}
