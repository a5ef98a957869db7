import DeskModel
import DeskPseudoTerminal
import Foundation
import Testing

/// The BPMN files of all procedures, judged by another program: read against the schema of BPMN 2.0, and run to
/// the end on the approving way and through every refusal and outcome.
@Suite struct BPMNJudgeTests {
  /// What `script/judge-bpmn` reads.
  private struct Entry: Encodable {
    /// A step with the variable that opens the way taken out of it.
    struct Stop: Encodable {
      var step: Int
      var variable: String?

      func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        try list.encode(step)
        try list.encode(variable)
      }
    }
    var file: String
    var process: String
    var variables: [String]
    var runs: [[Stop]]
  }

  private static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The variable that opens a way; the first is the one that needs none.
  private func variable(_ way: StepWay, at place: Int, of step: Step) -> String? {
    switch way.kind {
    case _ where place == 0: nil
    case .refusal: "tolak_\(step.no)"
    default: "putusan_\(step.no)_\(place + 1)"
    }
  }

  /// The stops from a step on to the end, always on the approving way.
  private func approving(from target: StepTarget, in procedure: Procedure) -> [Entry.Stop] {
    var stops: [Entry.Stop] = []
    var target = target
    while case .step(let no) = target, let step = procedure.step(no),
      stops.count <= procedure.steps.count
    {
      stops.append(.init(step: no, variable: nil))
      target = procedure.successor(of: step)
    }
    return stops
  }

  /// For every way of every step one run: the shortest to the step, then the way, then on to the end.
  private func runs(_ procedure: Procedure) -> [[Entry.Stop]] {
    guard let first = procedure.steps.first else { return [] }
    var before: [Int: [Entry.Stop]] = [first.no: []]
    var open = [first.no]
    var runs = [approving(from: .step(first.no), in: procedure)]
    while !open.isEmpty {
      let no = open.removeFirst()
      guard let step = procedure.step(no), let path = before[no] else { continue }
      for (place, way) in procedure.ways(of: step).enumerated() {
        let stop = Entry.Stop(step: no, variable: variable(way, at: place, of: step))
        if case .step(let next) = way.target, before[next] == nil {
          before[next] = path + [stop]
          open.append(next)
        }
        if place > 0 { runs.append(path + [stop] + approving(from: way.target, in: procedure)) }
      }
    }
    return runs
  }

  @Test func anotherEngineRunsEveryProcedure() throws {
    let office = try CommandLineOffice()
    let out = office.home + "/bpmn"
    let export = try office.run("sop", "export", "--all", "--format", "bpmn", "--output", out)
    try #require(export.code == 0, "\(export.err)")
    let assets = AssetsFolder(root: Self.checkout + "/assets")
    let procedures = try ProcedureCatalogue(
      folder: assets.path("sop"), dictionary: PositionDictionary(in: assets)
    ).procedures.filter { !$0.steps.isEmpty }
    #expect(procedures.count >= 4)
    let entries = procedures.map { procedure in
      let variables = procedure.steps.flatMap { step in
        procedure.ways(of: step).enumerated().compactMap {
          variable($0.element, at: $0.offset, of: step)
        }
      }
      return Entry(
        file: "\(out)/\(procedure.id).bpmn", process: "sop-\(procedure.id)",
        variables: variables, runs: runs(procedure))
    }
    let plan = try office.file(
      "rencana.json", String(decoding: JSONEncoder().encode(entries), as: UTF8.self))
    let (code, said) = try judge(plan)
    #expect(
      code == 0,
      "The judge of BPMN files says (if it is not installed: script/judge-bpmn --install):\n\(said)"
    )
  }

  /// Runs the judge on a plan; gives its exit code and all it said.
  private func judge(_ plan: String) throws -> (code: Int32, said: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.checkout + "/script/judge-bpmn")
    process.standardInput = FileHandle(forReadingAtPath: plan)
    let said = plan + ".said"
    try #require(FileManager.default.createFile(atPath: said, contents: nil))
    let handle = try #require(FileHandle(forWritingAtPath: said))
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOfFile: said, encoding: .utf8))
  }
}
