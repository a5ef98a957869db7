import DeskPseudoTerminal
import DeskTUI
import Foundation
import Glibc
import Testing

/// How an office's people come to it: the host's sshd, the real clients, and the lines that `desk person keys` writes.
@Suite(.enabled(if: SSHServer.givesTerminals, "/dev/pts is not mounted with gid=5"))
struct SSHTests {
  private struct Queue: Decodable { var role: String }

  private let office: CommandLineOffice
  private let server: SSHServer

  init() throws {
    office = try .founded(isPractice: false)
    server = try SSHServer(office)
  }

  @Test(arguments: [
    ("melati-contoh", "Kepala Dinas — Melati Contoh"),
    ("anggrek-latihan", "Kepala Bidang Rehabilitasi Sosial — Anggrek Latihan"),
  ])
  func aTerminalShowsTheDeskOfTheKeysOwner(person: String, header: String) throws {
    try server.admit("melati-contoh")
    try server.admit("anggrek-latihan")
    let terminal = try server.sit(person)
    try terminal.wait(forText: header)
    // There is no shell to stop into.
    terminal.press(.control("z"))
    terminal.press(.character("2"))
    try terminal.wait(forText: "Buku Agenda Surat Masuk")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    try server.waitUntilNobodyIsServed()
  }

  @Test func aFewQuestionsAreAnsweredAndNothingElseIsRun() throws {
    try server.admit("melati-contoh")
    let queue: Queue = try server.ask("melati-contoh", "queue", "--json").json()
    #expect(queue.role == "kepala-dinas@dinas-sosial")
    let trace = office.home + "/jejak"
    for request in [
      "sh -c id", "journal verify", "queue --json; id", "queue --json\nid", "$(touch \(trace))",
      "touch \(trace)", "desk serve --office / --key x", "person keys",
      "/usr/lib/openssh/sftp-server",
    ] {
      let run = try server.ask("melati-contoh", request)
      #expect(run.code == 1, "\(request)")
      #expect(run.out.isEmpty, "\(request)")
      #expect(run.err.hasPrefix("desk: Permintaan “"), "\(run.err)")
      #expect(run.err.split(separator: "\n").count == 1, "\(run.err)")
    }
    // Not at a terminal either, and not without one.
    let terminal = try server.sit("melati-contoh", "-o", "RemoteCommand=sh -i")
    #expect(try terminal.waitForExit() == .code(1))
    #expect(terminal.screen.contains("tidak dilayani"))
    let bare = try server.ask("melati-contoh")
    #expect(bare.code == 1 && bare.err.contains("desk: Layar penuh memerlukan"), "\(bare.err)")
    #expect(!FileManager.default.fileExists(atPath: trace))
  }

  @Test func noFileGoesInOrOut() throws {
    try server.admit("melati-contoh")
    let file = try office.file("surat.txt", "Rahasia")
    let target = office.home + "/disalin"
    let key = "\(server.place):\(office.root)/office.key"
    // sshd keeps to itself what a subsystem, as SFTP is one, complains about.
    for (client, arguments, isTold) in [
      ("scp", ["-O", file, "\(server.place):\(target)"], true), ("scp", ["-O", key, target], true),
      ("scp", ["-s", file, "\(server.place):\(target)"], false),
      ("scp", ["-s", key, target], false),
      ("sftp", [server.place], false), ("ssh", ["-s", server.place, "sftp"], false),
    ] {
      let run = try server.run(client, with: "melati-contoh", arguments)
      #expect(run.code != 0, "\(client) \(arguments)")
      #expect(run.err.contains("tidak dilayani") == isTold, "\(client) \(arguments): \(run.err)")
      #expect(!FileManager.default.fileExists(atPath: target), "\(client) \(arguments)")
    }
  }

  @Test func filesAreAttachedFromTheOfficesTrayOnly() throws {
    try server.admit("cempaka-misal")
    _ = try office.file("kantor/pindaian/surat-1.pdf", "Undangan")
    let terminal = try server.sit("cempaka-misal")
    try terminal.wait(forText: "1 Antrean")
    terminal.press(.character("n"))
    try terminal.wait(forText: "Catat surat masuk")
    terminal.send("Panti Contoh\t9/PC\t\tUndangan\t\t\t\t\t")
    try terminal.wait(forText: "Dari folder pindaian kantor")
    terminal.send("\(office.root)/office.key\r")
    try terminal.wait(forText: "“office.key” tidak diambil")
    terminal.send("\u{15}sur\t\t")
    try terminal.wait(forText: "• surat-1.pdf")
    terminal.press(.control("s"))
    try terminal.wait(forText: "Tercatat: 0001")
    terminal.press(.control("q"))
    #expect(try terminal.waitForExit() == .code(0))
    #expect(try office.run("letter", "list").out.contains("Undangan"))
  }

