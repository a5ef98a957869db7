import Foundation
import Testing

/// Letters taken through their procedures by several people, each on a command line of their own.
@Suite struct CommandLineJourneyTests {
  struct Waiting: Decodable {
    var role: String
    var task: Int
  }

  struct Number: Decodable {
    var text: String
  }

  struct Attached: Decodable {
    var name: String
    var size: Int
    var sha256: String
  }

  struct Added: Decodable {
    var attachments: [Attached]
    var letter: Int
    var number: Number?
    var sameLetters: [Int]
    var waiting: [Waiting]
  }

  struct Acted: Decodable {
    var changed: Bool
    var number: Number?
    var status: String
    var waiting: [Waiting]
  }

  struct Queue: Decodable {
    struct Row: Decodable {
      var id: Int
      var subject: String
      var unread: Bool
      var version: Int
    }
    var counts: [String: Int]
    var role: String
    var tasks: [Row]
  }

  struct Shown: Decodable {
    struct Row: Decodable {
      var archived: String?
      var place: String?
      var status: String
    }
    struct Draft: Decodable { var version: Int }
    struct Paraf: Decodable {
      var stands: Bool
      var step: Int
    }
    struct Case: Decodable {
      var drafts: [Draft]
      var parafs: [Paraf]
    }
    var cases: [Case]
    var letter: Row
  }

  private let office: CommandLineOffice

  init() throws { office = try .founded() }

  @discardableResult
  private func act(
    _ task: Int, _ verb: String, as person: String, _ more: String...
  ) throws -> Acted {
    try office.run(["task", "act", "\(task)", verb, "--as", person, "--json"] + more).json()
  }

  @Test func aSlipIsPutRightByWhoKeepsTheBook() throws {
    struct Change: Decodable, Equatable {
      var field: String
      var from: String?
      var to: String?
    }
    struct Corrected: Decodable {
      var changes: [Change]
      var letter: Int
      var number: Number?
    }
    struct Seen: Decodable {
      struct Case: Decodable { var corrections: [Correction] }
      struct Correction: Decodable {
        var changes: [Change]
        var person: String
        var reason: String
      }
      struct Row: Decodable {
        var corrected: String?
        var subject: String
      }
      var cases: [Case]
      var letter: Row
    }
    let added: Added = try office.run(
      "letter", "add", "--as", "cempaka", "--sender", "Panti", "--sender-number", "7/P",
      "--subject", "Undangn", "--letter-date", "5/1/2026", "--received-date", "6/1/2026", "--json"
    ).json()
    let letter = "\(added.letter)"
    let corrected: Corrected = try office.run(
      "letter", "correct", letter, "--as", "cempaka", "--subject", "Undangan", "--sender-number",
      "", "--reason", "Salah ketik", "--json"
    ).json()
    let changes = [
      Change(field: "senderNumber", from: "7/P", to: nil),
      Change(field: "subject", from: "Undangn", to: "Undangan"),
    ]
    #expect(corrected.changes == changes)
    #expect(corrected.letter == added.letter)
    #expect(corrected.number?.text == added.number?.text)
    let seen: Seen = try office.run("letter", "show", letter, "--as", "melati", "--json").json()
    #expect(seen.letter.subject == "Undangan")
    #expect(seen.letter.corrected != nil)
    #expect(seen.cases.first?.corrections.first?.changes == changes)
    #expect(seen.cases.first?.corrections.first?.person == "cempaka-misal")
    let text = try office.run("letter", "show", letter, "--as", "melati").out
    #expect(text.contains("Hal: “Undangn” → “Undangan”"))
    #expect(text.contains("Salah ketik"))

    let head = try office.head()
    for (person, options, says) in [
      ("melati", ["--subject", "Lain", "--reason", "x"], "Pengadministrasi Umum"),
      ("cempaka", ["--subject", "Lain"], "alasan"),
      ("cempaka", ["--subject", "Undangan", "--reason", "x"], "berbeda"),
      ("cempaka", ["--received-date", "1/1/2026", "--reason", "x"], "Periksa keduanya"),
      ("cempaka", ["--subject", " ", "--reason", "x"], "Isi hal"),
      ("cempaka", ["--urgency", "kilat", "--reason", "x"], "Urgensi"),
    ] {
      let run = try office.run(["letter", "correct", letter, "--as", person] + options)
      #expect(run.code == 1, "\(options)")
      #expect(run.err.contains(says), "\(options): \(run.err)")
    }
    #expect(try office.head() == head)
    #expect(try office.run("journal", "verify").code == 0)
  }

