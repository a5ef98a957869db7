public import DeskModel

/// The whole application as a value: what is on screen, and what is to happen next.
///
/// `update` and `view` are pure; `EventLoop` feeds the one with what the terminal and the desk say, and shows the other.
public struct AppState: Sendable {
  /// A layer above the views, with the one that opened it.
  struct Overlay: Sendable {
    let id: LayerID
    let opener: LayerID
    var layer: any Layer
  }

  /// A dangerous command that waits for its answer, and the layer as it was when the question was asked: a yes is
  /// to what was on screen then, whatever comes in under the dialog.
  struct Pending: Sendable {
    let command: Command
    let layer: LayerID
    let asked: (any Layer)?
  }

  /// Who sits here.
  public internal(set) var session: Session
  /// The office.
  public internal(set) var office: Office
  /// The size of the screen.
  public internal(set) var size: Size
  /// What time it is.
  public internal(set) var now: Timestamp
  /// The tab shown.
  public internal(set) var tab: PaneID = .inbox
  /// Which view has the keyboard when nothing lies above.
  public internal(set) var focus: Focus = .pane
  /// What is selected in the pane.
  public internal(set) var subject: Subject?
  /// What stands at the foot of the screen.
  public internal(set) var toast: Toast?
  /// Whether mouse reports are on.
  public internal(set) var hasMouse = true

  let phrases: Phrasebook
  let dates: DateText
  let glyphs: Glyphs
  /// Whether the user has named an editor of their own.
  let hasEditor: Bool
  /// From where files can be attached.
  let files: FileSource
  let table: CommandTable
  let makers: Panes

  var panes: [PaneID: any Layer] = [:]
  var letter: (any Layer)?
  var flow: (any Layer)?
  /// Where Esc leads from the flow.
  var flowOpenedFrom: Focus = .pane
  var overlays: [Overlay] = []
  var overlayCount = 0
  var pending: Pending?
  /// What the PIN has just proved, for the one command that asked for it.
  var proof: PINProof?
  /// The form that is asked about before it is left.
  var leaving: LayerID?
  /// How often each command was carried out, for the palette.
  var used: [CommandID: Int] = [:]
  /// Unsaved forms of before, not open now.
  var parked: [FormDraft] = []
  /// The unsaved forms as they were last kept.
  var kept: [FormDraft] = []
  /// What was kept before that, until it is known that it is no more.
  var keptBefore: [FormDraft] = []
  /// Why the last attempt to keep them failed.
  var keepingFault: Message?
  /// How long the program has run, and when it last kept unsaved forms.
  var uptime = Duration.zero
  var lastKept: Duration?
  /// Whether a procedure in force begins with a letter that the one who sits here enters, as far as is known.
  var mayRegister = false
  /// Whether that is to be asked again.
  var areRightsStale = true
  /// What the edge is to do, gathered during one update.
  var outbox: [Request] = []

  /// Seats somebody before a screen; nothing is asked before the event `started`.
  public init(
    session: Session, office: Office, phrases: Phrasebook, glyphs: Glyphs, size: Size,
    now: Timestamp, hasEditor: Bool = false, files: FileSource = .host,
    table: CommandTable = .standard, panes: Panes = .standard
  ) {
    self.session = session
    self.office = office
    self.phrases = phrases
    self.glyphs = glyphs
    self.size = size
    self.now = now
    self.hasEditor = hasEditor
    self.files = files
    self.table = table
    dates = DateText(phrases)
    makers = panes
  }

  /// Takes an event, and says what the edge is to do.
  public mutating func update(_ event: AppEvent) -> [Request] {
    outbox = []
    switch event {
    case .started(let choosingChair):
      // Whoever sits down is asked about unsaved forms then.
      if !choosingChair { outbox.append(.findDrafts(of: session.person.id)) }
      showPane()
      if choosingChair { outbox.append(.again(.switchChair)) }
    case .draftsFound(let drafts): offer(drafts)
    case .draftsKept(let fault): learnKept(fault)
    case .input(let input):
      // A key that was meant for a chair that ended at midnight, or by a decree of this minute, does nothing more.
      if keepsSeat() || isLosingSeat || input == .key(.control("q")) {
        take(input)
      } else {
        loseSeat()
      }
    case .command(let id): run(id)
    case .resized(let new): resize(new)
    case .tick(let time, let uptime):
      now = max(now, time)
      self.uptime = uptime
      if toast?.isOver(at: uptime) == true { toast = nil }
    case .changed: refresh()
    case .office(let new):
      office = new
      if !keepsSeat() { loseSeat() }
    case .exchanged(let message): leaveOnly(message)
    case .news(let news, let id): deliver(news, to: id)
    case .failed(let message): say(message, .fault)
    case .noEditor(let text, let title, let id):
      push(EditorLayer(text: text, title: title), from: id)
    case .told(let message): say(message, .info)
    case .hangup: keepDrafts()
    }
    return outbox
  }

