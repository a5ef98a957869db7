public import DeskModel

/// Fields in an order, of which one has the keyboard.
///
/// Tab, Enter and the arrows go from field to field; what is wrong stands under its field; a form taller than its
/// canvas scrolls with the keyboard.
public struct Form: Hashable, Sendable {
  /// What a form makes of an input.
  public enum Reaction: Hashable, Sendable {
    /// Nothing.
    case ignored
    /// The keyboard moved, or nothing changed.
    case handled
    /// The answer of a field changed.
    case changed(String)
    /// Enter in the last field.
    case ended
  }

  /// The fields.
  public private(set) var fields: [FormField]
  /// The index of the field that has the keyboard.
  public private(set) var focus: Int
  private var original: [String: String]

  /// Makes a form; the keyboard is in the first field that takes it.
  public init(_ fields: [FormField]) {
    self.fields = fields
    focus = fields.firstIndex { $0.takesFocus } ?? 0
    original = [:]
    original = values
  }

  /// The id of the field that has the keyboard.
  public var focusedID: String? { fields.indices.contains(focus) ? fields[focus].id : nil }

  /// All answers by field id.
  public var values: [String: String] {
    Dictionary(fields.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether an answer differs from what the form began with.
  public var hasChanged: Bool { values != original }

  /// The answer of a field; empty when there is no such field.
  public subscript(id: String) -> String {
    get { fields.first { $0.id == id }?.value ?? "" }
    set { update(id) { $0.value = newValue } }
  }

  /// What is ticked in a field.
  public func ticks(_ id: String) -> [TickList.Tick] {
    guard case .ticks(let list)? = fields.first(where: { $0.id == id })?.control else { return [] }
    return list.ticks
  }

  /// The date of a field; `nil` when it is empty or no date.
  public func date(_ id: String) -> CalendarDate? {
    guard case .date(let field)? = fields.first(where: { $0.id == id })?.control else { return nil }
    return field.date
  }

  /// Changes a field in place.
  public mutating func update(_ id: String, _ body: (inout FormField) -> Void) {
    if let index = fields.firstIndex(where: { $0.id == id }) { body(&fields[index]) }
  }

  /// Offers what could be meant by a text field.
  ///
  /// - Parameters:
  ///   - pickingFirst: whether Tab and Enter take the first at once.
  ///   - isOfList: whether only what a list holds is an answer.
  public mutating func suggest(
    _ texts: [String], for id: String, pickingFirst: Bool = false, isOfList: Bool = false
  ) {
    update(id) { field in
      guard case .text(var text) = field.control else { return }
      text.suggest(texts, pickingFirst: pickingFirst, isOfList: isOfList)
      field.control = .text(text)
    }
  }

  /// The suggestion of a text field that Tab and Enter take.
  public func pickedSuggestion(_ id: String) -> String? {
    guard case .text(let field)? = fields.first(where: { $0.id == id })?.control else { return nil }
    return field.pickedSuggestion
  }

  /// Replaces all fields and keeps answers, faults and the keyboard where ids are the same.
  public mutating func replaceFields(_ new: [FormField]) {
    let (old, id) = (fields, focusedID)
    fields = new
    for index in fields.indices {
      guard let kept = old.first(where: { $0.id == fields[index].id }) else { continue }
      fields[index].value = kept.value
      fields[index].fault = kept.fault
    }
    original = Dictionary(new.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
      .merging(original) { _, old in old }.filter { entry in new.contains { $0.id == entry.key } }
    focus = fields.firstIndex { $0.id == id } ?? fields.firstIndex { $0.takesFocus } ?? 0
  }

  /// Puts answers back that were kept; fields that there are no more are left out.
  public mutating func restore(_ values: [String: String]) {
    for index in fields.indices {
      if let value = values[fields[index].id] { fields[index].value = value }
    }
  }

  /// Shows what is wrong, at the fields; the keyboard goes to the first of them.
  public mutating func show(_ faults: [String: Message]) {
    for index in fields.indices { fields[index].fault = faults[fields[index].id] }
    if let first = fields.firstIndex(where: { $0.fault != nil && $0.takesFocus }) { focus = first }
  }

  /// Gives a field the keyboard.
  public mutating func focus(on id: String) {
    if let index = fields.firstIndex(where: { $0.id == id && $0.takesFocus }) { focus = index }
  }

  /// Takes an input on a canvas of a size.
  public mutating func handle(
    _ input: Input, area: Size, today: CalendarDate, phrases: Phrasebook
  ) -> Reaction {
    guard fields.indices.contains(focus) else { return .ignored }
    if case .mouse(let event) = input {
      return mouse(event, area: area, today: today, phrases: phrases)
    }
    if let text = input.text, let refusal = fields[focus].refusal(of: text) {
      fields[focus].fault = refusal
      return .handled
    }
    let before = fields[focus].value
    let width = FormLayout(self, area: area, phrases: phrases).controlWidth
    if fields[focus].handle(input, width: width, today: today) {
      return changed(from: before)
    }
    guard case .key(let key) = input else { return .ignored }
    switch key {
    case .tab, .down: return leave(by: 1, around: key == .tab, today: today, from: before)
    case .backTab, .up: return leave(by: -1, around: key == .backTab, today: today, from: before)
    case .enter:
      let isLast = fields.indices.last { fields[$0].takesFocus } == focus
      let reaction = leave(by: 1, around: false, today: today, from: before)
      return isLast && reaction == .handled ? .ended : reaction
    default: return .ignored
    }
  }

  private mutating func mouse(
    _ event: MouseEvent, area: Size, today: CalendarDate, phrases: Phrasebook
  ) -> Reaction {
    switch event.kind {
    case .wheelUp: return leave(by: -1, around: false, today: today, from: fields[focus].value)
    case .wheelDown: return leave(by: 1, around: false, today: today, from: fields[focus].value)
    case .press(.left), .doubleClick: break
    case .press, .release: return .handled
    }
    let layout = FormLayout(self, area: area, phrases: phrases)
    let row = event.point.row + layout.offset(height: area.rows)
    guard let hit = fields.indices.first(where: { layout.rows(of: $0).contains(row) }),
      fields[hit].takesFocus
    else { return .handled }
    let wasElsewhere = hit != focus
    if wasElsewhere { settle(today: today) }
    focus = hit
    // A list that was folded has just been unfolded: the row that was clicked is no longer under the mouse.
    if wasElsewhere,
      layout.rows(of: hit).count
        < FormLayout(self, area: area, phrases: phrases)
        .rows(of: hit).count
    {
      return .handled
    }
    let before = fields[hit].value
    let local = Point(
      row: row - layout.rows(of: hit).lowerBound, column: event.point.column - layout.labelWidth)
    guard local.column >= 0 else { return .handled }
    _ = fields[hit].handle(
      .mouse(MouseEvent(event.kind, at: local)), width: layout.controlWidth, today: today)
    return changed(from: before)
  }

  private mutating func changed(from before: String) -> Reaction {
    guard fields[focus].value != before else { return .handled }
    fields[focus].fault = nil
    return .changed(fields[focus].id)
  }

  /// Goes to the next field that takes the keyboard; a date is completed behind it.
  private mutating func leave(
    by step: Int, around: Bool, today: CalendarDate, from before: String
  ) -> Reaction {
    let id = fields[focus].id
    settle(today: today)
    let hasChanged = fields[focus].value != before
    if case .text(var text) = fields[focus].control {
      text.settle()
      fields[focus].control = .text(text)
      if hasChanged { fields[focus].fault = nil }
    }
    var next = focus
    for _ in fields {
      next += step
      if around { next = (next + fields.count) % fields.count }
      guard fields.indices.contains(next) else { break }
      if fields[next].takesFocus {
        focus = next
        break
      }
    }
    return hasChanged ? .changed(id) : .handled
  }

  /// Completes a date that is left or saved, and says if it is none; a list that is left shows all again.
  mutating func settle(today: CalendarDate) {
    guard fields.indices.contains(focus) else { return }
    if case .ticks(var list) = fields[focus].control {
      list.widen()
      fields[focus].control = .ticks(list)
    }
    guard case .date(var field) = fields[focus].control else { return }
    field.complete(today: today)
    fields[focus].control = .date(field)
    fields[focus].fault = field.fault?.message
  }
}
