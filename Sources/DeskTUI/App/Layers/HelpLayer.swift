import DeskModel

/// Every command with its keys and what it does, from the table.
struct HelpLayer: Layer {
  private let table: CommandTable
  private let here: CommandContext?
  private var viewer = Viewer()

  /// Help with the commands of where the user was first.
  init(table: CommandTable, here: CommandContext?) {
    self.table = table
    self.here = here
  }

  var title: Message { Message("help.title") }
  var context: CommandContext { .viewer }
  var placement: Placement { .full }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    if command == .back { return [.close] }
    if let motion = Motion(command) {
      viewer.move(motion, count: lines(in: app).count, height: app.area.rows)
    }
    return []
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    if case .mouse(let event) = input {
      _ = viewer.mouse(event, count: lines(in: app).count, height: app.area.rows)
    }
    return .handled
  }

  func draw(into canvas: inout Canvas, app: AppContext) {
    viewer.draw(lines(in: app), into: &canvas)
  }

  private func lines(in app: AppContext) -> [Viewer.Line] {
    HelpText.lines(
      table, phrases: app.phrases, glyphs: app.glyphs, here: here, width: app.area.columns - 1)
  }
}

/// The commands as lines: for the help screen and for the manual.
enum HelpText {
  static func lines(
    _ table: CommandTable, phrases: Phrasebook, glyphs: Glyphs, here: CommandContext?, width: Int
  ) -> [Viewer.Line] {
    var lines: [Viewer.Line] = []
    for group in Command.Group.allCases {
      let commands = table.commands.filter { $0.group == group }
      if !lines.isEmpty { lines.append(Viewer.Line("")) }
      lines.append(Viewer.Line(phrases("help.group.\(group.rawValue)"), style: .heading))
      for command in commands {
        let applies = here.map { command.contexts.contains($0) } ?? true
        let keys = command.keys.map { $0.display(phrases, glyphs) }.joined(separator: " ")
        lines += entry(command, keys: keys, phrases: phrases, applies: applies, width: width)
      }
    }
    lines += [Viewer.Line(""), Viewer.Line(phrases("help.signs"), style: .heading)]
    for (sign, name) in signs {
      let text = TextWidth.wrap(phrases("help.sign.\(name)"), width: max(16, width - 18))
      lines += text.enumerated().map { row, part in
        Viewer.Line(TextWidth.pad(row == 0 ? sign : "", to: 18) + part)
      }
    }
    return lines
  }

  /// The signs before the rows of lists.
  private static let signs = [
    ("●", "unread"), ("!", "urgent"), ("←", "returned"), ("z", "suspended"), ("*", "mine"),
    ("@", "claimed"),
  ]

  private static func entry(
    _ command: Command, keys: String, phrases: Phrasebook, applies: Bool, width: Int
  ) -> [Viewer.Line] {
    let start = TextWidth.pad(keys, to: 18) + TextWidth.pad(phrases(command.label), to: 22) + " "
    let indent = 41
    let style: Style = applies ? .plain : .muted
    let tip = TextWidth.wrap(phrases(command.tip), width: max(16, width - indent))
    guard width >= indent + 16 else {
      return [Viewer.Line(start, style: style)]
        + tip.map { Viewer.Line("    " + $0, style: .muted) }
    }
    return tip.enumerated().map { row, text in
      Viewer.Line(
        row == 0 ? start + text : String(repeating: " ", count: indent) + text, style: style)
    }
  }
}

extension Motion {
  /// The move that a command of the table makes.
  public init?(_ command: CommandID) {
    switch command {
    case .up: self = .up
    case .down: self = .down
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    case .first: self = .first
    case .last: self = .last
    default: return nil
    }
  }
}
