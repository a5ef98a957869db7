import DeskModel

/// Every command with its keys and what it does, from the table.
struct HelpLayer: ViewerLayer {
  private let table: CommandTable
  private let here: CommandContext?
  var viewer = Viewer()

  /// Help with the commands of where the user was first.
  init(table: CommandTable, here: CommandContext?) {
    self.table = table
    self.here = here
  }

  var title: Message { Message("help.title") }
  var placement: Placement { .full }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    // Which keys do something stands here already.
    _ = scroll(input, in: app)
    return .handled
  }

  func lines(in app: AppContext) -> [Viewer.Line] {
    HelpText.lines(
      table, phrases: app.phrases, glyphs: app.glyphs, here: here, width: app.area.columns - 1)
  }
}

/// The commands as lines: those that apply where the user is, then the others.
enum HelpText {
  static func lines(
    _ table: CommandTable, phrases: Phrasebook, glyphs: Glyphs, here: CommandContext?, width: Int
  ) -> [Viewer.Line] {
    var lines: [Viewer.Line] = []
    func add(_ group: Command.Group, applies: Bool) {
      let commands = table.commands.filter { command in
        command.group == group && applies == here.map { command.contexts.contains($0) } ?? true
      }
      guard !commands.isEmpty else { return }
      if !lines.isEmpty { lines.append(Viewer.Line("")) }
      let name = phrases("help.group.\(group.rawValue)")
      let heading = applies ? name : phrases("help.elsewhere", ["group": name])
      lines.append(Viewer.Line(heading, style: .heading))
      for command in commands {
        let keys = command.keys.map { $0.display(phrases, glyphs) }.joined(separator: " ")
        lines += entry(command, keys: keys, phrases: phrases, applies: applies, width: width)
      }
      guard group == .forms, here == .form else { return }
      for (keys, name) in fieldKeys {
        let shown = keys.map { $0.display(phrases, glyphs) }.joined(separator: " ")
        lines += row(shown, phrases("help.field.\(name)"), width: width)
      }
    }
    for group in Command.Group.allCases { add(group, applies: true) }
    for group in Command.Group.allCases { add(group, applies: false) }
    lines += [Viewer.Line(""), Viewer.Line(phrases("help.signs"), style: .heading)]
    for (sign, name) in signs { lines += row(sign, phrases("help.sign.\(name)"), width: width) }
    lines += [Viewer.Line(""), Viewer.Line(phrases("help.times"), style: .heading)]
    lines += row(phrases("inbox.column.due"), phrases("help.time.working"), width: width)
    return lines
  }

  /// What stands before a sentence, and the sentence in as many lines as it takes.
  private static func row(_ start: String, _ sentence: String, width: Int) -> [Viewer.Line] {
    TextWidth.wrap(sentence, width: max(16, width - 18)).enumerated().map { row, part in
      Viewer.Line(TextWidth.pad(row == 0 ? start : "", to: 18) + part)
    }
  }

  /// The keys that fields take themselves.
  private static let fieldKeys: [([Key], String)] = [
    ([.tab, .down], "next"), ([.backTab, .up], "previous"), ([.character(" ")], "tick"),
  ]

  /// The signs before the rows of lists.
  private static let signs = [
    ("●", "unread"), ("!", "urgent"), ("←", "returned"), ("z", "suspended"), ("a", "mine"),
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
