import DeskModel

/// Where everything of the form stands on a canvas of a size: the same for drawing and for the mouse.
struct RegisterLayout {
  /// One line of the form.
  enum Row: Hashable {
    case field(RegisterField)
    case fault(RegisterField)
    /// A letter in the books that is probably this one.
    case same
    /// A file that will be attached.
    case file(Int)
  }

  /// The columns of the fields' names.
  static let labelWidth = 16
  /// The columns of a date.
  static let dateWidth = 14

  let area: Size
  let rows: [Row]
  /// The first row in view.
  let top: Int
  /// The line of the field that is being filled, counted from the first row in view.
  let focusLine: Int

  init(_ form: RegisterForm, area: Size) {
    self.area = area
    var rows: [Row] = []
    for field in form.fields {
      rows.append(.field(field))
      if form.faults[field] != nil { rows.append(.fault(field)) }
      if field == .written, !form.same.isEmpty { rows.append(.same) }
      if field == .files { rows += form.files.indices.map(Row.file) }
    }
    self.rows = rows
    let here = rows.firstIndex(of: .field(form.focus)) ?? 0
    let height = max(1, area.rows - 1)
    let top = max(0, min(here - height / 2, rows.count - height))
    self.top = top
    focusLine = here - top
  }

  /// The line that tells how far the clerk is.
  var status: Rect { Rect(row: 0, column: 0, height: 1, width: area.columns) }

  /// The rows in view with their places.
  var placed: [(row: Row, rect: Rect)] {
    rows.dropFirst(top).prefix(max(0, area.rows - 1)).enumerated().map { line, row in
      (row, Rect(row: line + 1, column: 0, height: 1, width: area.columns))
    }
  }

  /// The place in a row where a field is typed into.
  func input(_ field: RegisterField, in row: Rect) -> Rect {
    let (_, rest) = row.splitting(left: RegisterLayout.labelWidth)
    return field.kind == .date
      ? rest.splitting(left: RegisterLayout.dateWidth).left : rest.splitting(right: 1).rest
  }

  /// The place of what is offered for the field: below it, or above where there is no room.
  func recall(_ recall: Recall) -> Rect {
    let below = focusLine + 2
    let row = below + recall.rows <= area.rows ? below : max(1, focusLine + 1 - recall.rows)
    return Rect(
      row: row, column: RegisterLayout.labelWidth, height: recall.rows,
      width: area.columns - RegisterLayout.labelWidth - 1)
  }

  /// Where the options of a choice begin and end, counted from the input's left edge.
  static func options(_ labels: [String]) -> [Range<Int>] {
    var column = 0
    return labels.map { label in
      let end = column + TextWidth.columns(label) + 2
      defer { column = end }
      return column..<end
    }
  }
}
