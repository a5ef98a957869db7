import DeskPseudoTerminal
import DeskTUI
import Foundation
import Glibc
import Testing

/// The host's own sshd on a port of loopback, by which people come to one office.
///
/// It allows whatever a key's own line can forbid (forwarding, agents, X11, SFTP): what is refused, the line refuses.
final class SSHServer {
  private let office: CommandLineOffice
  // Neither by `Process`: both close what they inherit, and `Process` would take that for their end and wait for it,
  // while the ends of all other processes wait behind.
  private let daemon: PseudoTerminal
  private var agent: PseudoTerminal?
  private let port: Int

  private var folder: String { office.home + "/ssh" }
  /// The lines by which sshd knows whom to let in.
  private var admitted: String { folder + "/authorized_keys" }
  /// A socket of the client's side that leads through its connection to this sshd, where the server lets it.
  private var tunnel: String { folder + "/terowongan" }
  private var agentSocket: String { folder + "/agen" }

  /// Whether an sshd that this user starts can hand out terminals: one that is not root's cannot make them over to the
  /// group `tty`, and needs a system that does so by itself, as all but some containers do.
  static let givesTerminals: Bool = {
    if geteuid() == 0 { return true }
    var (controller, device): (Int32, Int32) = (-1, -1)
    guard openpty(&controller, &device, nil, nil, nil) == 0 else { return false }
    defer { [controller, device].forEach { close($0) } }
    var status = stat()
    return fstat(device, &status) == 0 && status.st_gid == getgrnam("tty")?.pointee.gr_gid
  }()

  /// Starts it; nobody is let in yet.
  init(_ office: CommandLineOffice) throws {
    self.office = office
    port = try Self.freePort()
    let folder = office.home + "/ssh"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try Self.makeKey("host", of: office)
    let host = try String(contentsOfFile: folder + "/host.pub", encoding: .utf8)
    _ = try office.file("ssh/known_hosts", "[127.0.0.1]:\(port) \(host)")
    _ = try office.file("ssh/authorized_keys", "")
    let settings = try office.file("ssh/sshd_config", Self.settings(folder, port: port))
    // An sshd of root's locks its children into this folder; where no service starts one, nobody has made it.
    if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
    daemon = try PseudoTerminal([Self.program, "-D", "-f", settings, "-E", folder + "/log"])
    try wait(for: "sshd") { (try? log().contains("Server listening")) == true }
  }

  private static let program = "/usr/sbin/sshd"

  /// What sshd says of settings that it is given besides its own: nothing when it takes them.
  func refusal(of more: String) throws -> String {
    let settings = try office.file("ssh/lain", Self.settings(folder, port: port) + more)
    return try office.run(["-t", "-f", settings], of: Self.program).err
  }

  private static func settings(_ folder: String, port: Int) -> String {
    """
    ListenAddress 127.0.0.1
    Port \(port)
    HostKey "\(folder)/host"
    PidFile none
    AuthorizedKeysFile "\(folder)/authorized_keys"
    # Temporary folders are everybody's to write into.
    StrictModes no
    UsePAM no
    AuthenticationMethods publickey
    PermitRootLogin prohibit-password
    AcceptEnv LANG
    AllowTcpForwarding yes
    AllowStreamLocalForwarding yes
    AllowAgentForwarding yes
    X11Forwarding yes
    XAuthLocation /bin/true
    PermitTunnel yes
    Subsystem sftp internal-sftp
    # As docs/pemasangan.md says, but sooner: a client that does not answer is gone.
    ClientAliveInterval 1
    ClientAliveCountMax 2
    \(variables)

    """
  }

  /// Hands on what a build that is watched reads.
  private static var variables: String {
    let inherited = PseudoTerminal.inherited.map { " \"\($0)=\($1)\"" }.joined()
    return inherited.isEmpty ? "" : "SetEnv" + inherited
  }

  // MARK: Letting in

  /// Gives a person a key, as whoever administers the office does.
  func admit(_ person: String) throws {
    try makeKey(person)
    let run = try office.run("person", "key", "add", person, "--file", "\(folder)/\(person).pub")
    try #require(run.code == 0, "\(run.err)")
    try writeKeys()
  }

  /// Writes `authorized_keys` anew.
  func writeKeys() throws {
    let run = try office.run("person", "keys")
    try #require(run.code == 0, "\(run.err)")
    _ = try office.file("ssh/authorized_keys", run.out)
  }

  /// Lets in by a key whose line forbids nothing, and shows what the session was given.
  func admitFreely(_ name: String) throws {
    try makeKey(name)
    let key = try String(contentsOfFile: "\(folder)/\(name).pub", encoding: .utf8)
    let lines = try String(contentsOfFile: admitted, encoding: .utf8)
    _ = try office.file("ssh/authorized_keys", lines + "command=\"env; exec cat\" \(key)")
  }

  /// Makes a pair of keys that is called as whoever has it.
  func makeKey(_ name: String) throws { try Self.makeKey(name, of: office) }

  private static func makeKey(_ name: String, of office: CommandLineOffice) throws {
    let run = try office.run(
      ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", "\(office.home)/ssh/\(name)"],
      of: "/usr/bin/ssh-keygen")
    try #require(run.code == 0, "\(run.err)")
  }

