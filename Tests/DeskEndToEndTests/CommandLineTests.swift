import DeskPseudoTerminal
import Foundation
import Testing

/// The program as IT people meet it: help, languages, practice office, SOP as JSON, closed pipes.
@Suite struct CommandLineTests {
  private static let commands = [
    [], ["open"], ["init"], ["practice"], ["letter"], ["letter", "add"], ["letter", "list"],
    ["letter", "show"], ["letter", "text"], ["queue"], ["task"], ["task", "show"], ["task", "act"],
    ["backlog"],
    ["sop"], ["sop", "list"], ["sop", "show"], ["sop", "check"],
    ["sop", "export"], ["sop", "import"], ["journal"],
    ["journal", "verify"], ["journal", "head"],
    ["journal", "export"], ["journal", "key"], ["agenda"], ["agenda", "reserve"],
    ["agenda", "sheet"], ["agenda", "void"], ["agenda", "gaps"], ["agenda", "close"],
    ["agenda", "page"],
  ]

  @Test func helpsWithEveryCommand() throws {
    let office = try CommandLineOffice()
    for command in Self.commands {
      let run = try office.run(command + ["--help"])
      #expect(run.code == 0)
      #expect(run.err == "")
      #expect(run.out.contains("PEMAKAIAN: desk"), "\(command)")
      for word in ["USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "Show help"] {
        #expect(!run.out.contains(word), "\(command)")
      }
    }
    let help = try office.run("--help").out
    for command in Self.commands where command.count == 1 {
      #expect(help.contains("\n  \(command[0])"), "\(command)")
    }
    #expect((0...5).allSatisfy { help.contains("\n  \($0)  ") }, "exit codes are documented")
  }

  @Test(arguments: [
    (["LANG": "C"], "tidak ada"), (["LANG": "en_GB.UTF-8"], "There is no"),
    (["LANG": "en_GB.UTF-8", "LC_MESSAGES": "id_ID.UTF-8"], "tidak ada"),
    (["LANG": "id_ID.UTF-8", "DESK_LANG": "en"], "There is no"),
    (["LANG": "en_US", "DESK_LANG": "id"], "tidak ada"),
  ])
  func speaksTheUsersLanguage(environment: [String: String], says: String) throws {
    let run = try CommandLineOffice().run("sop", "show", "x", environment: environment)
    #expect(run.err.contains(says))
  }

  @Test func saysHowToBeginWithoutAnOffice() throws {
    let office = try CommandLineOffice()
    for arguments in [[], ["--person", "melati"], ["open"]] {
      let run = try office.run(arguments)
      #expect(run.code == 3)
      #expect(run.err.contains("desk practice"))
    }
  }

  @Test func missesItsAssetsInASentence() throws {
    let run = try CommandLineOffice().run("backlog", environment: ["DESK_ASSETS": "/tidak/ada"])
    #expect(run.code == 5)
    #expect(run.err.contains("/tidak/ada"))
    #expect(run.err.split(separator: "\n").count == 1)
  }

  struct Procedure: Decodable {
    struct Step: Decodable {
      struct Time: Decodable {
        var text: String
        var max: Int?
        var unit: String
      }
      var no: Int
      var act: String
      var decision: Bool
      var returnTo: Int?
      var time: Time?
    }
    struct Finding: Decodable {
      var code: String
      var step: Int?
      var message: String
    }
    var id: String
    var steps: [Step]
    var findings: [Finding]
  }

  @Test func givesProceduresAsJSON() throws {
    let office = try CommandLineOffice.founded()
    let shown: Procedure = try office.run("sop", "show", "ntt-002", "--json").json()
    #expect(shown.steps.map(\.act).last == "arsipkan")
    #expect(shown.steps[2].returnTo == 2 && shown.steps[2].decision)
    #expect(shown.steps[0].time?.max == 5)
    let list: [Procedure] = try office.run("sop", "list", "--json").json()
    #expect(list.map(\.id) == list.map(\.id).sorted())
    #expect(Set(list.map(\.id)).isSuperset(of: ["ntt-001", "ntt-002", "ntt-003", "ntt-004"]))
    let inForce: [Procedure] = try office.run("sop", "list", "--office", office.root, "--json")
      .json()
    #expect(inForce.map(\.id) == list.map(\.id))
    #expect(try office.run("sop", "check").code == 0)
  }

  @Test func refusesAWrongProcedureFile() throws {
    let office = try CommandLineOffice()
    let file = try office.file("salah.yaml", "id: x-1\nnama: Salah\nlangkah: [1, 2]\n")
    let run = try office.run("sop", "check", file)
    #expect(run.code == 1)
    #expect(run.out.contains("salah.yaml:3: "))
    #expect(run.err.split(separator: "\n").count == 1)
  }

  struct Made: Decodable {
    var entries: Int
    var letters: Int
    var movedAside: String?
    var office: String
  }

  @Test func makesThePracticeOfficeAndNeverDestroysOne() throws {
    let office = try CommandLineOffice()
    let unnamed = ["DESK_OFFICE": "", "XDG_DATA_HOME": office.home + "/data"]
    let made: Made = try office.run("practice", "--json", environment: unnamed).json()
    #expect(made.office == office.home + "/data/desk/latihan")
    #expect((180...230).contains(made.letters))
    #expect(try office.run("journal", "verify", environment: unnamed).code == 0)

    let again = try office.run("practice", environment: unnamed)
    #expect(again.code == 3)
    let forced: Made = try office.run("practice", "--force", "--json", environment: unnamed).json()
    let aside = try #require(forced.movedAside)
    #expect(FileManager.default.fileExists(atPath: aside + "/office.sqlite"))

    let real = try CommandLineOffice.founded(isPractice: false)
    let head = try real.head()
    #expect(try real.run("practice", "--force").code == 3)
    #expect(try real.head() == head)
  }

  @Test func keepsWhatItWritesPrivate() throws {
    let office = try CommandLineOffice.founded()
    for file in ["", "/office.sqlite", "/attachments"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: office.root + file)
      let mode = try #require(attributes[.posixPermissions] as? Int)
      #expect(mode & 0o077 == 0, "\(file)")
    }
  }

  @Test func endsQuietlyWhenItsReaderHasGone() throws {
    let office = try CommandLineOffice.founded()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: PseudoTerminal.built("desk"))
    process.arguments = ["sop", "list", "--json"]
    process.environment = office.environment
    let (out, err) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    try out.fileHandleForReading.close()
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    #expect(try err.fileHandleForReading.readToEnd() ?? Data() == Data())
  }

  @Test func opensTheScreen() throws {
    let office = try CommandLineOffice.founded()
    for arguments in [
      ["--office", office.root, "--person", "anggrek"],
      ["open", "--person", "anggrek@kabid", "--ascii", "--no-color", "--no-mouse"],
    ] {
      let terminal = try PseudoTerminal(
        [PseudoTerminal.built("desk")] + arguments, environment: office.environment)
      try terminal.wait(forText: "Anggrek Latihan")
      terminal.send("q")
      #expect(try terminal.waitForExit() == .code(0))
    }
  }
}
