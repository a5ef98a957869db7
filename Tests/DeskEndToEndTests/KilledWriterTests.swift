import DeskPseudoTerminal
import Foundation
import Glibc
import Testing

/// Programs that are killed while they write leave no letter half entered and no number lost.
@Suite struct KilledWriterTests {
  private struct Agenda: Decodable {
    struct Number: Decodable { var sequence: Int }
    var number: Number?
  }

  @Test func leaveNothingHalfDone() throws {
    let office = try CommandLineOffice.founded()
    for round in 1...10 {
      let writers = try (1...4).map { try registration(of: "Surat \(round).\($0)", in: office) }
      // The first one through ends the others wherever they are: waiting, writing or not yet begun.
      writers[round % 4].waitUntilExit()
      for writer in writers where writer.isRunning { kill(writer.processIdentifier, SIGKILL) }
      for writer in writers { writer.waitUntilExit() }
    }
    let verified = try office.run("journal", "verify")
    #expect(verified.code == 0, "\(verified.err)")
    try #require(try registered(in: office, "Sesudahnya").code == 0)
    let rows: [Agenda] = try office.run("letter", "list", "--limit", "100", "--json").json()
    let numbers = rows.compactMap(\.number?.sequence).sorted()
    #expect(numbers == Array(1...numbers.count))
    #expect(numbers.count == rows.count)
    #expect((11...41).contains(numbers.count))
  }

  private func arguments(_ subject: String) -> [String] {
    [
      "letter", "add", "--as", "cempaka", "--sender", "Panti Contoh", "--subject", subject,
      "--procedure", "ntt-001",
    ]
  }

  private func registered(
    in office: CommandLineOffice, _ subject: String
  ) throws -> CommandLineOffice.Run {
    try office.run(arguments(subject))
  }

  private func registration(of subject: String, in office: CommandLineOffice) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: PseudoTerminal.built("desk"))
    process.arguments = arguments(subject)
    process.environment = office.environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }
}
