/// A text whose parts look different, as it is put together before it is broken into lines.
struct RichText: Hashable, Sendable {
  /// A part with one look.
  struct Run: Hashable, Sendable {
    var text: String
    var style: Style
  }

  private(set) var runs: [Run] = []

  init() {}

  init(_ text: String, _ style: Style = .plain) { add(text, style) }

  /// Adds a part behind; an empty one is left out.
  mutating func add(_ text: String, _ style: Style = .plain) {
    if !text.isEmpty { runs.append(Run(text: text, style: style)) }
  }

  /// This text with a part behind it.
  func adding(_ text: String, _ style: Style = .plain) -> RichText {
    var result = self
    result.add(text, style)
    return result
  }

  var isEmpty: Bool { runs.isEmpty }
  var text: String { runs.map(\.text).joined() }

  /// The text in lines of at most `width` columns.
  func lines(width: Int) -> [[Run]] {
    var characters: [Character] = []
    var styles: [Style] = []
    for run in runs {
      for character in run.text {
        characters.append(character)
        styles.append(run.style)
      }
    }
    return TextLines(characters, width: width).ranges.map { range in
      var line: [Run] = []
      for index in range {
        if line.last?.style == styles[index] {
          line[line.count - 1].text.append(characters[index])
        } else {
          line.append(Run(text: String(characters[index]), style: styles[index]))
        }
      }
      return line
    }
  }
}

/// Lines of a width, put together from above to below: what a letter's screen scrolls.
struct Page: Sendable {
  /// One row of the screen.
  struct Line: Hashable, Sendable {
    var indent = 0
    var runs: [RichText.Run] = []
  }

  let width: Int
  private(set) var lines: [Line] = []
  /// The column where what stands behind a label begins.
  let labelWidth: Int

  init(width: Int, labelWidth: Int = 11) {
    self.width = max(20, width)
    self.labelWidth = labelWidth
  }

  /// A blank row, unless there is one or nothing stands above.
  mutating func gap() {
    if let last = lines.last, !last.runs.isEmpty { lines.append(Line()) }
  }

  /// A text over as many rows as it needs, the rows after the first further in by `hang`.
  mutating func add(_ text: RichText, indent: Int = 0, hang: Int = 0) {
    let broken = text.lines(width: width - indent)
    guard broken.count > 1, hang > 0, let first = broken.first else {
      lines += broken.map { Line(indent: indent, runs: $0) }
      return
    }
    // Break the rest anew in the narrower room: drop what the first row took, blanks between included.
    lines.append(Line(indent: indent, runs: first))
    var taken = first.reduce(0) { $0 + $1.text.count }
    var rest = RichText()
    for run in text.runs {
      let cut = min(taken, run.text.count)
      taken -= cut
      rest.add(String(run.text.dropFirst(cut)), run.style)
    }
    lines += rest.trimmingFirstBlank.lines(width: width - indent - hang)
      .map { Line(indent: indent + hang, runs: $0) }
  }

  mutating func add(_ text: String, _ style: Style = .plain, indent: Int = 0, hang: Int = 0) {
    add(RichText(text, style), indent: indent, hang: hang)
  }

  /// The name of a part of the page.
  mutating func heading(_ text: String, _ detail: RichText = RichText()) {
    gap()
    var line = RichText(text, .heading)
    line.add("  ")
    for run in detail.runs { line.add(run.text, run.style) }
    add(line, indent: 1, hang: 2)
  }

  /// What stands behind a label; nothing when it is empty.
  mutating func field(_ label: String, _ value: RichText) {
    guard !value.isEmpty else { return }
    let room = width - labelWidth - 2
    for (place, line) in value.lines(width: room).enumerated() {
      let label = place == 0 ? TextWidth.pad(label, to: labelWidth) + " " : ""
      var runs = line
      if !label.isEmpty { runs.insert(RichText.Run(text: label, style: .muted), at: 0) }
      lines.append(Line(indent: place == 0 ? 1 : labelWidth + 2, runs: runs))
    }
  }

  mutating func field(_ label: String, _ value: String?, _ style: Style = .plain) {
    field(label, RichText(value ?? "", style))
  }

  /// Draws rows over a canvas from the one at `top`, with a scroll bar when there are more.
  func draw(into canvas: inout Canvas, top: Int) {
    let height = canvas.height
    let first = min(top, max(0, lines.count - height))
    for (row, line) in lines.dropFirst(first).prefix(height).enumerated() {
      var column = line.indent
      for run in line.runs {
        column += canvas.put(run.text, at: Point(row: row, column: column), style: run.style)
      }
    }
    if lines.count > height {
      ScrollBar(first: first, count: lines.count).draw(into: &canvas, at: canvas.width - 1)
    }
  }
}

extension RichText {
  fileprivate var trimmingFirstBlank: RichText {
    var result = RichText()
    for (place, run) in runs.enumerated() {
      let isBlank = place == 0 && run.text.first.map { $0 == " " || $0.isNewline } == true
      result.add(isBlank ? String(run.text.dropFirst()) : run.text, run.style)
    }
    return result
  }
}
