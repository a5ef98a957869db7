public import DeskModel

/// Where the fields of a form lie at a width: the same for drawing and for the mouse.
struct FormLayout: Sendable {
  /// Columns before the answers: marker, label, a blank.
  let labelWidth: Int
  /// Columns of the answers.
  let controlWidth: Int
  /// The first row of each field, and behind the last the number of all rows.
  private let starts: [Int]
  private let controlRows: [Int]
  private let focus: Int

  /// Lays a form out. Where not all of it fits, lists that do not have the keyboard show in one line what is ticked.
  init(_ form: Form, area: Size, phrases: Phrasebook) {
    let whole = FormLayout(form, width: area.columns, phrases: phrases, isFolded: false)
    self =
      whole.height <= area.rows
      ? whole : FormLayout(form, width: area.columns, phrases: phrases, isFolded: true)
  }

  private init(_ form: Form, width: Int, phrases: Phrasebook, isFolded: Bool) {
    let labels = form.fields.filter(\.takesFocus)
      .map { TextWidth.columns(phrases($0.label)) + ($0.isRequired ? 1 : 0) }
    labelWidth = min((labels.max() ?? 0) + 3, max(8, width / 3))
    let controlWidth = max(4, width - labelWidth - 1)
    self.controlWidth = controlWidth
    controlRows = form.fields.enumerated().map { index, field in
      guard isFolded, index != form.focus, field.isFoldable else {
        return field.rows(width: field.takesFocus ? controlWidth : FormLayout.noteWidth(width))
      }
      return 1
    }
    focus = form.focus
    var row = 0
    var starts: [Int] = []
    for (index, field) in form.fields.enumerated() {
      starts.append(row)
      row += controlRows[index]
      row +=
        FormLayout.below(field, isFocused: index == form.focus, width: controlWidth, phrases).count
    }
    self.starts = starts + [row]
  }

  /// The columns of a line to read, which has no label before it.
  static func noteWidth(_ width: Int) -> Int { max(4, width - 4) }

  /// The rows of a field's answer.
  func rows(of index: Int) -> Range<Int> { starts[index]..<(starts[index] + controlRows[index]) }

  /// All rows.
  var height: Int { starts.last ?? 0 }

  /// How many rows are scrolled away above, so that the whole field with the keyboard is seen, or its first rows.
  func offset(height: Int) -> Int {
    guard starts.count > focus + 1, self.height > height else { return 0 }
    let end = starts[focus + 1]
    return min(starts[focus], max(0, min(end + 1, self.height) - height))
  }

  /// What stands under a field: what is wrong with it, else, that nothing fits what is typed, or help, while it has the keyboard.
  static func below(
    _ field: FormField, isFocused: Bool, width: Int, _ phrases: Phrasebook
  ) -> [String] {
    if let fault = field.fault { return TextWidth.wrap(phrases(fault), width: max(4, width - 2)) }
    guard isFocused else { return [] }
    if case .text(let text) = field.control, text.isUnmatched { return [phrases("pick.none")] }
    return field.help.map { TextWidth.wrap(phrases($0), width: width) } ?? []
  }
}

extension Form {
  /// Draws it over a canvas.
  public func draw(
    into canvas: inout Canvas, focused: Bool, phrases: Phrasebook, dates: DateText
  ) {
    let layout = FormLayout(self, area: canvas.size, phrases: phrases)
    let offset = layout.offset(height: canvas.height)
    for index in fields.indices {
      let rows = layout.rows(of: index)
      guard rows.lowerBound - offset < canvas.height else { break }
      drawField(
        index, at: rows.lowerBound - offset, layout: layout, into: &canvas,
        hasKeyboard: focused && index == focus, phrases: phrases, dates: dates)
    }
    if layout.height > canvas.height {
      ScrollBar(first: offset, count: layout.height).draw(into: &canvas, at: canvas.width - 1)
    }
    if focused { drawSuggestions(layout: layout, offset: offset, into: &canvas, phrases: phrases) }
  }

  private func drawField(
    _ index: Int, at row: Int, layout: FormLayout, into canvas: inout Canvas, hasKeyboard: Bool,
    phrases: Phrasebook, dates: DateText
  ) {
    let field = fields[index]
    let height = layout.rows(of: index).count
    let column = field.takesFocus ? layout.labelWidth : 2
    if field.takesFocus {
      if hasKeyboard { canvas.put(canvas.glyphs.marker, at: Point(row: row, column: 0)) }
      canvas.put(
        phrases(field.label) + (field.isRequired ? "*" : ""), at: Point(row: row, column: 2),
        style: hasKeyboard ? .heading : .muted, width: layout.labelWidth - 3)
    }
    let width =
      field.takesFocus
      ? min(layout.controlWidth, max(0, canvas.width - column - 1))
      : FormLayout.noteWidth(canvas.width)
    canvas.within(Rect(row: row, column: column, height: height, width: width)) {
      field.draw(into: &$0, focused: hasKeyboard, phrases: phrases, dates: dates)
    }
    let below = FormLayout.below(
      field, isFocused: index == focus, width: layout.controlWidth, phrases)
    for (line, text) in below.enumerated() {
      let sign = field.fault == nil ? "" : line == 0 ? "\(canvas.glyphs.cross) " : "  "
      canvas.put(
        sign + text, at: Point(row: row + height + line, column: column),
        style: field.fault == nil ? .muted : .danger)
    }
  }

  /// Suggestions lie over what stands below the field, or above it where there is no room below.
  private func drawSuggestions(
    layout: FormLayout, offset: Int, into canvas: inout Canvas, phrases: Phrasebook
  ) {
    guard fields.indices.contains(focus), case .text(let field) = fields[focus].control,
      !field.suggestions.isEmpty
    else { return }
    let row = layout.rows(of: focus).lowerBound - offset
    let count = min(8, field.suggestions.count) + 1
    let below = canvas.height - row - 1
    let isBelow = below >= min(count, 4)
    let height = min(count, isBelow ? below : row)
    let rect = Rect(
      row: isBelow ? row + 1 : row - height, column: layout.labelWidth, height: height,
      width: layout.controlWidth)
    canvas.within(rect) { canvas in
      canvas.fill(style: .overlay)
      let (list, foot) = canvas.bounds.splitting(bottom: 1)
      canvas.within(list) { field.drawSuggestions(into: &$0) }
      let hint = field.pickedSuggestion == nil ? "form.suggestions" : "form.suggestion-picked"
      canvas.put(phrases(hint), at: Point(row: foot.row, column: 1), style: .overlay)
    }
  }
}