  /// What names a key to `desk person key remove`.
  func fingerprint(_ name: String) throws -> String {
    let run = try office.run(["-l", "-f", "\(folder)/\(name).pub"], of: "/usr/bin/ssh-keygen")
    return try #require(run.out.split(separator: " ").dropFirst().first.map(String.init))
  }

  // MARK: Coming

  /// Runs `ssh`, `scp` or `sftp` with a key, to its end.
  func run(
    _ client: String = "ssh", with key: String, _ arguments: [String]
  ) throws -> CommandLineOffice.Run {
    try office.run(options(key) + arguments, of: "/usr/bin/" + client)
  }

  /// Asks for something by `ssh HOST request`.
  func ask(_ key: String, _ request: String...) throws -> CommandLineOffice.Run {
    try office.run(options(key) + [place] + request, of: "/usr/bin/ssh")
  }

  /// Sits down at a terminal.
  func sit(_ key: String, _ more: String...) throws -> PseudoTerminal {
    try PseudoTerminal(
      ["/usr/bin/ssh", "-tt"] + more + options(key) + [place],
      size: Size(rows: 24, columns: 100),
      environment: ["LANG": "C.UTF-8", "DISPLAY": ":0"])
  }

  /// Sits down with all that `ssh` can take along: the way back into the client's network, its agent and its display.
  func sitForwarding(_ key: String) throws -> PseudoTerminal {
    if agent == nil {
      agent = try PseudoTerminal(["/usr/bin/ssh-agent", "-D", "-a", agentSocket])
      try wait(for: "the agent") { access(agentSocket, F_OK) == 0 }
    }
    unlink(tunnel)
    return try sit(
      key, "-A", "-o", "IdentityAgent=\(agentSocket)", "-Y", "-L", "\(tunnel):127.0.0.1:\(port)")
  }

  /// What is heard at the far end of the tunnel; nothing when the server does not let it through.
  func heardThroughTunnel() throws -> String {
    let line = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(line) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: tunnel.utf8) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let isOpen = withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(line, $0, length) == 0 }
    }
    try #require(isOpen, "no tunnel at the client's side")
    var polled = pollfd(fd: line, events: Int16(POLLIN), revents: 0)
    try #require(poll(&polled, 1, 10_000) == 1, "nothing came through the tunnel, not even its end")
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = max(0, read(line, &bytes, bytes.count))
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// Where the clients come to.
  var place: String { "\(NSUserName())@127.0.0.1" }

  private func options(_ key: String) -> [String] {
    let settings = [
      "Port=\(port)", "UserKnownHostsFile=\(folder)/known_hosts", "BatchMode=yes",
      "StrictHostKeyChecking=yes", "IdentitiesOnly=yes", "IdentityAgent=none", "SendEnv=LANG",
      "ConnectTimeout=20",
    ]
    return ["-F", "/dev/null", "-i", "\(folder)/\(key)"] + settings.flatMap { ["-o", $0] }
  }

  // MARK: Looking

  /// The processes that serve the office to somebody, with the shells that started them.
  func serving() throws -> [Int32] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int32($0) }
      .filter { process in
        let words = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
        let line = String(decoding: words, as: UTF8.self).replacing("\0", with: " ")
        return line.contains(" serve --office \(office.root) ")
      }
  }

  /// The variables that a process was started with.
  func environment(of process: Int32) -> [String] {
    let bytes = FileManager.default.contents(atPath: "/proc/\(process)/environ") ?? Data()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\0").map(String.init)
  }

  /// The sshd that holds the line of a process.
  func session(of process: Int32) throws -> Int32 {
    var next = process
    while next > 1 {
      let status = try String(contentsOfFile: "/proc/\(next)/status", encoding: .utf8)
      func field(_ name: String) -> Substring? {
        status.split(separator: "\n").first { $0.hasPrefix(name) }?.split(separator: "\t").last
      }
      if field("Name:")?.hasPrefix("sshd") == true { return next }
      next = try #require(field("PPid:").flatMap { Int32($0) })
    }
    throw PseudoTerminal.Failure.ended("an sshd above \(process)", screen: "")
  }

  /// Waits until nobody is served any more.
  func waitUntilNobodyIsServed() throws {
    try wait(for: "the desk's end") { try serving().isEmpty }
  }

  private func wait(for what: String, until isReached: () throws -> Bool) throws {
    let deadline = ContinuousClock.now + PseudoTerminal.patience
    while try !isReached() {
      guard ContinuousClock.now < deadline else {
        throw PseudoTerminal.Failure.timeout(what, screen: (try? log()) ?? "")
      }
      poll(nil, 0, 10)
    }
  }

  private func log() throws -> String {
    try String(contentsOfFile: folder + "/log", encoding: .utf8)
  }

  /// A port that nothing listens on, and that the system hands to nobody by itself.
  private static func freePort() throws -> Int {
    for port in (15_000..<30_000).shuffled().prefix(100) {
      let line = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(line) }
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = in_port_t(port).bigEndian
      address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
      let length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let isFree = withUnsafePointer(to: address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(line, $0, length) == 0 }
      }
      if isFree { return port }
    }
    throw PseudoTerminal.Failure.system("bind", errno)
  }
}
