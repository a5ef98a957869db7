import DeskModel

// The layers that the application itself opens, filled from what it knows.
extension AppState {
  /// Every command with its keys, those of here first told.
  func helpLayer() -> any Layer { HelpLayer(table: table, here: layer(focused)?.context) }

  /// The commands that apply here, those used most at the top.
  func paletteLayer() -> any Layer {
    let commands = layer(focused).map { table.commands(in: $0.context) } ?? []
    let ranked = commands.enumerated()
      .filter { $0.element.id != .palette && $0.element.group != .moving }
      .sorted { (used[$0.element.id] ?? 0, -$0.offset) > (used[$1.element.id] ?? 0, -$1.offset) }
    return PickLayer(
      title: Message("palette.title"),
      items: ranked.map { _, command in
        PickList.Item(
          id: command.id, label: phrases(command.label),
          detail: command.keys.map { $0.display(phrases, glyphs) }.joined(separator: " "),
          isEnabled: availability(of: command).isAvailable)
      })
  }

  /// The chairs there are to sit in.
  func chairLayer(_ chairs: [Session]) -> any Layer {
    PickLayer(
      title: Message("chair.title"),
      items: chairs.map {
        PickList.Item(
          id: $0, label: "\($0.title(phrases)) — \($0.person.name)", detail: $0.role.short)
      }, selected: session)
  }

  /// The unsaved forms of before.
  func draftsLayer() -> any Layer {
    PickLayer(
      title: Message("drafts.title"),
      items: parked.filter { $0.role == session.role.id }.map { draft in
        let form = phrases("command.\(draft.key.command)")
        return PickList.Item(id: draft.key, label: "\(form): \(draft.name)")
      })
  }

  /// What a layer that the application opened handed back.
  mutating func take(_ value: any Sendable) {
    switch value {
    case let answer as Bool: answerPending(answer)
    case let proof as PINProof: answerPending(true, proof: proof)
    case let answer as Leaving: leave(answer)
    case let command as CommandID: run(command)
    case let chair as Session: sit(chair)
    case let choice as SeatChoice: take(choice)
    case let key as FormDraft.Key: resume(key)
    default: break
    }
  }
}