  @Test func aSecretLetterIsReadByThoseOnItsPath() throws {
    struct Row: Decodable, Equatable {
      var hidden: Bool
      var secrecy: String
      var sender: String?
      var subject: String?
    }
    struct Tasks: Decodable { var tasks: [Row] }
    let added: Added = try office.run(
      "letter", "add", "--as", "cempaka", "--sender", "Polres Melati", "--subject", "Penculikan",
      "--secrecy", "R", "--json"
    ).json()
    let open = Row(hidden: false, secrecy: "R", sender: "Polres Melati", subject: "Penculikan")
    let covered = Row(hidden: true, secrecy: "R", sender: nil, subject: nil)
    // Nobody, a supervisor off the path, the head whom it waits for.
    for (viewer, row) in [([], covered), (["--as", "jati"], covered), (["--as", "melati"], open)] {
      let isOpen = row == open
      func rows(_ arguments: String...) throws -> [Row] {
        try office.run(arguments + viewer + ["--json"]).json()
      }
      #expect(try rows("letter", "list") == [row])
      #expect(try rows("letter", "list", "--book", "surat-masuk") == [row])
      #expect(try rows("letter", "list", "--search", "penculikan") == (isOpen ? [row] : []))
      let queue: Tasks = try office.run(["queue", "--role", "kadis", "--json"] + viewer).json()
      #expect(queue.tasks == [row])
      let task = added.waiting[0].task
      for what in [["letter", "show", "\(added.letter)"], ["task", "show", "\(task)"]] {
        for form in [[], ["--json"]] {
          let run = try office.run(what + viewer + form)
          #expect((run.out + run.err).contains("Penculikan") == isOpen)
        }
      }
    }
    let moved = try office.run(
      "task", "act", "\(added.waiting[0].task)", "reassign", "--as", "jati", "--to", "sekretaris",
      "--reason", "Cuti")
    #expect(moved.code == 1)
  }

