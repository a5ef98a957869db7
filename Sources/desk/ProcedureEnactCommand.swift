import ArgumentParser
import DeskModel

/// `desk sop enact`: puts procedure files in force.
struct ProcedureEnactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enact", abstract: "Berlakukan berkas SOP di kantor.",
    discussion: """
      Semua berkas diperiksa dahulu; bila ada yang salah, tidak ada yang diberlakukan. Yang \
      isinya sama dengan yang berlaku dilewati; bila semuanya sama, perintah ditolak. Berkas yang \
      sedang berjalan tetap memakai versi yang lama.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOption

  @Argument(help: ArgumentHelp("Berkas SOP (YAML).", valueName: "berkas"))
  var paths: [String]

  /// What became of a file.
  private struct Enacted {
    var id: ProcedureID
    var version: Int
    var changes: ProcedureChanges?
  }

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    let by = try place.actor(desk, actor)
    let dictionary = try PositionDictionary(in: place.assets)
    let entries = try paths.map {
      ProcedureCatalogue.entry(try Workplace.bytes(of: $0), file: $0, dictionary: dictionary)
    }
    let faults = entries.flatMap(\.refusals)
    guard faults.isEmpty else {
      if !common.json { try Output.lines(faults.map { $0.text(place.phrases) }) }
      throw CommandFault.filesRefused(entries.count(where: \.isRefused))
    }
    var enacted: [Enacted] = []
    var same: [Refusal] = []
    for entry in entries {
      guard let procedure = entry.procedure else { continue }
      do {
        enacted.append(try enact(procedure, entry.hash, at: desk, by: by))
      } catch let refusal as Refusal where refusal.code == .nothingChanged {
        same.append(refusal)
      }
    }
    if enacted.isEmpty, let refusal = same.first { throw refusal }
    for refusal in same { Output.complain(place.phrases(refusal.message)) }
    try report(enacted, place)
  }

  private func enact(
    _ procedure: Procedure, _ hash: String, at desk: Desk, by actor: Actor
  ) throws -> Enacted {
    let before = try desk.procedure(procedure.id)
    let version = try desk.enact(
      procedure, contentHash: hash, over: before?.version ?? 0, by: actor)
    return Enacted(
      id: procedure.id, version: version,
      changes: before.map { ProcedureChanges(from: $0.procedure, to: procedure) })
  }

  private func report(_ enacted: [Enacted], _ place: Workplace) throws {
    if common.json {
      return try Output.json(
        .array(
          enacted.map { one in
            let text = one.changes.map { ProcedureChangesText($0, phrases: place.phrases) }
            return .sorted([
              "changes": .array((text?.lines ?? []).map { .string($0.text) }),
              "id": .string(one.id.rawValue), "summary": JSONText(text?.summary),
              "version": .integer(one.version),
            ])
          }))
    }
    for one in enacted {
      let text = one.changes.map { ProcedureChangesText($0, phrases: place.phrases) }
      try Output.text(
        place.phrases(
          "cli.sop.enacted",
          [
            "id": one.id.rawValue, "version": "\(one.version)",
            "summary": text?.summary ?? place.phrases("sop.changes.new"),
          ]))
      try Output.lines((text?.lines ?? []).map { ($0.kind == .detail ? "      " : "  ") + $0.text })
    }
  }
}
