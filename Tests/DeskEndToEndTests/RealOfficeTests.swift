import DeskPseudoTerminal
import Foundation
import Testing

/// An office that is not for practice: who one is, is not said but proved.
@Suite struct RealOfficeTests {
  private struct Added: Decodable { var letter: Int }
  private struct Shown: Decodable {
    struct Case: Decodable { var tasks: [Task] }
    struct Task: Decodable { var id: Int }
    var cases: [Case]
  }
  private struct Queue: Decodable { var role: String }
  private struct Backlog: Decodable { var role: String }
  private struct Person: Decodable {
    struct Appointment: Decodable {
      var role: String
      var kind: String
      var decree: String?
    }
    struct Key: Decodable { var fingerprint: String }
    var id: String
    var appointments: [Appointment]
    var users: [String]
    var keys: [Key]
  }

  private let office: CommandLineOffice
  private let user = NSUserName()

  init() throws { office = try .founded(isPractice: false) }

  /// Gives a person a key, and tells its fingerprint.
  private func admit(_ person: String) throws -> String {
    let file = try office.file("\(person).pub", "ssh-ed25519 \(Self.key(person)) laptop")
    let admitted: Person = try office.run(
      "person", "key", "add", person, "--file", file, "--json"
    ).json()
    return try #require(admitted.keys.first).fingerprint
  }

  /// Runs the forced command of a key.
  private func serve(_ key: String, _ request: String) throws -> CommandLineOffice.Run {
    try office.run(
      "serve", "--office", office.root, "--key", key,
      environment: ["SSH_ORIGINAL_COMMAND": request])
  }

  private func register(_ subject: String, _ more: String...) throws -> CommandLineOffice.Run {
    try office.run(
      ["letter", "add", "--sender", "Panti Contoh", "--subject", subject, "--json"] + more)
  }

  @Test func aUserActsAsTheOneTheyAreMappedTo() throws {
    let stranger = try register("Uji")
    #expect(stranger.code == 1)
    #expect(stranger.err.contains("desk person map"))

    let mapped: Person = try office.run(
      "person", "map", "cempaka", "--user", user, "--json"
    ).json()
    #expect(mapped.users == [user])
    let added: Added = try register("Uji").json()
    #expect(added.letter > 0)
    #expect(try register("Uji lagi", "--as", "cempaka").code == 0)

    let another = try register("Atas nama orang lain", "--as", "melati")
    #expect(another.code == 1)
    #expect(another.err.contains("bukan melati-contoh"))
    #expect(try office.run("open", "--person", "melati").err.contains("bukan melati-contoh"))
    #expect(try office.run("person", "unmap", user).code == 0)
    #expect(try register("Uji").code == 1)
    #expect(try office.run("journal", "verify").code == 0)
  }

