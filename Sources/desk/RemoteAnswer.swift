import DeskModel

/// Answers what a key's owner asks for without sitting down, no further than that person sees.
struct RemoteAnswer {
  private let desk: Desk
  private let seating: Seating
  private let json: ReportJSON

  private var office: Office { desk.office }
  /// The person's chairs.
  private var chairs: [Actor] {
    office.appointments(of: seating.person, on: desk.today).map {
      Actor(person: seating.person, role: $0.role, standing: $0.kind)
    }
  }

  init(_ desk: Desk, _ seating: Seating) {
    self.desk = desk
    self.seating = seating
    json = ReportJSON(desk.office)
  }

  /// Writes the answer as JSON.
  ///
  /// - Throws: `NameFault` for a chair of somebody else's, `CommandFault.chairUnnamed` where there are several, `.notFound`
  ///   for a letter that is not there, or not for that person to see: which of the two is not said.
  func write(_ request: RemoteRequest) throws {
    switch request {
    case .queue(let role):
      guard role != nil || chairs.count < 2 else {
        throw CommandFault.chairUnnamed(known: chairs.map(\.role.rawValue))
      }
      let actor = try office.actor(seating.person, chair: role, on: desk.today)
      try Output.json(
        json.queue(
          actor.role, try desk.queue(of: actor.role, for: actor),
          try desk.counts(of: actor.role),
          now: desk.clock()))
    case .letter(let id):
      // Of several chairs the one that may read it.
      let reader = try chairs.first { try !desk.cases(of: Int64(id), for: $0).isEmpty }
      guard let row = try desk.letter(Int64(id), for: reader), !row.isHidden else {
        throw CommandFault.notFound(what: "letter", id: "\(id)")
      }
      let cases = try desk.cases(of: row.id, for: reader).compactMap {
        try desk.caseView($0, for: reader)
      }
      try Output.json(json.letter(row, cases))
    case .backlog:
      let seen = try desk.backlog().filter { backlog in
        chairs.contains { office.sees($0.role, backlogOf: backlog.role) }
      }
      try Output.json(.array(seen.map(json.value)))
    }
  }
}
