/// The lines by which sshd lets people in at the desk, and nowhere else.
public enum AuthorizedKeys {
  /// The line for one key of a person: whoever has it gets the desk as that person, and nothing besides.
  ///
  /// It names the key and not the person: whose it is, the office says each time, and a key that was withdrawn is
  /// nobody's even while the line still stands. The person behind it is for people to read.
  ///
  /// - Parameters:
  ///   - program: the absolute path of `desk`.
  ///   - office: the absolute path of the office's folder.
  /// - Returns: `nil` when a path has a line end or another control character, which no line can hold.
  public static func line(
    _ key: PublicKey, of person: PersonID, program: String, office: String
  ) -> String? {
    let words = [program, "serve", "--office", office, "--key", key.fingerprint]
    guard
      !words.contains(where: { $0.unicodeScalars.contains { $0.value < 32 || $0.value == 127 } })
    else { return nil }
    let command = words.map(shellWord).joined(separator: " ")
    return "restrict,pty,command=\"\(command.replacing("\"", with: "\\\""))\" \(key.text) \(person)"
  }

  /// A word as a shell reads it back unchanged: sshd hands the command to one.
  public static func shellWord(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "/._-+,@:=".utf8.contains(byte)
    }
    if isPlain, !word.isEmpty { return word }
    return "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
