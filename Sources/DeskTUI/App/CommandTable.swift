/// Every command there is, once: hint bar, help, palette, mouse, keys and tests all read this table.
public struct CommandTable: Sendable {
  /// The rows, in the order of help.
  public let commands: [Command]
  private let byID: [CommandID: Command]
  private let byKey: [CommandContext: [Key: CommandID]]

  /// Gathers rows into a table.
  public init(_ commands: [Command]) {
    self.commands = commands
    byID = Dictionary(commands.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var byKey: [CommandContext: [Key: CommandID]] = [:]
    for command in commands {
      for context in command.contexts {
        for key in command.keys where byKey[context]?[key] == nil {
          byKey[context, default: [:]][key] = command.id
        }
      }
    }
    self.byKey = byKey
  }

  /// The row of a command.
  public subscript(id: CommandID) -> Command? { byID[id] }

  /// The command that a key means in a context.
  public func command(for key: Key, in context: CommandContext) -> Command? {
    byKey[context]?[key].flatMap { byID[$0] }
  }

  /// The commands of a context, in the order of help.
  public func commands(in context: CommandContext) -> [Command] {
    commands.filter { $0.contexts.contains(context) }
  }

  /// The desk's own table.
  public static let standard = CommandTable(moving + views + letters + procedures + forms + program)

  private static let moving: [Command] = [
    Command(.up, [.up, .character("k")], in: .scrolled, .moving),
    Command(.down, [.down, .character("j")], in: .scrolled, .moving),
    Command(.pageUp, [.pageUp], in: .scrolled, .moving),
    Command(.pageDown, [.pageDown, .character(" ")], in: .scrolled, .moving),
    Command(.first, [.home], in: .scrolled, .moving),
    Command(.last, [.end], in: .scrolled, .moving),
    Command(
      .open, [.enter], in: .panes.union([.letter, .flow, .procedure]), .moving, hint: 90),
    Command(.back, [.escape, .control("c")], in: .all, .moving, hint: 80),
    Command(.previousFilter, [.left], in: .letterPanes, .moving),
    Command(.nextFilter, [.right], in: .letterPanes, .moving),
    Command(.fold, [.left], in: [.procedures], .moving),
    Command(.unfold, [.right], in: [.procedures], .moving),
    Command(.goTo, [.character("#"), .control("g")], in: [.agenda], .moving, hint: 55),
    Command(.filterMenu, [.character("c"), .function(3)], in: .letterPanes, .moving, hint: 20),
    Command(.find, [.character("c"), .function(3)], in: [.procedures], .moving, hint: 70),
    Command(.laneLeft, [.left], in: [.flow, .procedure], .moving),
    Command(.laneRight, [.right], in: [.flow, .procedure], .moving, hint: 21),
  ]

  private static let views: [Command] = [
    Command(.inbox, [.character("1")], in: .tabbed, .views, by: .app),
    Command(.agenda, [.character("2")], in: .tabbed, .views, by: .app),
    Command(.search, [.character("3"), .character("/")], in: .tabbed, .views, by: .app, hint: 60),
    Command(.backlog, [.character("4")], in: .tabbed, .views, by: .app),
    Command(.procedures, [.character("5")], in: .tabbed, .views, by: .app),
    Command(.nextTab, [.tab, .character("]")], in: .desk, .views, by: .app),
    Command(.previousTab, [.backTab, .character("[")], in: .desk, .views, by: .app),
    Command(.flow, [.character("f")], in: .letters, .views, by: .app, hint: 50),
    Command(.enlarge, [.character("+")], in: [.flow], .views, hint: 23),
    Command(.otherView, [.tab, .character("v")], in: [.procedure], .views, hint: 70),
    Command(.previousView, [.backTab], in: [.procedure], .views),
    Command(.compare, [.character("b")], in: [.procedure], .views, hint: 40),
  ]

  private static let letters: [Command] = [
    Command(
      .register, [.character("n"), .function(2)], in: .desk, .letter, by: .app, hasForm: true,
      hint: 70),
    Command(.closePage, [.character("T")], in: [.agenda], .letter, danger: .confirm, hint: 9),
    Command(
      .startCase, [.character("N")], in: .desk.subtracting([.procedures]), .letter, by: .app,
      hasForm: true, hint: 10),
    act(.dispose, "d", hasForm: true, hint: 88),
    act(.draft, "e", hasForm: true, hint: 86),
    act(.paraf, "p", danger: .pin, hint: 87),
    act(.sign, "t", danger: .pin, hint: 87),
    act(.giveBack, "r", hasForm: true, hint: 84),
    act(.complete, "s", hasForm: true, hint: 85),
    act(.acknowledge, "m", hint: 83),
    act(.claim, "a", hint: 45),
    act(.release, "l", hint: 44),
    act(.recall, "u", hint: 30),
    act(.delegate, "w", hasForm: true, hint: 25),
    act(.reassign, "o", hasForm: true, hint: 24),
    act(.suspend, "z", hasForm: true, hint: 15),
    act(.resume, "Z", hint: 16),
    act(.cancelCase, "X", danger: .typed, hasForm: true, hint: 5),
    act(.reply, "b", hasForm: true, hint: 26),
    act(.correct, "E", hasForm: true, hint: 14),
  ]

  private static let procedures: [Command] = [
    Command(
      .startFrom, [.character("N")], in: [.procedures, .procedure], .procedures, hasForm: true,
      hint: 75),
    Command(
      .editProcedure, [.character("e")], in: [.procedures, .procedure, .procedureEditor],
      .procedures, hasForm: true, hint: 65),
    Command(
      .enact, [.control("s"), .function(10)], in: [.procedureEditor], .procedures,
      danger: .confirm, hint: 90),
  ]

  private static let forms: [Command] = [
    Command(.choose, [.enter], in: [.picker], .forms, hint: 90),
    Command(
      .confirmPIN, [.enter, .control("s"), .function(10)], in: [.pin], .forms, hint: 90),
    Command(
      .save, [.control("s"), .function(10)], in: [.form, .editor], .forms, hint: 90),
    Command(.externalEditor, [.function(4)], in: [.form, .editor], .forms, hint: 30),
  ]

  private static let program: [Command] = [
    Command(
      .help, [.character("?"), .function(1)], in: .all.subtracting([.dialog, .pin]), .program,
      by: .app,
      hint: 35),
    Command(
      .palette, [.character(":"), .control("p")], in: .tabbed, .program, by: .app, hint: 33),
    Command(.switchChair, [.character("g")], in: .tabbed, .program, by: .app, hint: 22),
    Command(.changePIN, [.character("P")], in: .desk, .program, by: .app),
    Command(.lend, [.character("G")], in: .desk, .program, by: .app, hasForm: true),
    Command(.takeBack, [.character("K")], in: .desk, .program, by: .app, hasForm: true),
    Command(.refresh, [.control("r"), .function(5)], in: .desk, .program, by: .app),
    Command(.toggleMouse, [.function(8)], in: .all, .program, by: .app),
    Command(.nextTheme, [.function(7)], in: .all, .program, by: .app),
    Command(.stop, [.control("z")], in: .all, .program, by: .app),
    Command(
      .leave, [.character("q")], in: .desk.union([.viewer, .procedure, .procedureEditor]), .program,
      by: .app,
      hint: 12),
    Command(.quit, [.control("q")], in: .all, .program, by: .app),
  ]

  /// A row for what is done with the selected letter.
  private static func act(
    _ id: CommandID, _ key: Character, danger: Command.Danger = .none, hasForm: Bool = false,
    hint: Int
  ) -> Command {
    Command(
      id, [.character(key)], in: .letters, .letter, by: .letter, danger: danger, hasForm: hasForm,
      hint: hint)
  }
}
