import DeskModel
import DeskPseudoTerminal
import Foundation
import Testing

@testable import desk

/// `desk person lend` and `desk remind` as run by an administrator or a timer, with a `sendmail` that keeps what it gets.
@Suite struct CommandLineRemindTests {
  private struct Person: Decodable {
    struct Appointment: Decodable {
      var role: String
      var kind: String
      var lender: String?
      var reason: String?
    }
    var appointments: [Appointment]
    var mail: String?
  }
  private struct Reminders: Decodable {
    struct Digest: Decodable {
      struct Chair: Decodable {
        var role: String
        var unread: Int
      }
      var person: String
      var delivery: String?
      var chairs: [Chair]
    }
    var code: String
    var people: [Digest]
  }

  private let office: CommandLineOffice

  init() throws { office = try .founded() }

  private func register(_ subject: String, secrecy: String = "B") throws {
    let run = try office.run(
      "letter", "add", "--as", "cempaka", "--sender", "Panti Contoh", "--subject", subject,
      "--secrecy", secrecy)
    try #require(run.code == 0, "\(run.err)")
  }

  /// A `sendmail` that writes its arguments and what it is given into the home, and ends as told; it hangs over a mail
  /// to one address, in a program that it waits for.
  private func fakeSendmail(
    exit code: Int = 0, hangingOver address: String = "nobody", in hanging: String = "sleep 600"
  ) throws -> [String: String] {
    let bin = office.home + "/bin"
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    let script = """
      #!/bin/sh
      printf '%s\\n' "$@" > '\(office.home)/args'
      case "$*" in *'\(address)') \(hanging); esac
      cat > '\(office.home)/mail'
      exit \(code)

      """
    _ = try office.file("bin/sendmail", script)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: bin + "/sendmail")
    return ["PATH": bin + ":/usr/bin:/bin"]
  }

  @Test func aQueueIsLentAndTakenBackByTheAdministrator() throws {
    let lent: Person = try office.run(
      "person", "lend", "anggrek", "--role", "kepala-dinas", "--until", "31/12/2099",
      "--reason", "Dinas luar", "--json"
    ).json()
    let loan = try #require(lent.appointments.first { $0.kind == "pengganti" })
    #expect(loan.lender == "melati-contoh")
    #expect(loan.reason == "Dinas luar")
    let twice = try office.run(
      "person", "lend", "anggrek", "--role", "kepala-dinas", "--until", "31/12/2099",
      "--reason", "Dinas luar")
    #expect(twice.code == 1)
    #expect(try office.run("person", "list").out.contains("pengganti"))
    let back: Person = try office.run(
      "person", "unlend", "anggrek", "--role", "kepala-dinas", "--json"
    ).json()
    #expect(!back.appointments.contains { $0.kind == "pengganti" })
    #expect(try office.run("person", "unlend", "anggrek", "--role", "kepala-dinas").code == 1)
    #expect(try office.run("journal", "verify").code == 0)
  }

  @Test func remindersSayWhatPressesAndWitnessTheJournal() throws {
    #expect(try office.run("remind").out.contains("Tidak ada yang mendesak"))
    try register("Permohonan kursi roda")
    try register("Perkara anak X", secrecy: "R")
    let head: [String: String] = ["code": try office.run("journal", "head").out]
    let printed = try office.run("remind", "--person", "melati")
    #expect(printed.code == 0)
    #expect(printed.out.contains("Permohonan kursi roda"))
    #expect(printed.out.contains("(surat Rahasia: dibaca di meja)"))
    #expect(!printed.out.contains("Perkara"))
    #expect(printed.out.contains("belum dibaca 2"))
    let all: Reminders = try office.run("remind", "--json").json()
    #expect(all.people.map(\.person).contains("melati-contoh"))
    #expect(!all.people.map(\.person).contains("anggrek-latihan"))
    #expect(all.people.allSatisfy { $0.delivery == nil })
    #expect(head["code"]?.contains(all.code) == true)
    #expect(printed.out.contains(all.code))
    let everybody: Reminders = try office.run("remind", "--all", "--json").json()
    #expect(everybody.people.map(\.person).contains("anggrek-latihan"))
  }

  @Test func mailGoesToWhoHasAnAddressAndTheRestIsListed() throws {
    try register("Permohonan kursi roda")
    let sendmail = try fakeSendmail()
    let without = try office.run(
      ["remind", "--mail", "--person", "melati"], environment: sendmail)
    #expect(without.code == 0)
    #expect(without.out.contains("belum ada alamat surel"))
    #expect(try office.run("person", "change", "melati", "--mail", "a b@c").code == 1)
    let changed: Person = try office.run(
      "person", "change", "melati", "--mail", "melati@dinsos.example", "--json"
    ).json()
    #expect(changed.mail == "melati@dinsos.example")
    let sent = try office.run(
      ["remind", "--mail", "--person", "melati"], environment: sendmail)
    #expect(sent.code == 0, "\(sent.err)")
    #expect(sent.out.contains("Terkirim"))
    let arguments = try String(contentsOfFile: office.home + "/args", encoding: .utf8)
    #expect(arguments == "-i\nmelati@dinsos.example\n")
    let mail = try String(contentsOfFile: office.home + "/mail", encoding: .utf8)
    let halves = mail.split(separator: "\n\n", maxSplits: 1)
    #expect(halves[0].contains("\nSubject: =?UTF-8?B?"))
    #expect(!halves[0].contains("kursi"))
    #expect(halves[1].contains("Permohonan kursi roda"))
  }

  @Test func aMailOverWhichSendmailHangsKeepsNobodyFromTheirs() throws {
    try register("Permohonan kursi roda")
    for person in ["melati", "anggrek"] {
      let run = try office.run("person", "change", person, "--mail", "\(person)@dinsos.example")
      try #require(run.code == 0)
    }
    let place = try Workplace(environment: office.environment)
    let open = try Desk(OfficeFolder(office.root))
    let digests = try ["melati", "anggrek"].map {
      try open.digest(of: open.office.person(called: $0))
    }
    let text = DigestText(open, place.phrases, head: try open.journalHead())
    let sendmail = try Sendmail(
      environment: fakeSendmail(hangingOver: "melati@dinsos.example"), limit: .milliseconds(200))
    let clock = ContinuousClock()
    var delivery: [PersonID: DigestText.Delivery] = [:]
    let taken = clock.measure { delivery = text.send(digests, by: sendmail) }
    #expect(taken < .seconds(60))
    #expect(digests.map { delivery[$0.person.id] } == [.tooSlow, .sent])
    #expect(text.delivered(digests[0], .tooSlow).contains("belum selesai sesudah 30 detik"))
    #expect(
      try String(contentsOfFile: office.home + "/args", encoding: .utf8)
        == "-i\nanggrek@dinsos.example\n")
  }

  /// What it has started in a session of its own is not ended with it, and holds what the parent waits for.
  @Test func aMailProgramThatCannotBeEndedWhollyIsGivenUp() throws {
    let sendmail = try Sendmail(
      environment: fakeSendmail(
        hangingOver: "melati@dinsos.example", in: "setsid sleep 60"), limit: .milliseconds(200))
    let person = try #require(MailAddress("melati@dinsos.example"))
    let mail = MailMessage(
      from: nil, to: MailMessage.Mailbox(name: "Melati", address: person), subject: "Uji",
      body: "Uji", date: Timestamp(milliseconds: 0), zone: .wita)
    var delivery: DigestText.Delivery?
    let taken = ContinuousClock().measure { delivery = sendmail.send(mail) }
    #expect(delivery == .tooSlow)
    #expect(taken < .seconds(40))
  }

  @Test func whatSendmailRefusesIsToldByTheExitCode() throws {
    try register("Permohonan")
    #expect(
      try office.run("person", "change", "melati", "--mail", "melati@dinsos.example").code == 0)
    let refused: CommandLineOffice.Run = try office.run(
      ["remind", "--mail", "--person", "melati"], environment: try fakeSendmail(exit: 75))
    #expect(refused.code == 1)
    #expect(refused.out.contains("Ditolak sendmail"))
    let missing = try office.run(
      ["remind", "--mail"], environment: ["PATH": office.home + "/kosong"])
    // A host that has a sendmail of its own takes the mail, or does not.
    if !FileManager.default.isExecutableFile(atPath: "/usr/sbin/sendmail"),
      !FileManager.default.isExecutableFile(atPath: "/usr/lib/sendmail")
    {
      #expect(missing.code == 1)
      #expect(missing.err.contains("sendmail"))
    }
  }
}
