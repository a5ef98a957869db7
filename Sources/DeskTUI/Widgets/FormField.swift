public import DeskModel

/// One field of a form: what is asked, how it is answered, and what is wrong with the answer.
public struct FormField: Identifiable, Hashable, Sendable {
  /// How a field is answered.
  public enum Control: Hashable, Sendable {
    /// One line.
    case text(TextField)
    /// Several lines; the number is how many are shown.
    case area(TextArea, rows: Int)
    /// A date.
    case date(DateField)
    /// One of a few.
    case choice(ChoiceField)
    /// Some of many.
    case ticks(TickList)
    /// Nothing to answer: a line to read.
    case note(String, style: Style = .muted)
  }

  /// Its name in drafts and faults.
  public let id: String
  /// What is asked.
  public let label: Message
  /// A word of help, shown while it has the keyboard.
  public let help: Message?
  /// Whether it must be answered; marked with an asterisk.
  public let isRequired: Bool
  /// The answer.
  public var control: Control
  /// What is wrong with it.
  public var fault: Message?

  /// Makes a field.
  public init(
    _ id: String, _ label: Message, _ control: Control, help: Message? = nil,
    isRequired: Bool = false
  ) {
    self.id = id
    self.label = label
    self.help = help
    self.isRequired = isRequired
    self.control = control
  }

  /// The answer as one text: what is typed, the id that is chosen, the ids that are ticked.
  public var value: String {
    get {
      switch control {
      case .text(let field): field.text
      case .area(let area, _): area.text
      case .date(let field): field.text
      case .choice(let field): field.chosen
      case .ticks(let list): list.text
      case .note: ""
      }
    }
    set {
      switch control {
      case .text(var field):
        field.set(newValue)
        control = .text(field)
      case .area(var area, let rows):
        area.set(newValue)
        control = .area(area, rows: rows)
      case .date(var field):
        field.set(newValue)
        control = .date(field)
      case .choice(var field):
        field.choose(newValue)
        control = .choice(field)
      case .ticks(var list):
        list.set(newValue)
        control = .ticks(list)
      case .note: break
      }
    }
  }

  /// Whether the keyboard can be here.
  var takesFocus: Bool { if case .note = control { false } else { true } }

  /// Whether it can show what is answered in one line.
  var isFoldable: Bool { if case .ticks = control { true } else { false } }

  /// The rows of the answer.
  func rows(width: Int) -> Int {
    switch control {
    case .text, .date, .choice: 1
    case .area(_, let rows): max(1, rows)
    case .ticks(let list): list.rows
    case .note(let text, _): TextWidth.wrap(text, width: width).count
    }
  }

  /// What is wrong with a text that would not fit in whole: nothing is cut without a word.
  func refusal(of text: String) -> Message? {
    switch control {
    case .text(let field): field.refusal(of: text)
    case .area(let area, _): area.refusal(of: text)
    case .date, .choice, .ticks, .note: nil
    }
  }

  /// Takes an input; false when it has no use for it.
  mutating func handle(_ input: Input, width: Int, today: CalendarDate) -> Bool {
    switch control {
    case .text(var field):
      defer { control = .text(field) }
      switch input {
      case .key(let key): return field.handle(key)
      case .paste(let text): field.paste(text)
      case .mouse(let event): field.click(column: event.point.column, width: width)
      }
    case .area(var area, let rows):
      defer { control = .area(area, rows: rows) }
      switch input {
      case .key(let key): return area.handle(key, size: Size(rows: rows, columns: width))
      case .paste(let text): area.paste(text)
      case .mouse: break
      }
    case .date(var field):
      defer { control = .date(field) }
      switch input {
      case .key(let key): return field.handle(key, today: today)
      case .paste(let text): field.paste(text)
      case .mouse(let event): field.click(column: event.point.column, width: width)
      }
    case .choice(var field):
      defer { control = .choice(field) }
      switch input {
      case .key(let key): return field.handle(key)
      case .paste: return false
      case .mouse(let event):
        field.click(column: event.point.column, width: width, glyphs: .unicode)
      }
    case .ticks(var list):
      defer { control = .ticks(list) }
      switch input {
      case .key(let key): return list.handle(key)
      case .paste: return false
      case .mouse(let event): list.click(row: event.point.row)
      }
    case .note: return false
    }
    return true
  }

  /// Draws the answer over a canvas.
  func draw(
    into canvas: inout Canvas, focused: Bool, phrases: Phrasebook, dates: DateText
  ) {
    switch control {
    case .text(let field): field.draw(into: &canvas, focused: focused)
    case .area(let area, _): area.draw(into: &canvas, focused: focused)
    case .date(let field): field.draw(into: &canvas, focused: focused, dates: dates)
    case .choice(let field): field.draw(into: &canvas, focused: focused)
    case .ticks(let list) where canvas.height < list.rows && !focused:
      list.drawFolded(into: &canvas, phrases: phrases)
    case .ticks(let list): list.draw(into: &canvas, focused: focused, phrases: phrases)
    case .note(let text, let style): canvas.paragraph(text, in: canvas.bounds, style: style)
    }
  }
}
