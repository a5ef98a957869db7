import DeskModel

// How keys, pasted text and the mouse find the layer they are meant for.
extension AppState {
  /// Takes what the user did.
  mutating func take(_ input: Input) {
    if layout.isTooSmall {
      if case .key(.control("q")) = input { outbox.append(.quit) }
      return
    }
    switch input {
    case .key(let key):
      if toast?.yields(at: uptime) == true { toast = nil }
      take(key)
    case .paste: offer(input, to: focused)
    case .mouse(let event): take(event)
    }
  }

  /// A layer that takes text sees a key before the command table does; any other after.
  private mutating func take(_ key: Key) {
    let id = focused
    guard let layer = layer(id) else { return }
    if layer.takesText, offer(.key(key), to: id) { return }
    if let command = table.command(for: key, in: layer.context) { return run(command.id) }
    guard !layer.takesText, !offer(.key(key), to: id) else { return }
    // A key that does nothing says so, as a command that cannot act now does.
    let help = table[.help]?.keys.first?.display(phrases, glyphs) ?? ""
    say(Message("app.dead-key", ["key": key.display(phrases, glyphs), "help": help]), .info)
  }

  @discardableResult
  private mutating func offer(_ input: Input, to id: LayerID) -> Bool {
    guard let reaction = with(id, { $0.handle(input, in: $1) }), case .done(let effects) = reaction
    else { return false }
    apply(effects, from: id)
    return true
  }

  private mutating func take(_ event: MouseEvent) {
    let isPress = event.kind == .press(.left)
    if layout.hints.contains(event.point) {
      let column = event.point.column
      if isPress, let id = hintBar.hit(column: column, width: size.columns) { run(id) }
      return
    }
    if layout.tabs.contains(event.point) {
      // Where the key of the tab does nothing, as under a form or a dialog, a click does not either.
      if isPress, let pane = tabs.hit(column: event.point.column, width: size.columns) {
        run(pane.command)
      }
      return
    }
    if let top = overlays.last {
      // What lies below a dialog cannot be reached.
      return offerMouse(event, to: top.id)
    }
    guard let id = visible.last(where: { frame($0).outer.contains(event.point) }) else { return }
    if isPress, id != focused { focusView(id) }
    offerMouse(event, to: id)
  }

  private mutating func offerMouse(_ event: MouseEvent, to id: LayerID) {
    let inner = frame(id).inner
    guard inner.contains(event.point) else { return }
    let local = Point(row: event.point.row - inner.row, column: event.point.column - inner.column)
    offer(.mouse(MouseEvent(event.kind, at: local)), to: id)
  }

  private mutating func focusView(_ id: LayerID) {
    switch id {
    case .pane: setFocus(.pane)
    case .letter: setFocus(.letter)
    case .flow: setFocus(.flow)
    case .overlay, .app: break
    }
  }
}