  @Test func takesALetterFromAgendaToArchive() throws {
    let scan = try office.file("pindaian.txt", "isi surat")
    let added: Added = try office.run(
      "letter", "add", "--as", "cempaka", "--sender", "Panti Contoh", "--sender-number", "7/PC",
      "--letter-date", "1/9/2026", "--subject", "Permohonan bantuan", "--urgency", "segera",
      "--attach", scan, "--json"
    ).json()
    #expect(added.number?.text == "0001")
    #expect(added.attachments.map(\.size) == [9])
    #expect(added.waiting.map(\.role) == ["kepala-dinas@dinas-sosial"])
    let hash = try #require(added.attachments.first?.sha256)
    let stored = "\(office.root)/attachments/\(hash.prefix(2))/\(hash)"
    #expect(try String(contentsOfFile: stored, encoding: .utf8) == "isi surat")

    let queue: Queue = try office.run("queue", "--role", "kadis", "--json").json()
    #expect(queue.tasks.map(\.subject) == ["Permohonan bantuan"])
    #expect(queue.counts["unread"] == 1)
    let page = try office.run("letter", "show", "\(added.letter)").out
    for part in [
      "0001", "7/PC, tanggal 1 Sep 2026", "Panti Contoh", "Permohonan bantuan", "Segera",
      "pindaian.txt", "Kadis sejak ", "Cempaka",
    ] {
      #expect(page.contains(part), "\(part)\n\(page)")
    }
    let unsigned = try office.run("letter", "text", "\(added.letter)")
    #expect(unsigned.code == 1)
    #expect(unsigned.err.contains("tidak memuat teks yang sudah ditandatangani"))
    let kadis = try #require(queue.tasks.first)
    try act(kadis.id, "open", as: "melati")
    #expect(try !act(kadis.id, "open", as: "melati").changed)

    let disposed = try act(
      kadis.id, "dispose", as: "melati", "--to", "kabid rehsos", "--info", "sekretaris",
      "--instruction", "siapkan-jawaban", "--note", "Segera", "--deadline", "31/12/2026")
    let clerk = try #require(disposed.waiting.first { $0.role.hasPrefix("pengadministrasi") })
    let copy = try #require(disposed.waiting.first { $0.role == "sekretaris@sekretariat" })
    let recorded = try act(clerk.task, "complete", as: "cempaka")
    #expect(recorded.waiting.map(\.role) == ["kepala-bidang@rehabilitasi-sosial"])
    let division = try act(
      recorded.waiting[0].task, "dispose", as: "anggrek", "--to", "subkoor anak")
    #expect(division.waiting.map(\.role) == ["sub-koordinator@rehsos-anak-lansia"])
    let followed = try act(
      division.waiting[0].task, "complete", as: "flamboyan", "--note", "Sudah dibalas")
    let filed = try act(
      followed.waiting[0].task, "complete", as: "beringin", "--place", "Lemari 1")
    #expect(filed.status == "finished")
    #expect(try act(copy.task, "acknowledge", as: "jati").changed)

    let shown: Shown = try office.run("letter", "show", "\(added.letter)", "--json").json()
    #expect(shown.letter.status == "finished")
    #expect(shown.letter.place == "Lemari 1")
    #expect(try office.run("journal", "verify").code == 0)
  }

  @Test func takesADraftUpAndBackAndOut() throws {
    let added: Added = try office.run(
      "letter", "add", "--kind", "surat-keluar", "--procedure", "ntt-002", "--as", "flamboyan",
      "--addressee", "Kepala Balai Contoh", "--subject", "Jawaban permohonan", "--json"
    ).json()
    #expect(added.number == nil)
    let first = try office.file("konsep-1.txt", "Yth. Kepala Balai\n\nIsi pertama.\n")
    let pin = try office.file("pin.txt", "246810\n")
    let second = try office.file("konsep-2.txt", "Yth. Kepala Balai\n\nIsi kedua.\n")
    var next = added.waiting[0].task
    let steering = try office.file("konsep-0.txt", "Yth. \u{1B}[2J Kepala")
    let refused = try office.run(
      "task", "act", "\(next)", "draft", "--as", "lontar", "--file", steering)
    #expect(refused.code == 1)
    try act(next, "draft", as: "lontar", "--file", first)
    next = try act(next, "complete", as: "lontar").waiting[0].task
    next = try act(next, "paraf", as: "flamboyan", "--pin-file", pin).waiting[0].task
    // The division corrects the text itself: the paraf below falls and is asked for again.
    let back = try act(
      next, "return", as: "anggrek", "--reason", "Isi kurang tepat", "--file", second)
    #expect(back.waiting.map(\.role) == ["sub-koordinator@rehsos-anak-lansia"])
    next = try act(back.waiting[0].task, "paraf", as: "flamboyan", "--pin-file", pin).waiting[0]
      .task
    next = try act(next, "paraf", as: "anggrek", "--pin-file", pin).waiting[0].task
    next = try act(next, "sign", as: "melati", "--pin-file", pin).waiting[0].task
    let unsent = try office.run(
      "task", "act", "\(next)", "complete", "--as", "cempaka", "--channel", "Pos")
    #expect(unsent.code == 1, "a number needs a classification")
    let sent = try act(
      next, "complete", as: "cempaka", "--channel", "Pos", "--classification", "400.9.2")
    #expect(sent.status == "finished")
    #expect(sent.number?.text.hasPrefix("400.9.2/001/DINSOS/") == true)

    let shown: Shown = try office.run("letter", "show", "\(added.letter)", "--json").json()
    #expect(shown.cases[0].drafts.map(\.version) == [1, 2])
    #expect(shown.cases[0].parafs.map(\.stands) == [false, true, true, true])
    try readsAsText(added.letter)
  }

