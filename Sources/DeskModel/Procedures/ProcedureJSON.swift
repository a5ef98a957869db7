/// A procedure as `desk sop show --json` and `desk sop list --json` print it.
///
/// The keys and their order are a promise to other programs: nothing is renamed or left out, what is
/// not there is `null`.
public struct ProcedureJSON {
  /// The JSON of a procedure with what was found in it.
  ///
  /// - Parameter phrases: the language of the findings' sentences.
  public static func value(
    _ procedure: Procedure, findings: [Finding], phrases: Phrasebook
  ) -> JSONText {
    .object(members(procedure, findings: findings, phrases: phrases))
  }

  /// The JSON of everything a procedure says: the members above, then the rest of its form; lanes have their
  /// posts, steps all their ways.
  public static func everything(
    _ procedure: Procedure, findings: [Finding], phrases: Phrasebook
  ) -> JSONText {
    let lanes = procedure.lanes.map { lane in
      adding(
        [
          .init("posts", JSONText(lane.posts.map(\.description))),
          .init("home", JSONText(lane.home?.rawValue)),
        ], to: value(lane))
    }
    let steps = procedure.steps.map { step in
      adding(
        [
          .init("requiresAll", .bool(step.requiresAll)),
          .init("next", step.next.map(value) ?? .null),
          .init(
            "outcomes",
            .array(
              step.outcomes.map {
                .object([.init("name", .string($0.name)), .init("next", value($0.next))])
              })),
        ], to: value(step))
    }
    let members = members(procedure, findings: findings, phrases: phrases).map { member in
      switch member.key {
      case "lanes": JSONText.Member("lanes", .array(lanes))
      case "steps": JSONText.Member("steps", .array(steps))
      default: member
      }
    }
    return .object(members + rest(of: procedure))
  }

  private static func rest(of procedure: Procedure) -> [JSONText.Member] {
    let dates = procedure.dates
    return [
      .init("legalBasis", JSONText(procedure.legalBasis)),
      .init("related", JSONText(procedure.related.map(\.rawValue))),
      .init("warning", JSONText(procedure.warning)),
      .init("tools", JSONText(procedure.tools)),
      .init("qualifications", JSONText(procedure.qualifications)),
      .init("records", JSONText(procedure.records)),
      .init(
        "dates",
        .object([
          .init("created", JSONText(dates.created?.description)),
          .init("revised", JSONText(dates.revised?.description)),
          .init("effective", JSONText(dates.effective?.description)),
        ])),
      .init("service", procedure.service.map(value) ?? .null),
      .init("sourceNotes", JSONText(procedure.sourceNotes)),
    ]
  }

  private static func value(_ service: ServiceStandard) -> JSONText {
    .object([
      .init("requirements", JSONText(service.requirements)),
      .init("fee", JSONText(service.fee)),
      .init("timeLimit", JSONText(service.timeLimit)),
      .init("products", JSONText(service.products)),
      .init("complaints", JSONText(service.complaints)),
    ])
  }

  private static func value(_ target: StepTarget) -> JSONText {
    switch target {
    case .step(let no): .integer(no)
    case .end: .string("selesai")
    }
  }

  private static func adding(_ more: [JSONText.Member], to value: JSONText) -> JSONText {
    guard case .object(let members) = value else { return value }
    return .object(members + more)
  }

  private static func members(
    _ procedure: Procedure, findings: [Finding], phrases: Phrasebook
  ) -> [JSONText.Member] {
    [
      .init("id", .string(procedure.id.rawValue)),
      .init("title", .string(procedure.title)),
      .init("number", JSONText(procedure.number)),
      .init("office", .string(procedure.office)),
      .init("unit", .string(procedure.unit)),
      .init("source", procedure.source.map(value) ?? .null),
      .init("lanes", .array(procedure.lanes.map(value))),
      .init("steps", .array(procedure.steps.map(value))),
      .init("findings", value(findings, phrases: phrases)),
    ]
  }

  /// The JSON of findings alone.
  public static func value(_ findings: [Finding], phrases: Phrasebook) -> JSONText {
    .array(
      findings.map { finding in
        .object([
          .init("code", .string(finding.code.rawValue)),
          .init("step", JSONText(finding.step)),
          .init("message", .string(phrases(finding.message))),
        ])
      })
  }

  private static func value(_ source: Procedure.Source) -> JSONText {
    .object([.init("file", .string(source.file)), .init("line", .integer(source.line))])
  }

  private static func value(_ lane: Lane) -> JSONText {
    .object([
      .init("id", .string(lane.id.rawValue)),
      .init("name", .string(lane.name)),
      .init("external", .bool(lane.isExternal)),
    ])
  }

  private static func value(_ step: Step) -> JSONText {
    .object([
      .init("no", .integer(step.no)),
      .init("lanes", JSONText(step.lanes.map(\.rawValue))),
      .init("act", .string(step.act.rawValue)),
      .init("activity", .string(step.activity)),
      .init("time", step.time.map(value) ?? .null),
      .init("requirements", JSONText(step.requirements)),
      .init("outputs", JSONText(step.outputs)),
      .init("decision", .bool(step.isDecision)),
      .init("returnTo", JSONText(step.returnTo)),
      .init("note", JSONText(step.note)),
    ])
  }

  private static func value(_ time: StandardTime) -> JSONText {
    .object([
      .init("text", .string(time.text)),
      .init("min", JSONText(time.min)),
      .init("max", JSONText(time.max)),
      .init("unit", .string(time.unit.rawValue)),
    ])
  }
}
