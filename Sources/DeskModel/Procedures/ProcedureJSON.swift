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
    .object([
      .init("id", .string(procedure.id.rawValue)),
      .init("title", .string(procedure.title)),
      .init("number", JSONText(procedure.number)),
      .init("office", .string(procedure.office)),
      .init("unit", .string(procedure.unit)),
      .init("source", procedure.source.map(value) ?? .null),
      .init("lanes", .array(procedure.lanes.map(value))),
      .init("steps", .array(procedure.steps.map(value))),
      .init("findings", value(findings, phrases: phrases)),
    ])
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
