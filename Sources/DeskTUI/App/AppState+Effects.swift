import DeskModel

// How effects change the application, and how news reach layers.
extension AppState {
  /// Applies what a layer wants, in order.
  mutating func apply(_ effects: [Effect], from id: LayerID) {
    for effect in effects { apply(effect, from: id) }
  }

  private mutating func apply(_ effect: Effect, from id: LayerID) {
    switch effect {
    case .push(let layer): push(layer, from: id)
    case .close: close(id)
    case .finish(let value):
      let opener = overlays.first { $0.id == id }?.opener
      close(id)
      guard let opener else { return }
      deliver((value as? EditedText).map { .edited($0.text) } ?? .returned(value), to: opener)
    case .focus(let new): setFocus(new)
    case .toast(let message, let kind): say(message, kind)
    case .ask(let question): outbox.append(.ask(question, as: session, for: id))
    case .perform(let action):
      outbox.append(.perform(action, as: session.actor, proof: proof, for: id))
    case .enact(let procedure, let hash, let version):
      outbox.append(
        .enact(procedure, contentHash: hash, over: version, as: session.actor, for: id))
    case .prove(let pin): outbox.append(.prove(pin, as: session.actor, for: id))
    case .choosePIN(let pin, let old):
      outbox.append(.choosePIN(pin, insteadOf: old, as: session.actor, for: id))
    case .edit(let text, let title): outbox.append(.edit(text, title: title, for: id))
    }
  }

  /// Hands something back to a layer; what was done in the office makes all that is seen be asked anew.
  mutating func deliver(_ news: News, to id: LayerID) {
    switch news {
    case .refused(_, let message, _), .notEnacted(let message): say(message, .fault)
    default: break
    }
    if id == .app {
      switch news {
      case .returned(let value): take(value)
      case .answer(let answer): learnRights(answer)
      default: break
      }
    } else if let effects = with(id, { $0.receive(news, in: $1) }) {
      apply(effects, from: id)
    }
    switch news {
    case .performed, .enacted:
      refresh()
      // What was just done must not be offered again, whatever happens in the next second.
      keepDrafts()
    case .refused, .notEnacted: refresh()
    case .answer, .proved, .unproved, .edited, .returned: break
    }
  }

  /// Opens a layer on top.
  mutating func push(_ layer: any Layer, from opener: LayerID) {
    overlayCount += 1
    let id = LayerID.overlay(overlayCount)
    var layer = layer
    if let key = layer.draftKey, let draft = parked.first(where: { $0.key == key }) {
      parked.removeAll { $0.key == key }
      layer.restore(draft)
      say(Message("drafts.restored"), .info)
    }
    overlays.append(Overlay(id: id, opener: opener, layer: layer))
    ask(id)
    apply(with(id) { $0.gainFocus(in: $1) } ?? [], from: id)
  }

  /// Closes a layer; a view gives the keyboard back.
  mutating func close(_ id: LayerID) {
    switch id {
    case .overlay: overlays.removeAll { $0.id == id }
    case .letter: setFocus(.pane)
    case .flow: setFocus(flowOpenedFrom)
    case .pane, .app: break
    }
  }

  /// Says a sentence at the foot of the screen.
  mutating func say(_ message: Message, _ kind: Toast.Kind) {
    toast = Toast(message: message, kind: kind, shown: uptime)
  }

  /// Asks what a layer shows.
  mutating func ask(_ id: LayerID) {
    guard let layer = layer(id) else { return }
    for question in layer.questions(in: context(for: id)) {
      outbox.append(.ask(question, as: session, for: id))
    }
  }

  /// Asks anew what all layers on screen show, the letter, which the commands need, and the tabs' counts.
  mutating func refresh() {
    for id in visible where id != .letter { ask(id) }
    ask(.letter)
    for pane in PaneID.allCases where !visible.contains(.pane(pane)) {
      guard let question = panes[pane]?.badgeQuestion else { continue }
      outbox.append(.ask(question, as: session, for: .pane(pane)))
    }
    areRightsStale = true
  }

  // MARK: Rights

  /// Asks whether the one who sits here may enter letters: procedures, and who holds what, change. Not before the first
  /// screen is there, and not for who keeps the agenda books, who may.
  mutating func askRights() {
    guard areRightsStale else { return }
    areRightsStale = false
    guard !office.hasDuty(.registers, session.role.id) else { return }
    outbox.append(.ask(MayRegister(role: session.role.id), as: session, for: .app))
  }

  /// An answer about the chair that was left is none about this one.
  private mutating func learnRights(_ answer: Answer) {
    guard let (asked, may) = answer.to(MayRegister.self), asked.role == session.role.id else {
      return
    }
    mayRegister = may
  }

  // MARK: Views

  /// Shows a tab as it was left; a procedure that is read is closed, nothing is typed in it.
  mutating func show(_ pane: PaneID) {
    overlays = []
    tab = pane
    focus = .pane
    showPane()
  }

  /// Makes the tab's pane if it was never shown, and brings it up to date.
  mutating func showPane() {
    if panes[tab] == nil { panes[tab] = makers.pane(tab) }
    ask(.pane(tab))
    apply(with(.pane(tab)) { $0.gainFocus(in: $1) } ?? [], from: .pane(tab))
  }

  /// Gives the keyboard to a view, if there is something to see in it.
  mutating func setFocus(_ new: Focus) {
    followSubject()
    let old = focus
    switch new {
    case .pane: focus = .pane
    case .letter:
      guard letter != nil else { return say(Message("app.no-letter"), .warn) }
      focus = .letter
    case .flow:
      guard flow != nil else { return say(Message("app.no-flow"), .warn) }
      if old != .flow { flowOpenedFrom = old }
      focus = .flow
    }
    guard focus != old else { return }
    ask(focused)
    apply(with(focused) { $0.gainFocus(in: $1) } ?? [], from: focused)
  }

  /// Whether letter and flow are not those of what is selected, and should be.
  var isSubjectStale: Bool {
    focus == .pane && overlays.isEmpty && panes[tab]?.subject != subject
  }

  /// Makes letter and flow anew when something else is selected in the pane.
  ///
  /// While a letter is read or a form lies above, they stay, even when their row leaves the list because somebody
  /// was faster: nobody is moved under another letter.
  mutating func followSubject() {
    guard isSubjectStale else { return }
    subject = panes[tab]?.subject
    letter = subject.flatMap { makers.letter($0) }
    flow = subject.flatMap { makers.flow($0) }
    ask(.letter)
    if visible.contains(.flow) { ask(.flow) }
  }

  /// Seats somebody else: nothing of the one before stays on screen, and nothing typed is lost.
  mutating func sit(_ new: Session) {
    keepDrafts()
    session = new
    mayRegister = false
    panes = [:]
    overlays = []
    pending = nil
    leaving = nil
    subject = nil
    letter = nil
    flow = nil
    focus = .pane
    tab = .inbox
    parked = []
    kept = []
    outbox.append(.findDrafts(of: new.person.id))
    showPane()
    areRightsStale = true
  }

  /// Takes a new size.
  mutating func resize(_ new: Size) {
    let before = visible
    size = new
    for id in visible where !before.contains(id) { ask(id) }
  }
}
