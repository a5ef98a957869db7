import DeskModel
import DeskPseudoTerminal
import Foundation
import Testing

/// An office in a temporary folder, worked in by running the built program.
final class CommandLineOffice {
  /// How a run of the program ended, and what it said.
  struct Run {
    var code: Int32
    var out: String
    var err: String

    /// The answer as a value; the test ends when it is not one.
    func json<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
      try #require(code == 0, "\(err)")
      return try JSONDecoder().decode(type, from: Data(out.utf8))
    }
  }

  /// What tells one state of the office from another.
  struct Head: Decodable, Equatable {
    var entries: Int
    var head: String
  }

  /// A folder for everything of one test; the office lies in it.
  let home: String
  var root: String { home + "/kantor" }

  /// Makes an empty home, without an office.
  init() throws {
    home = FileManager.default.temporaryDirectory.path + "/desk-cli-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
  }

  /// Makes an office in it by `desk init`; for practice, because one user of the host works there as everybody.
  static func founded(isPractice: Bool = true) throws -> CommandLineOffice {
    let office = try CommandLineOffice()
    try #require(try office.run("init", "--people", people).code == 0)
    if isPractice { _ = try office.file("kantor/LATIHAN", "") }
    return office
  }

  /// The checkout that the program was built in.
  static let checkout =
    URL(fileURLWithPath: PseudoTerminal.built("desk"))
    .resolvingSymlinksInPath().path.components(separatedBy: "/.build/")[0]

  /// The invented people that the program brings.
  static let people = checkout + "/assets/office/orang-latihan.yaml"

  deinit { try? FileManager.default.removeItem(atPath: home) }

  /// Runs the program to its end.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try run(arguments, environment: environment)
  }

  /// Runs the program, or another one, to its end; the output goes through files, which are never full.
  func run(
    _ arguments: [String], of program: String = PseudoTerminal.built("desk"),
    environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = self.environment.merging(environment) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: home)
    process.standardInput = FileHandle.nullDevice
    let (out, err) = (try sink("out"), try sink("err"))
    process.standardOutput = out.handle
    process.standardError = err.handle
    try process.run()
    process.waitUntilExit()
    // A trap is told apart from an exit code, whatever its number.
    #expect(process.terminationReason == .exit, "\(arguments)")
    return Run(
      code: process.terminationStatus, out: try String(contentsOfFile: out.path, encoding: .utf8),
      err: try String(contentsOfFile: err.path, encoding: .utf8))
  }

  /// What every run sees around it.
  var environment: [String: String] {
    PseudoTerminal.inherited.merging(
      ["HOME": home, "DESK_OFFICE": root, "LANG": "C", "PATH": "/usr/bin:/bin"]
    ) { $1 }
  }

  /// Where the journal stands.
  func head() throws -> Head { try run("journal", "head", "--json").json() }

  /// Writes a file into the home and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: home + "/" + name))
    return home + "/" + name
  }

  private func sink(_ name: String) throws -> (path: String, handle: FileHandle) {
    let path = home + "/.\(name)-\(UUID().uuidString)"
    try #require(FileManager.default.createFile(atPath: path, contents: nil))
    return (path, try #require(FileHandle(forWritingAtPath: path)))
  }
}
