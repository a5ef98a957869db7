import DeskPseudoTerminal
import DeskTestSupport
import Foundation
import Testing

/// The PIN at the command line: from a file or a terminal that does not show it, counted over processes.
@Suite struct CommandLinePINTests {
  private let office: CommandLineOffice
  /// A draft that waits for Flamboyan's paraf.
  private let task: Int

  init() throws {
    office = try .founded()
    let added: CommandLineJourneyTests.Added = try office.run(
      "letter", "add", "--kind", "surat-keluar", "--procedure", "ntt-002", "--as", "flamboyan",
      "--addressee", "Kepala Balai Contoh", "--subject", "Jawaban", "--json"
    ).json()
    let draft = try office.file("konsep.txt", "Yth. Kepala Balai\n")
    let drafted: CommandLineJourneyTests.Acted = try office.run(
      "task", "act", "\(added.waiting[0].task)", "complete", "--as", "lontar", "--file", draft,
      "--json"
    ).json()
    task = drafted.waiting[0].task
  }

  private func paraf(_ pin: String) throws -> CommandLineOffice.Run {
    try office.run(
      "task", "act", "\(task)", "paraf", "--as", "flamboyan", "--pin-file",
      office.file("pin.txt", pin))
  }

  @Test func wrongOnesOfSeveralProcessesCountTogether() throws {
    for text in ["", "\n", "12345", "duaempat"] {
      #expect(try paraf(text).code == 1, "\(text)")
    }
    for left in [4, 3, 2, 1] {
      let run = try paraf("000001\n")
      #expect(run.code == 1)
      #expect(run.err.contains("Sisa \(left) kali"))
    }
    #expect(try paraf("000001\n").err.contains("PIN terkunci sampai pukul"))
    let right = try paraf("246810\n")
    #expect(right.code == 1)
    #expect(right.err.contains("PIN terkunci sampai pukul"))
    #expect(try office.run("journal", "verify").code == 0)
  }

  @Test func theTerminalDoesNotShowIt() throws {
    let terminal = try PseudoTerminal(
      [PseudoTerminal.built("desk"), "task", "act", "\(task)", "paraf", "--as", "flamboyan"],
      environment: office.environment.merging(["TERM": "xterm"]) { $1 })
    try terminal.wait(forText: "PIN: ")
    #expect(terminal.screen.contains("PIN semua orang 246810."))
    terminal.send("246810\n")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.screen.contains("PIN: \n") || !terminal.screen.contains("PIN: 2"))
  }

  @Test func withoutATerminalTheActThatNeedsItIsNamed() throws {
    let run = try office.run("task", "act", "\(task)", "paraf", "--as", "flamboyan")
    #expect(run.code == 2)
    #expect(run.err.contains("Tindakan paraf memerlukan --pin-file"))
  }

  /// In an office that is not for practice everybody has a PIN of their own, and the administrator can only take it.
  @Test func isSetChangedAndTakenAway() throws {
    let real = try CommandLineOffice.founded(isPractice: false)
    #expect(try real.run("person", "map", "flamboyan", "--user", NSUserName()).code == 0)
    func set(_ lines: String) throws -> CommandLineOffice.Run {
      try real.run("pin", "set", "--pin-file", real.file("pin.txt", lines))
    }
    #expect(try set("123456\n").err.contains("terlalu mudah ditebak"))
    #expect(try set("730519\n").code == 0)
    let unnamed = try real.run("pin", "set", "--pin-file", "")
    #expect(unnamed.code == 2)
    #expect(unnamed.err.contains("Nama folder atau berkasnya kosong"))
    #expect(try set("").err.contains("berisi PIN lama"))
    #expect(try set("915037\n").err.contains("PIN lama lalu PIN baru"))
    #expect(try set("000001\n915037\n").err.contains("Sisa 4 kali"))
    #expect(try set("730519\n915037\n").code == 0)
    #expect(try real.run("person", "pin", "reset", "flamboyan").code == 0)
    #expect(try set("384261\n").code == 0)
    #expect(try real.run("journal", "verify").code == 0)
    let folder = try FileManager.default.attributesOfItem(atPath: real.root + "/office.sqlite")
    #expect((folder[.posixPermissions] as? Int) == 0o600)
  }
}
