import DeskModel

/// Asks for the PIN before what binds the office, or lets one be chosen by who has none. Finishes with a `PINProof`, or
/// with false on Esc.
struct PINLayer: Layer {
  private let question: String
  private var standing: PINStanding?
  private var field = PINField()
  /// The same again, where one is chosen.
  private var again = PINField()
  private var isAtAgain = false
  private var fault: Message?
  private var isAsking = false

  init(question: String) { self.question = question }

  var title: Message { Message(isChoosing ? "pin.choose.title" : "dialog.confirm") }
  var context: CommandContext { .dialog }
  var takesText: Bool { true }
  var placement: Placement {
    .dialog(Size(rows: TextWidth.wrap(question, width: Self.width).count + 7, columns: Self.width))
  }

  private static let width = 58
  private var isChoosing: Bool { standing == .unset }

  func questions(in app: AppContext) -> [any Question] { [PINQuestion()] }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    switch news {
    case .answer(let answer):
      guard let (_, new) = answer.to(PINQuestion.self), new != standing else { return [] }
      if isChoosing || new == .unset { clear() }
      standing = new
      if case .barred(let barred) = new { fault = barred.message }
    case .proved(let proof): return [.finish(proof)]
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
    command == .back ? [.finish(false)] : []
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    switch input {
    case .key(.enter): return .done(enter())
    case .key(.tab) where isChoosing, .key(.backTab) where isChoosing, .key(.down) where isChoosing,
      .key(.up) where isChoosing:
      isAtAgain.toggle()
    case .key(let key):
      let isTaken = isAtAgain ? again.handle(key) : field.handle(key)
      guard isTaken else { return .ignored }
      fault = nil
    case .paste(let text):
      if isAtAgain { again.insert(text) } else { field.insert(text) }
    case .mouse: break
    }
    return .handled
  }

  private mutating func enter() -> [Effect] {
    // Before it is known how the PIN stands, and while one is being held against it, Enter means nothing.
    guard let standing, !isAsking else { return [] }
    do throws(PINFault) {
      let pin = try field.pin()
      if isChoosing {
        guard isAtAgain else {
          isAtAgain = true
          return []
        }
        guard again.digits == field.digits else { throw .differs }
        isAsking = true
        return [.choosePIN(pin)]
      }
      if case .barred(let barred) = standing { throw barred }
      isAsking = true
      return [.prove(pin)]
    } catch {
      fault = error.message
      clear()
      return [.ask(PINQuestion())]
    }
  }

  private mutating func clear() {
    field.clear()
    again.clear()
    isAtAgain = false
  }

  func draw(into canvas: inout Canvas, app: AppContext) {
    var row = canvas.paragraph(question, in: canvas.bounds, style: .overlay) + 1
    if let hint = hint(app) {
      row += canvas.paragraph(
        hint, in: Rect(row: row, column: 0, height: 2, width: canvas.width), style: .overlay)
    }
    let labels = isChoosing ? ["pin.new", "pin.again"] : ["pin.label"]
    let indent = labels.map { TextWidth.columns(app.text($0)) }.max() ?? 0
    for (number, label) in labels.enumerated() {
      canvas.put(app.text(label), at: Point(row: row, column: 0), style: .overlay)
      let rect = Rect(
        row: row, column: indent + 2, height: 1, width: PIN.lengths.upperBound + 2)
      canvas.within(rect) {
        (number == 0 ? field : again).draw(into: &$0, focused: isAtAgain == (number == 1))
      }
      row += 1
    }
    if let fault {
      canvas.paragraph(
        app.text(fault), in: Rect(row: row, column: 0, height: 2, width: canvas.width),
        style: .danger)
    }
  }

  private func hint(_ app: AppContext) -> String? {
    switch standing {
    case .practice: app.text(PINFault.practice.message)
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