  /// What was signed comes out as a file, and the letter as a page to read.
  private func readsAsText(_ letter: Int) throws {
    let text = try office.run("letter", "text", "\(letter)")
    #expect(text.out == "Yth. Kepala Balai\n\nIsi kedua.\n")
    let path = office.home + "/surat.txt"
    #expect(try office.run("letter", "text", "\(letter)", "--output", path).code == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text.out)
    #expect(try office.run("letter", "text", "\(letter)", "--output", path).code == 1)
    let page = try office.run("letter", "show", "\(letter)").out
    for part in [
      "Jawaban permohonan", "Kepala Balai Contoh", "400.9.2/001/DINSOS/", "Pos", "tepat)",
      "ditandatangani", "Melati Contoh",
    ] {
      #expect(page.contains(part), "\(part)\n\(page)")
    }
  }

  @Test func whoActsForAnotherIsMarked() throws {
    struct Standings: Decodable {
      struct Case: Decodable {
        var dispositions: [Deed]
        var tasks: [Deed]
      }
      struct Deed: Decodable { var standing: String? }
      var cases: [Case]
    }
    let added: Added = try office.run(
      "letter", "add", "--as", "cempaka", "--sender", "A", "--subject", "B", "--json"
    ).json()
    let appointed = try office.run(
      "person", "appoint", "anggrek", "--role", "kadis", "--kind", "plh", "--decree", "SP-1",
      "--until", "31/12/2099")
    #expect(appointed.code == 0, "\(appointed.err)")
    let done = try office.run(
      "task", "act", "\(added.waiting[0].task)", "dispose", "--as", "anggrek@kadis", "--to",
      "kabid rehsos")
    #expect(done.out.contains("Tugas \(added.waiting[0].task) didisposisi."), "\(done.err)")
    let page = try office.run("letter", "show", "\(added.letter)").out
    #expect(page.contains("Plh. Kadis, Anggrek"), "\(page)")
    let shown: Standings = try office.run("letter", "show", "\(added.letter)", "--json").json()
    #expect(shown.cases[0].dispositions.map(\.standing) == ["plh"])
    #expect(shown.cases[0].tasks.map(\.standing) == ["definitif", "plh", nil])
  }

  @Test func tellsTheSecondWhoWasFaster() throws {
    let added: Added = try office.run(
      "letter", "add", "--as", "cempaka", "--sender", "A", "--subject", "B", "--json"
    ).json()
    let task = added.waiting[0].task
    let seen = ["task", "act", "\(task)", "dispose", "--as", "melati", "--seen", "1"]
    #expect(try office.run(seen + ["--to", "kabid rehsos"]).code == 0)
    let head = try office.head()
    let second = try office.run(seen + ["--to", "kabid linjamsos"])
    #expect(second.code == 1)
    #expect(second.err.contains("Melati Contoh"))
    #expect(try office.head() == head)
  }

  @Test func warnsOfTheSameLetterAndRegistersIt() throws {
    let letter = [
      "letter", "add", "--as", "cempaka", "--sender", "Panti Contoh", "--sender-number", "7/PC",
      "--letter-date", "1/9/2026", "--subject", "Permohonan", "--json",
    ]
    let first: Added = try office.run(letter).json()
    let run = try office.run(letter)
    let second: Added = try run.json()
    #expect(second.sameLetters == [first.letter])
    #expect(second.number?.text == "0002")
    #expect(run.err.split(separator: "\n").count == 1)
    #expect(run.err.contains("0001"))
  }
}
