import DeskModel

// How commands are found, asked about and carried out.
extension AppState {
  /// The layer that a command is for.
  func target(of command: Command) -> LayerID {
    switch command.target {
    case .app: .app
    case .view: focused
    case .letter: .letter
    }
  }

  /// Whether a command can act now, and if not, why.
  func availability(of command: Command) -> Availability {
    let id = target(of: command)
    switch id {
    case .app: return appAvailability(of: command.id)
    case .letter where letter == nil: return .unavailable(Message("app.no-letter"))
    default:
      return layer(id)?.availability(of: command.id, in: context(for: id)) ?? .available
    }
  }

  /// Carries a command out, if it applies where the keyboard is and can act; else says why not.
  mutating func run(_ id: CommandID) {
    guard let command = table[id], let context = layer(focused)?.context,
      command.contexts.contains(context)
    else { return }
    if command.target != .view, isSubjectStale {
      // Keys came faster than the letter: it is loaded first, then the command is for the right one.
      followSubject()
      outbox.append(.again(id))
      return
    }
    if case .unavailable(let reason) = availability(of: command) { return say(reason, .warn) }
    used[id, default: 0] += 1
    if id == .back, let form = self.layer(focused), form.draft != nil {
      return askBeforeLeaving(focused)
    }
    let layer = target(of: command)
    let danger = danger(of: command, for: layer)
    guard danger == .none else {
      pending = Pending(command: command, layer: layer, asked: self.layer(layer))
      return push(question(before: command, for: layer, danger: danger), from: .app)
    }
    carryOut(command, by: layer)
  }

  /// Carries out the dangerous command that was asked about, if the answer was yes.
  ///
  /// - Parameter proof: what the PIN has proved, where the question asked for it.
  mutating func answerPending(_ answer: Bool, proof: PINProof? = nil) {
    guard let waiting = pending else { return }
    pending = nil
    guard answer else { return }
    self.proof = proof
    defer { self.proof = nil }
    guard var asked = waiting.asked else { return carryOut(waiting.command, by: waiting.layer) }
    let id = waiting.layer
    let effects = asked.perform(waiting.command.id, in: context(for: id))
    if case .overlay = id {
      // A form knows that it is being saved, and asks for what came in meanwhile.
      let form = asked
      _ = with(id) { layer, _ in layer = form }
      ask(id)
    }
    apply(effects, from: id)
  }

  private mutating func carryOut(_ command: Command, by id: LayerID) {
    if id == .app { return perform(command.id) }
    let effects = with(id) { $0.perform(command.id, in: $1) } ?? []
    apply(effects, from: id)
  }

  /// What is to be asked: the greater of what the table and the layer say. A command with a form is asked about when
  /// the form is saved.
  private func danger(of command: Command, for id: LayerID) -> Command.Danger {
    guard let layer = layer(id) else { return command.hasForm ? .none : command.danger }
    let context = context(for: id)
    var danger = layer.danger(of: command.id, in: context)
    if !command.hasForm, !layer.opensForm(for: command.id, in: context) {
      danger = max(danger, command.danger)
    }
    if command.id == .save, let purpose = layer.purpose.flatMap({ table[$0] }) {
      danger = max(danger, purpose.danger)
    }
    return danger
  }

  private func question(
    before command: Command, for id: LayerID, danger: Command.Danger
  ) -> any Layer {
    let layer = layer(id)
    let stake = layer?.stake(of: command.id, in: context(for: id))
    let asked = command.id == .save ? layer?.purpose ?? command.id : command.id
    let message = Message("danger.\(asked.rawValue)", ["letter": stake?.name ?? ""])
    if danger == .pin { return PINLayer(question: phrases(message)) }
    if danger == .typed, let number = stake?.number, !number.isEmpty {
      return TypedConfirmLayer(question: phrases(message), expected: number)
    }
    return ChoiceLayer.confirm(message, phrases)
  }

  // MARK: Commands of the application

  private func appAvailability(of command: CommandID) -> Availability {
    switch command {
    case .flow where flow == nil: noFlow
    case .register, .startCase, .lend, .takeBack:
      makers.availability(command, context(for: focused))
    case .switchChair where chairs.count < 2: .unavailable(Message("app.one-chair"))
    case .changePIN where session.isPractice: .unavailable(PINFault.practice.message)
    default: .available
    }
  }

  /// Why there is no flow; of a letter that is covered here, the letter says it.
  private var noFlow: Availability {
    let why = letter?.availability(of: .flow, in: context(for: .letter)) ?? .available
    return why.isAvailable ? .unavailable(Message("app.no-flow")) : why
  }

  private mutating func perform(_ command: CommandID) {
    switch command {
    case .inbox, .agenda, .search, .backlog, .procedures:
      if let pane = PaneID.allCases.first(where: { $0.command == command }) { show(pane) }
    case .nextTab: show(tab.moved(by: 1))
    case .previousTab: show(tab.moved(by: -1))
    case .flow: setFocus(focus == .flow ? flowOpenedFrom : .flow)
    case .register, .startCase, .lend, .takeBack:
      if let form = makers.form(command, context(for: focused)) { push(form, from: focused) }
    case .help: push(helpLayer(), from: .app)
    case .palette: push(paletteLayer(), from: .app)
    case .switchChair: push(chairLayer(chairs), from: .app)
    case .changePIN:
      push(PINLayer(question: phrases("pin.change.question"), isChanging: true), from: .app)
    case .refresh:
      refresh()
      say(Message("app.refreshed"), .info)
    case .toggleMouse:
      hasMouse.toggle()
      outbox.append(.setMouse(hasMouse))
      say(Message(hasMouse ? "app.mouse-on" : "app.mouse-off"), .info)
    case .nextTheme: outbox.append(.nextTheme)
    case .stop: outbox.append(.suspendProcess)
    case .leave:
      let isInside = layer(focused)?.isEntered ?? false
      if overlays.isEmpty, focus == .pane, !isInside {
        outbox.append(.quit)
      } else {
        run(.back)
      }
    case .quit: outbox.append(.quit)
    default: break
    }
  }
}
