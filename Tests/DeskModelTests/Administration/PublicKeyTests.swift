import Foundation
import Testing

@testable import DeskModel

/// What may open the desk, and how sshd is told of it.
@Suite struct PublicKeyTests {
  @Test(arguments: [
    KeyFixture.ed25519(7), KeyFixture.rsa(bits: 3_072),
    KeyFixture.line(
      "ecdsa-sha2-nistp256", [Data("nistp256".utf8), Data([4] + [UInt8](repeating: 9, count: 64))]),
    KeyFixture.line(
      "sk-ssh-ed25519@openssh.com", [Data(repeating: 3, count: 32), Data("ssh:".utf8)]),
  ])
  func takesAKeyWithoutItsComment(_ line: String) throws {
    let key = try PublicKey(line + "\n")
    #expect(line == "\(key.text) siapa@mana")
    #expect(try PublicKey(key.text) == key)
    let written = try JSONEncoder().encode([key])
    #expect(try JSONDecoder().decode([PublicKey].self, from: written) == [key])
  }

  @Test func refusesWhatIsNoKeyOfOurs() throws {
    func fault(_ text: String) -> PublicKeyFault? {
      do { _ = try PublicKey(text) } catch { return error }
      return nil
    }
    let good = KeyFixture.ed25519(7)
    #expect(fault("") == .notAKey)
    #expect(fault("ssh-ed25519") == .notAKey)
    #expect(fault(String(repeating: "a ", count: 10_000)) == .notAKey)
    #expect(fault(good + "\n" + good) == .several)
    #expect(fault("-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n") == .secret)
    // Options before a key would be the sender's own.
    #expect(
      fault("command=\"sh\" " + good) == .type("command=\"sh\"", known: PublicKey.types))
    #expect(fault("ssh-dss AAAA") == .type("ssh-dss", known: PublicKey.types))
    #expect(fault(good.replacing("ssh-ed25519 ", with: "ssh-rsa ")) == .damaged)
    #expect(fault("ssh-ed25519 \(good.split(separator: " ")[1].dropLast(8))") == .damaged)
    #expect(fault("ssh-ed25519 AAAA====") == .damaged)
    #expect(
      fault(KeyFixture.line("ssh-ed25519", [Data(repeating: 1, count: 32), Data()])) == .damaged)
    #expect(
      fault(KeyFixture.rsa(bits: 1_024)) == .weak(bits: 1_024, needed: PublicKey.fewestBits))
  }

  @Test func theLineSurvivesSshdAndTheShellWhateverThePath() throws {
    let key = try PublicKey(KeyFixture.ed25519(7))
    for path in [
      "/srv/kantor", "/srv/kantor sosial", "/a'b", "/a\"b", "/a\\\"b", "/$HOME/`id`;&|", "/é", "-x",
    ] {
      let line = try #require(
        AuthorizedKeys.line(key, of: "melati", program: "/opt/de sk/desk", office: path))
      #expect(line.hasPrefix("restrict,pty,command=\""))
      #expect(line.hasSuffix("\" \(key.text) melati"))
      let command = try #require(Self.dequoted(line))
      let shown = try Self.words(command)
      #expect(
        shown == ["/opt/de sk/desk", "serve", "--office", path, "--key", key.fingerprint],
        "\(line)")
    }
    for path in ["/a\nb", "/a\u{7F}", "/a\tb"] {
      #expect(AuthorizedKeys.line(key, of: "melati", program: "/desk", office: path) == nil)
    }
  }

  /// The option's value as sshd reads it (`opt_dequote`): only `\"` means something else.
  private static func dequoted(_ line: String) -> String? {
    guard let start = line.range(of: "command=\"")?.upperBound else { return nil }
    var out = ""
    var rest = line[start...]
    while let character = rest.popFirst() {
      if character == "\\", rest.first == "\"" {
        out.append(rest.removeFirst())
      } else if character == "\"" {
        return rest.first == " " ? out : nil
      } else {
        out.append(character)
      }
    }
    return nil
  }

  /// The words as the shell that sshd hands the command to sees them.
  private static func words(_ command: String) throws -> [String] {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "printf '%s\\n' \(command)"]
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