  @Test func nothingIsForwardedThatTheKeysLineForbids() throws {
    try server.admit("melati-contoh")
    // This sshd would forward: a key whose line says nothing gets it all.
    try server.admitFreely("bebas")
    let free = try server.sitForwarding("bebas")
    try free.wait(for: "its variables") {
      $0.screen.contains("SSH_AUTH_SOCK=") && $0.screen.contains("DISPLAY=")
    }
    let heard = try server.heardThroughTunnel()
    #expect(heard.hasPrefix("SSH-2.0"), "\(heard)")
    free.send("\u{4}")
    _ = try free.waitForExit()

    let terminal = try server.sitForwarding("melati-contoh")
    try terminal.wait(forText: "Kepala Dinas")
    #expect(try server.heardThroughTunnel().isEmpty)
    let desk = try #require(try server.serving().last)
    let variables = server.environment(of: desk)
    #expect(variables.contains { $0.hasPrefix("SSH_CONNECTION=") })
    #expect(!variables.contains { $0.hasPrefix("SSH_AUTH_SOCK=") || $0.hasPrefix("DISPLAY=") })

    for (key, isLetIn) in [("bebas", true), ("melati-contoh", false)] {
      let back = try server.run(
        with: key,
        [
          "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:9", server.place, "queue", "--json",
        ])
      #expect((back.code == 0) == isLetIn, "\(key): \(back.err)")
      #expect(isLetIn || back.err.contains("remote port forwarding failed"), "\(back.err)")
    }
  }

  @Test func onlyKeysThatAreHeldEnter() throws {
    try server.admit("melati-contoh")
    try server.makeKey("asing")
    let unknown = try server.ask("asing", "queue", "--json")
    #expect(unknown.code == 255 && unknown.err.contains("Permission denied"), "\(unknown.err)")

    #expect(try server.ask("melati-contoh", "queue", "--json").code == 0)
    let removed = try office.run("person", "key", "remove", server.fingerprint("melati-contoh"))
    try #require(removed.code == 0, "\(removed.err)")
    // Whoever forgets to write authorized_keys anew has still shut the door.
    let stale = try server.ask("melati-contoh", "queue", "--json")
    #expect(stale.code == 1 && stale.err.contains("dicabut"), "\(stale.err)")
    let terminal = try server.sit("melati-contoh")
    #expect(try terminal.waitForExit() == .code(1))
    try server.writeKeys()
    let gone = try server.ask("melati-contoh", "queue", "--json")
    #expect(gone.code == 255 && gone.err.contains("Permission denied"), "\(gone.err)")
  }

  @Test func sshdTakesTheSettingsOfTheGuide() throws {
    let guide = try String(
      contentsOfFile: CommandLineOffice.checkout + "/docs/pemasangan.md", encoding: .utf8)
    let start = try #require(guide.range(of: "    Match User desk\n"))
    let settings = guide[start.lowerBound...].split(
      separator: "\n", omittingEmptySubsequences: false
    ).prefix { $0.hasPrefix("    ") }
    #expect(settings.count > 5)
    let refusal = try server.refusal(of: settings.joined(separator: "\n") + "\n")
    #expect(refusal == "")
  }

  /// What can break between a keyboard and its desk.
  enum Break: CaseIterable, CustomTestStringConvertible {
    case clientKilled, sessionKilled, lineSilent

    var testDescription: String { "\(self)" }
  }

  @Test(arguments: Break.allCases)
  func aBrokenLineLeavesNoDeskAndTheFormIsOfferedAgain(what: Break) throws {
    try server.admit("cempaka-misal")
    let cempaka = try server.sit("cempaka-misal")
    try cempaka.wait(forText: "1 Antrean")
    cempaka.press(.character("n"))
    try cempaka.wait(forText: "Catat surat masuk")
    cempaka.send("Panti Contoh\t9/PC")
    try cempaka.wait(forText: "9/PC")
    let desk = try #require(try server.serving().last)
    switch what {
    case .clientKilled: cempaka.signal(SIGKILL)
    case .sessionKilled: kill(try server.session(of: desk), SIGKILL)
    case .lineSilent: cempaka.signal(SIGSTOP)
    }
    try server.waitUntilNobodyIsServed()

    let again = try server.sit("cempaka-misal")
    try again.wait(forText: "Lanjutkan isian yang belum disimpan?")
    again.press(.enter)
    try again.wait(for: "the letter") {
      $0.screen.contains("9/PC") && $0.screen.contains("Panti Contoh")
    }
    again.press(.control("q"))
    #expect(try again.waitForExit() == .code(0))
    #expect(try office.run("journal", "verify").code == 0)
  }
}
