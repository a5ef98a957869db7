import Foundation

@testable import DeskModel
@testable import DeskTUI

/// How far random fingers have come: which commands were carried out, which layers were seen, what was written.
struct FuzzReach {
  /// How often each command was carried out.
  private(set) var commands: [CommandID: Int] = [:]
  /// The layers that were on screen, each form by the command that opens it.
  private(set) var layers: Set<String> = []
  /// How often each event was written.
  private(set) var events: [String: Int] = [:]
  private var seen: Set<Seen> = []

  private struct Seen: Hashable {
    let type: ObjectIdentifier
    let purpose: CommandID?
  }

  /// Looks at what is on the screen.
  mutating func look(at state: AppState) {
    for id in state.visible {
      guard let layer = state.layer(id) else { continue }
      let key = Seen(type: ObjectIdentifier(type(of: layer)), purpose: layer.purpose)
      guard seen.insert(key).inserted else { continue }
      layers.insert("\(type(of: layer))" + (layer.purpose.map { "(\($0.rawValue))" } ?? ""))
    }
  }

  /// Takes what was carried out at a desk that is left.
  mutating func add(commandsOf state: AppState) {
    commands.merge(state.used) { $0 + $1 }
  }

  /// Takes the journal's lines.
  mutating func add(event name: String) { events[name, default: 0] += 1 }

  /// Takes what was reached elsewhere.
  mutating func add(_ other: FuzzReach) {
    commands.merge(other.commands) { $0 + $1 }
    layers.formUnion(other.layers)
    events.merge(other.events) { $0 + $1 }
  }

  /// The commands that were never carried out.
  var missedCommands: [CommandID] { CommandID.allCases.filter { commands[$0] == nil } }
  /// The events that were never written.
  var missedEvents: [String] {
    Event.Name.allCases.map(\.rawValue).filter { events[$0] == nil }
  }

  /// What was reached, in a few lines.
  var summary: String {
    func list(_ counts: [String: Int]) -> String {
      counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
        .joined(separator: ", ")
    }
    let names = Dictionary(commands.map { ($0.key.rawValue, $0.value) }) { $0 + $1 }
    return """
      \(commands.count) of \(CommandID.allCases.count) commands: \(list(names))
      never: \(missedCommands.map(\.rawValue).joined(separator: ", "))
      \(layers.count) layers: \(layers.sorted().joined(separator: ", "))
      \(events.count) of \(Event.Name.allCases.count) events: \(list(events))
      never: \(missedEvents.joined(separator: ", "))
      """
  }
}