  /// Brings the letter and the flow to what is selected, and unsaved forms to the disk.
  ///
  /// Called once after all events that wait were taken, so that a held arrow key loads one letter, not each.
  public mutating func settle() -> [Request] {
    outbox = []
    // Without a key, too: what a chair may read does not stay on the screen after its last day.
    if !keepsSeat() { loseSeat() }
    followSubject()
    askRights()
    if lastKept.map({ uptime - $0 >= .seconds(1) }) ?? true { keepDrafts() }
    return outbox
  }

  /// The layout of the screen.
  var layout: DeskLayout { DeskLayout(size) }
}

// MARK: - Layers by name

extension AppState {
  /// The layer that has the keyboard.
  var focused: LayerID {
    if let top = overlays.last { return top.id }
    switch focus {
    case .pane: return .pane(tab)
    case .letter: return letter == nil ? .pane(tab) : .letter
    case .flow: return flow == nil ? .pane(tab) : .flow
    }
  }

  /// Where the keyboard is, as the command table calls it.
  public var currentContext: CommandContext? { layer(focused)?.context }

  /// The title of the layer that lies on top of the views.
  public var topTitle: String? { overlays.last.map { phrases($0.layer.title) } }

  /// The layers on screen, lowest first.
  var visible: [LayerID] {
    var ids: [LayerID] = []
    let isBeside = layout.isWide && panes[tab]?.placement != .wholePane
    if isBeside || focus == .pane { ids.append(.pane(tab)) }
    if letter != nil, isBeside || focus == .letter { ids.append(.letter) }
    if flow != nil, isBeside || focus == .flow { ids.append(.flow) }
    return ids + overlays.map(\.id)
  }

  /// A layer by its name.
  func layer(_ id: LayerID) -> (any Layer)? {
    switch id {
    case .pane(let pane): panes[pane]
    case .letter: letter
    case .flow: flow
    case .overlay: overlays.first { $0.id == id }?.layer
    case .app: nil
    }
  }

  /// Changes a layer in place; `nil` when it has gone.
  mutating func with<Result>(
    _ id: LayerID, _ body: (inout any Layer, AppContext) -> Result
  ) -> Result? {
    let app = context(for: id)
    switch id {
    case .pane(let pane):
      guard var layer = panes[pane] else { return nil }
      defer { panes[pane] = layer }
      return body(&layer, app)
    case .letter:
      guard var layer = letter else { return nil }
      defer { letter = layer }
      return body(&layer, app)
    case .flow:
      guard var layer = flow else { return nil }
      defer { flow = layer }
      return body(&layer, app)
    case .overlay:
      guard let index = overlays.firstIndex(where: { $0.id == id }) else { return nil }
      return body(&overlays[index].layer, app)
    case .app: return nil
    }
  }

  /// Where a layer lies.
  func frame(_ id: LayerID) -> DeskLayout.Frame {
    guard let layer = layer(id) else { return layout.frame(.full) }
    // Beside a pane that has the whole body there is no room: the letter then takes the body too.
    if !(layer.placement == .wholePane), panes[tab]?.placement == .wholePane, layout.isWide {
      switch layer.placement {
      case .letter, .flow, .form: return layout.frame(.full)
      case .pane, .wholePane, .full, .dialog: break
      }
    }
    return layout.frame(layer.placement)
  }

  /// What a layer may know.
  func context(for id: LayerID) -> AppContext {
    AppContext(
      session: session, office: office, phrases: phrases, dates: dates, now: now, glyphs: glyphs,
      area: frame(id).inner.size, isWide: layout.isWide, isFocused: id == focused,
      subject: subject, hasEditor: hasEditor, files: files, mayRegister: mayRegister)
  }
}