  @Test func whoeverIsReinstatedGetsBackByCommandsWhatWasTaken() throws {
    _ = try admit("anggrek")
    #expect(
      try office.run(
        "person", "appoint", "anggrek", "--role", "kadis", "--kind", "plh", "--decree",
        "Sprint 7 '26", "--until", "31/12/2099"
      ).code == 0)
    let before: Person = try office.run(
      "person", "map", "anggrek", "--user", "anggrek", "--json"
    ).json()
    try #require(before.keys.count == 1 && before.appointments.count == 2)
    #expect(try office.run("person", "retire", "anggrek").code == 0)
    let answer = try office.run("person", "reinstate", "anggrek", "--office", "kantor")
    try #require(answer.code == 0)
    let commands = answer.out.split(separator: "\n").filter { $0.hasPrefix("  ") }.map(String.init)
    #expect(commands.count == 4, "\(answer.out)")
    #expect(commands.contains { $0.contains("# " + before.keys[0].fingerprint) })
    for command in commands {
      let given = try office.run(
        ["-c", "desk() { '\(PseudoTerminal.built("desk"))' \"$@\"; }\ncd /\n" + command],
        of: "/bin/sh", environment: ["DESK_OFFICE": ""])
      #expect(given.code == 0, "\(command): \(given.err)")
    }
    let list: [Person] = try office.run("person", "list", "--json").json()
    let after = try #require(list.first { $0.id == before.id })
    #expect(after.users == before.users)
    #expect(after.keys.map(\.fingerprint) == before.keys.map(\.fingerprint))
    #expect(Set(after.appointments.map(\.role)) == Set(before.appointments.map(\.role)))
    #expect(after.appointments.contains { $0.decree == "Sprint 7 '26" })
    // Nobody is retired now, and nothing is to be given.
    #expect(try office.run("person", "reinstate", "anggrek").code == 1)
  }

  @Test func whoComesBySudoAttachesFromTheOfficesTrayOnly() throws {
    for user in [user, "clerkx"] {
      #expect(try office.run("person", "map", "cempaka", "--user", user).code == 0)
    }
    let key = office.root + "/office.key"
    _ = try office.file("kantor/pindaian/surat-1.pdf", "Undangan")
    func attach(_ file: String, _ environment: [String: String]) throws -> CommandLineOffice.Run {
      try office.run(
        [
          "letter", "add", "--sender", "Panti Contoh", "--subject", "Uji", "--json",
          "--procedure", "ntt-001", "--attach", file,
        ], environment: environment)
    }
    let sudo = ["SUDO_USER": "clerkx"]
    for file in [key, "office.key", "../office.key", "pindaian/surat-1.pdf"] {
      let refused = try attach(file, sudo)
      #expect(refused.code == 1, "\(file)")
      #expect(refused.out.isEmpty, "\(file)")
    }
    #expect(try attach(key, sudo).err.contains("hanya dari folder pindaian kantor"))
    #expect(try attach("surat-1.pdf", sudo).code == 0)
    // Who runs the office's own account can read all of it anyway.
    #expect(try attach(try office.file("surat-2.pdf", "Edaran"), [:]).code == 0)
  }

  /// The program reads with the rights of the office's account: others' unsaved forms, for one.
  @Test func whoComesBySudoSendsTheTextOfADraft() throws {
    #expect(try office.run("person", "map", "melati", "--user", "clerkx").code == 0)
    let secret = try office.file("kantor/drafts/orang-lain.txt", "Isian orang lain")
    let sudo = ["SUDO_USER": "clerkx"]
    #expect(try office.run("person", "map", "cempaka", "--user", user).code == 0)
    let added: Added = try register("Uji").json()
    let shown: Shown = try office.run("letter", "show", "\(added.letter)", "--json").json()
    let task = try #require(shown.cases.last?.tasks.last?.id)
    for verb in ["draft", "complete", "return"] {
      let refused = try office.run(
        ["task", "act", "\(task)", verb, "--file", secret], environment: sudo)
      #expect(refused.code == 1)
      #expect(
        refused.err.contains("tidak dibaca, karena akan dibaca dengan hak akun kantor"),
        "\(verb): \(refused.err)")
    }
  }

  @Test(arguments: [
    ["agenda", "reserve", "surat-masuk", "--count", "2", "--reason", "Listrik padam"],
    ["agenda", "void", "surat-masuk", "1", "--reason", "Tidak jadi"],
    ["agenda", "close"],
    ["journal", "key"],
    ["sop", "enact", "assets/sop/ntt/ntt-002.yaml"],
  ])
  func nobodyKeepsBooksOrEnactsInAnothersName(_ words: [String]) throws {
    let words = words.map { $0.hasPrefix("assets/") ? CommandLineOffice.checkout + "/" + $0 : $0 }
    try #require(try office.run("person", "map", "cempaka", "--user", user).code == 0)
    let run = try office.run(words + ["--as", "melati"])
    #expect(run.code == 1)
    #expect(run.err.contains("bukan melati-contoh"), "\(run.err)")
  }

  @Test func aKeyAnswersAFewQuestionsAndNothingElse() throws {
    #expect(try office.run("person", "map", "cempaka", "--user", user).code == 0)
    let open: Added = try register("Terbuka").json()
    let secret: Added = try register("Perkara rahasia", "--secrecy", "SR").json()
    let (melati, anggrek) = (try admit("melati-contoh"), try admit("anggrek-latihan"))
    let before = try office.head()

    let queue: Queue = try serve(melati, "queue --json").json()
    #expect(queue.role == "kepala-dinas@dinas-sosial")
    #expect(try serve(anggrek, "letter show \(open.letter) --json").code == 0)
    #expect(try serve(melati, "letter show \(secret.letter) --json").code == 0)
    let hidden = try serve(anggrek, "letter show \(secret.letter) --json")
    let missing = try serve(anggrek, "letter show 999 --json")
    #expect(hidden.code == 1)
    #expect(hidden.err == missing.err.replacing("999", with: "\(secret.letter)"))
    #expect(!(hidden.out + hidden.err).contains("Perkara"))
    #expect(try serve(anggrek, "queue --role kepala-dinas --json").code == 1)
    let all: [Backlog] = try serve(melati, "backlog --json").json()
    #expect(all.contains { $0.role == "kepala-dinas@dinas-sosial" })
    let own: [Backlog] = try serve(anggrek, "backlog --json").json()
    #expect(!own.contains { $0.role == "kepala-dinas@dinas-sosial" })

    for request in ["sh", "scp -t /tmp", "queue --json; id", "person keys", "letter add --json"] {
      let run = try serve(melati, request)
      #expect(run.code == 1, "\(request)")
      #expect(run.out.isEmpty, "\(request)")
      #expect(run.err.split(separator: "\n").count == 1, "\(request)")
    }
    #expect(try serve("SHA256:siapa", "queue --json").code == 1)
    #expect(try office.head() == before)
  }

  @Test func aKeysLineOpensTheDeskOfItsOwner() throws {
    let print = try admit("melati-contoh")
    let file = office.home + "/melati-contoh.pub"
    #expect(try office.run("person", "key", "add", "cempaka", "--file", file).code == 1)

    let keys = try office.run("person", "keys").out
    #expect(keys.hasPrefix("restrict,pty,command=\""))
    #expect(keys.hasSuffix("\" ssh-ed25519 \(Self.key("melati-contoh")) melati-contoh\n"))
    let command = try #require(keys.split(separator: "\"").dropFirst().first)
    let terminal = try PseudoTerminal(
      ["/bin/sh", "-c", String(command)], environment: office.environment)
    try terminal.wait(forText: "Melati Contoh")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))

    #expect(try serve(print, "queue --json").code == 0)
    #expect(try office.run("person", "key", "remove", print).code == 0)
    #expect(try office.run("person", "keys").out.isEmpty)
    #expect(try serve(print, "queue --json").err.contains("dicabut"))
    #expect(try office.run("journal", "verify").code == 0)
  }

  @Test func whoHoldsSeveralPostsIsToldHowToAskForOne() throws {
    let key = try admit("dahlia")
    let several = try serve(key, "queue --json")
    #expect(several.code == 2)
    #expect(several.err.contains("queue --role JABATAN --json"), "\(several.err)")
    #expect(try serve(key, "letter list").err.contains("queue --role JABATAN --json"))
  }

  @Test func whoLendsMustBeNamedWhereThereAreSeveral() throws {
    let appointed = try office.run(
      "person", "appoint", "anggrek", "--role", "kadis", "--kind", "plh", "--decree", "SP-1",
      "--until", "31/12/2099")
    #expect(appointed.code == 0)
    let lent = try office.run(
      "person", "lend", "cempaka", "--role", "kadis", "--until", "31/12/2099", "--reason", "Cuti")
    #expect(lent.code == 2)
    #expect(lent.err.contains("dengan --holder: melati-contoh, anggrek-latihan"), "\(lent.err)")
  }

  @Test func peopleComeAreAppointedAndGo() throws {
    #expect(try office.run("person", "add", "baru", "--name", "Contoh Baru").code == 0)
    #expect(try office.run("person", "change", "baru", "--name", "Contoh Baru, S.Sos.").code == 0)
    let refused = try office.run("person", "appoint", "baru", "--role", "kadis", "--kind", "plt")
    #expect(refused.code == 1)
    #expect(refused.err.contains("nomor SK"))
    let appointed: Person = try office.run(
      "person", "appoint", "baru", "--role", "kadis", "--kind", "plt", "--decree", "821/7/2026",
      "--json"
    ).json()
    let held = try #require(appointed.appointments.first)
    #expect(held.role == "kepala-dinas@dinas-sosial")
    #expect((held.kind, held.decree ?? "") == ("plt", "821/7/2026"))
    let key = try admit("baru")
    #expect(try serve(key, "queue --json").code == 0)
    #expect(
      try office.run("person", "dismiss", "baru", "--role", "kadis", "--until", "1/1/2020").code
        == 1)
    #expect(try office.run("person", "retire", "baru").code == 0)
    #expect(try serve(key, "queue --json").code == 1)
    #expect(try office.run("person", "list").out.contains("berhenti"))
    let back: Person = try office.run("person", "reinstate", "baru", "--json").json()
    #expect(back.appointments.isEmpty && back.users.isEmpty && back.keys.isEmpty)
    #expect(try !office.run("person", "list").out.contains("berhenti"))
    #expect(try office.run("journal", "verify").code == 0)
  }

  @Test func theNewYearsHolidaysAreTakenInAndAWrongFileIsRefusedWhole() throws {
    let path = FileManager.default.temporaryDirectory.path + "/kalender-\(UUID().uuidString).yaml"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let shown = try office.run("calendar", "show").out
    try
      (shown + "  - {tanggal: 31-2-2027, nama: Salah}\n  - {tanggal: 2027-03-10, nmaa: Idulfitri}\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let refused = try office.run("calendar", "set", path)
    #expect(refused.code == 1)
    let lines = shown.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(refused.out.contains("\(path):\(lines): "))
    #expect(refused.out.contains("\(path):\(lines + 1): "))
    #expect(refused.err.contains("Kalender"))
    #expect(try office.run("calendar", "show").out == shown)

    try (shown + "  - {tanggal: 10/3/2027, nama: Idulfitri}\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let set = try office.run("calendar", "set", path)
    #expect(set.code == 0)
    #expect(set.out.contains("+ 2027-03-10  Idulfitri"))
    #expect(try office.run("calendar", "show").out.contains("2027-03-10, nama: Idulfitri"))
    #expect(try office.run("calendar", "set", path).code == 1)
    #expect(try office.run("journal", "verify").code == 0)
  }

  @Test(arguments: ["", "/office.sqlite", "/office.lock", "/drafts"])
  func refusesFilesThatOthersCanRead(_ name: String) throws {
    let path = office.root + name
    try FileManager.default.setAttributes(
      [.posixPermissions: name.isEmpty || name == "/drafts" ? 0o755 : 0o644], ofItemAtPath: path)
    let run = try office.run("person", "list")
    #expect(run.code == 3)
    let remedy = try #require(run.err.components(separatedBy: "Jalankan: ").last)
    let shell = try Process.run(
      URL(fileURLWithPath: "/bin/sh"), arguments: ["-c", remedy])
    shell.waitUntilExit()
    #expect(try office.run("person", "list").code == 0)
  }

  /// A key of 32 bytes, one for each name, as OpenSSH writes it.
  private static func key(_ name: String) -> String {
    let bytes = Array((name + String(repeating: "-", count: 32)).utf8.prefix(32))
    return Data([0, 0, 0, 11] + Array("ssh-ed25519".utf8) + [0, 0, 0, 32] + bytes)
      .base64EncodedString()
  }
}
