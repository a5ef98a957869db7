import DeskModel
import DeskPseudoTerminal
import DeskTUI
import Foundation

/// The program on a terminal line: how soon it is there, how soon a key is answered, what it costs.
struct TerminalBench {
  /// The folder of the built programs: `desk`, and `baseline` if it could be compiled.
  let programs: String
  let root: String
  let assets: AssetsFolder

  /// Where queue, letter and flow stand side by side.
  private static let size = Size(rows: 40, columns: 120)
  /// The window of old PCs and thin lines, for which every byte counts.
  private static let thin = Size(rows: 24, columns: 80)

  /// A program to be started, and what its first screen shows when it is complete.
  private struct Program {
    var name: String
    var arguments: [String]
    var sign: String
    var environment: [String: String] = [:]
  }

  /// Times every program from its start to its first screen, in turns.
  func starts(into report: inout Report) throws {
    let programs = try self.programs(of: 1_000_000).filter {
      FileManager.default.isExecutableFile(atPath: $0.arguments[0])
    }
    var times: [String: [Double]] = [:]
    for _ in 0..<40 {
      for program in programs { times[program.name, default: []].append(try start(program)) }
    }
    guard let ours = times["desk"] else { return }
    report.note("first frame, warm (1 M letters)", Samples(ours).median / 1e3, unit: "ms")
    for program in programs where program.name != "desk" {
      report.ratio(
        "first frame : \(program.name)", Samples(ours).median / 1e3,
        to: Samples(times[program.name] ?? []).median / 1e3, unit: "ms",
        goal: program.name == "tig" ? 1 : nil)
    }
    try cold(programs, into: &report)
  }

  /// The same with nothing in the system's cache, where that may be emptied.
  private func cold(_ programs: [Program], into report: inout Report) throws {
    let caches = "/proc/sys/vm/drop_caches"
    guard access(caches, W_OK) == 0 else { return }
    var times: [String: [Double]] = [:]
    for _ in 0..<5 {
      for program in programs {
        sync()
        guard let file = FileHandle(forWritingAtPath: caches) else { return }
        try file.write(contentsOf: Data("3\n".utf8))
        try file.close()
        times[program.name, default: []].append(try start(program))
      }
    }
    for program in programs {
      report.note(
        "first frame, cold: \(program.name)", Samples(times[program.name] ?? []).median / 1e3,
        unit: "ms")
    }
  }

  private func start(_ program: Program) throws -> Double {
    let begin = Samples.now
    let terminal = try PseudoTerminal(
      program.arguments, size: Self.size, environment: program.environment)
    try terminal.wait(forText: program.sign)
    return Samples.now - begin
  }

  /// Times cursor moves by what comes over the line, and weighs the process.
  func keys(into report: inout Report) throws {
    var medians: [Double] = []
    for size in StoreBench.sizes {
      guard let program = try programs(of: size).first else { return }
      let terminal = try PseudoTerminal(
        program.arguments, size: Self.size, environment: program.environment)
      try terminal.wait(forText: program.sign)
      _ = terminal.answer(to: "", quiet: 200)
      var times: [Double] = []
      var bytes: [Double] = []
      for round in 0..<400 {
        let answer = terminal.answer(to: round % 60 < 40 ? "j" : "k", quiet: 8)
        times.append(answer.microseconds)
        bytes.append(Double(answer.bytes))
      }
      medians.append(Samples(times).median)
      guard size == 1_000_000 else { continue }
      report.value(
        "key to frame, p99 (1 M letters)", Samples(times).percentile(0.99) / 1e3, unit: "ms",
        goal: 16)
      report.note("bytes a cursor move with letter and flow", Samples(bytes).median, unit: "B")
      report.value(
        "bytes a cursor move, 80x24", try bytesOfMoves(program), unit: "B", goal: 400)
      report.value(
        "resident memory (1 M letters)", terminal.residentMegabytes(), unit: "MB", goal: 40)
    }
    if let small = medians.first, let large = medians.last {
      report.ratio(
        "key to frame, 1 M : 10 k letters", large / 1e3, to: small / 1e3, unit: "ms", goal: 1.2)
    }
  }

  /// The median of what comes over the line for one move of the cursor in the queue.
  private func bytesOfMoves(_ program: Program) throws -> Double {
    let terminal = try PseudoTerminal(
      program.arguments, size: Self.thin, environment: program.environment)
    try terminal.wait(forText: program.sign)
    _ = terminal.answer(to: "", quiet: 200)
    let moves = (0..<200).map { round in
      Double(terminal.answer(to: round % 60 < 40 ? "j" : "k", quiet: 8).bytes)
    }
    return Samples(moves).median
  }

  private func programs(of size: Int) throws -> [Program] {
    let office = try Generator(letters: size, assets: assets).office(in: root)
    let desk = try Desk(office)
    let person = desk.office.appointments.first?.person.rawValue ?? ""
    let name = desk.office.people.first { $0.id.rawValue == person }?.name ?? ""
    try desk.close()
    return [
      Program(
        name: "desk",
        arguments: ["\(programs)/desk", "open", "--office", office.root, "--person", person],
        sign: name, environment: ["DESK_ASSETS": assets.root]),
      Program(
        name: "bare C", arguments: ["\(programs)/baseline", office.database], sign: "Koordinasi"),
      Program(
        name: "tig", arguments: ["/usr/bin/tig", "-C", "\(root)/repository"], sign: "[main]"),
      Program(
        name: "neomutt",
        arguments: [
          "/usr/bin/neomutt", "-n", "-F", "/dev/null", "-e", "set folder=\(root)", "-f",
          "\(root)/mbox",
        ],
        sign: "message "),
    ]
  }
}
