import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// The table of rights and the rules, held against each other cell by cell.
@Suite struct RightsTests {
  /// One who is only what a post says to a task of the section for children, or to the office.
  private static func actor(_ post: Rights.Post) -> Actor {
    switch post {
    case .holder, .drafter: Office.actor(Office.kasiAnak)
    case .substitute: colleague
    case .borrower: borrower
    case .beginner:
      Actor(
        person: PersonID(Office.kasubag.rawValue), role: Office.stafAnak, standing: .definitive)
    case .registrar: Office.actor(Office.umum)
    case .supervisor: Office.actor(Office.sekretaris)
    case .head: Office.actor(Office.rehsos)
    case .otherHead: Office.actor(Office.linjamsos)
    case .other: Office.actor(Office.stafAnak)
    case .administrator:
      Actor(person: "administrator:root", role: "administrator", standing: .definitive)
    }
  }

  private static let colleague = Actor(
    person: PersonID(Office.kasiBencana.rawValue), role: Office.kasiAnak, standing: .plh)

  /// Holds nothing else that day.
  private static let borrower = Actor(
    person: PersonID(Office.kasiLansia.rawValue), role: Office.kasiAnak, standing: .lent)

  private static let office: DeskModel.Office = {
    let start = CalendarDate(daysSince1970: 0)
    return Office.office(adding: [
      Appointment(
        person: colleague.person, role: Office.kasiAnak, kind: .plh, from: start, decree: "1"),
      Appointment(
        person: PersonID(Office.kasubag.rawValue), role: Office.stafAnak, from: start),
      Appointment(loan(to: borrower.person)),
    ])
  }()

  /// The section's queue, lent by its holder.
  private static func loan(to substitute: PersonID) -> QueueLoan {
    let today = Office.office.calendar.date(of: Office.monday)
    return QueueLoan(
      of: Office.kasiAnak, by: PersonID(Office.kasiAnak.rawValue), to: substitute, from: today,
      until: today, reason: "Cuti")
  }

  /// The same, but whoever holds a section's post heads nobody: a holder and nothing else.
  private static let plainOffice = DeskModel.Office(
    name: office.name, letterhead: office.letterhead, calendar: office.calendar,
    units: office.units,
    positions: office.positions.map { position in
      var position = position
      if position.id == "kepala-seksi" { position.duties = [] }
      return position
    },
    roles: office.roles, people: office.people, appointments: office.appointments,
    books: office.books)

  /// What the actor of a cell is, as the table calls it.
  private static func posts(_ post: Rights.Post) -> Set<Rights.Post> {
    post == .drafter ? [.holder, .drafter] : [post]
  }

  // MARK: - Deeds with a task

  private static let ofTheOffice: Set<Rights.Deed> = [
    .register, .correct, .start, .enact, .keepBooks, .makeKey, .lend, .takeBack,
  ]

  /// Whether a cell describes something that can be.
  private static func canBe(
    _ deed: Rights.Deed, _ post: Rights.Post, _ state: Rights.State
  ) -> Bool {
    let holds = Rights.own.contains(post) || post == .drafter
    return switch state {
    case .done: holds
    // The post of whoever holds it is on the path; that it was lent puts nobody there.
    case .secret: !holds || post == .borrower
    // An acknowledgement waits for nobody outside.
    case .suspended where deed == .acknowledge: false
    default:
      // Whose own draft is up for paraf is asked for nothing else.
      post != .drafter
        || ![.complete, .dispose, .acknowledge, .draft, .sign, .delegate].contains(deed)
    }
  }

  @Test func theRulesDoWhatEveryCellSays() throws {
    var cells = 0
    for deed in Rights.Deed.allCases where !Self.ofTheOffice.contains(deed) {
      for post in Rights.Post.allCases {
        for state in Rights.State.allCases where Self.canBe(deed, post, state) {
          cells += 1
          try check(deed, post, state)
        }
      }
    }
    #expect(cells > 800)
  }

  private func check(_ deed: Rights.Deed, _ post: Rights.Post, _ state: Rights.State) throws {
    let may = Rights.allows(deed, Self.posts(post), in: state)
    var scene = try Scene(deed, post, state)
    let actor = Self.actor(post)
    let code = refusal { try scene.walk.act(scene.action(deed), by: actor) }
    #expect(
      (code == nil) == may, "\(deed) by \(post) while \(state): \(code.map { "\($0)" } ?? "done")")
    // What is refused is refused for want of a right, not for how it was asked.
    if let code { #expect(Self.forWantOfRight.contains(code), "\(deed) \(post) \(state): \(code)") }
  }

  private static let forWantOfRight: Set<Refusal.Code> = [
    .notHolder, .notYours, .notAllowed, .secret, .claimed, .suspended, .notSuspended, .alreadyDone,
    .withdrawn, .caseEnded, .notRecallable, .ownDraft, .lentQueue,
  ]

  /// A task of the section for children, brought into a state.
  private struct Scene {
    var walk: Walk
    let task: TaskID
    private let act: Act

    init(_ deed: Rights.Deed, _ post: Rights.Post, _ state: Rights.State) throws {
      act =
        switch deed {
        case _ where post == .drafter: .periksa
        case .dispose: .disposisi
        case .draft: .susun
        case .paraf: .periksa
        case .sign: .tandatangani
        default: .laksanakan
        }
      let isNote = deed == .acknowledge
      // Who is to delegate has somebody below.
      let office = deed == .delegate ? RightsTests.office : RightsTests.plainOffice
      walk = try Walk(
        isNote ? Self.informing : Self.asking(act), by: Office.kasubag,
        secrecy: state == .secret ? .rahasia : .biasa,
        recipients: isNote ? [] : [Office.kasiAnak], in: office)
      if isNote {
        try walk.dispose(Office.kasubag, to: [Office.stafAnak], informing: [Office.kasiAnak])
      } else {
        // Who may paraf has not drafted.
        let author = post == .holder ? colleague : Office.actor(Office.kasiAnak)
        try walk.act(
          .complete(try walk.task(Office.kasiAnak), Completion(draft: "Naskah")), by: author)
      }
      task = try walk.task(Office.kasiAnak).id
      let (mine, others) =
        switch post {
        case .substitute: (colleague, Office.actor(Office.kasiAnak))
        case .borrower: (borrower, colleague)
        default: (Office.actor(Office.kasiAnak), colleague)
        }
      switch state {
      case .open, .secret: break
      case .claimed: try walk.act(.claim(ref), by: others)
      case .suspended: try walk.act(.suspend(ref, reason: "Menunggu"), by: mine)
      case .done: try walk.act(usual(isNote, of: post), by: mine)
      case .doneByOther: try walk.act(usual(isNote, of: post), by: others)
      case .ended:
        try walk.act(usual(isNote, of: post), by: mine)
        let id = try #require(walk.state?.id)
        try walk.act(.cancel(id, reason: "Batal"), as: Office.sekretaris)
      }
    }

    private var ref: TaskRef {
      get throws { TaskRef(try #require(walk.state?.task(task))) }
    }

    /// What finishes the task and can be recalled, except for a signature and what was only to be seen.
    private func usual(_ isNote: Bool, of post: Rights.Post) throws -> Action {
      if isNote { return .acknowledge(try ref) }
      switch act {
      case .tandatangani where post == .borrower, .periksa:
        return .giveBack(try ref, reason: "Perbaiki", corrected: nil)
      case .tandatangani: return try action(.sign)
      case .disposisi: return try action(.dispose)
      default: return .complete(try ref, Completion())
      }
    }

    /// A deed, asked as it should be.
    func action(_ deed: Rights.Deed) throws -> Action {
      let ref = try ref
      return switch deed {
      case .open: .open(ref)
      case .claim: .claim(ref)
      case .release: .release(ref)
      case .complete: .complete(ref, Completion())
      case .dispose:
        .dispose(ref, Disposition(recipients: [.init(role: Office.stafAnak)]))
      case .acknowledge: .acknowledge(ref)
      case .draft: .writeDraft(ref, text: "Naskah kedua", basedOn: 1)
      case .paraf: .paraf(ref, draft: 1)
      case .sign: .sign(ref, draft: 1)
      case .giveBack: .giveBack(ref, reason: "Perbaiki", corrected: nil)
      case .recall: .recall(ref)
      case .delegate: .delegate(ref, to: Office.stafAnak, note: "Tolong")
      case .reassign: .reassign(ref, to: Office.kasiLansia, reason: "Cuti")
      case .suspend: .suspend(ref, reason: "Menunggu")
      case .resume: .resume(ref)
      default: .cancel(try #require(walk.state?.id), reason: "Batal")
      }
    }

    private static func asking(_ act: Act) -> Procedure {
      Procedure.small(
        "contoh-hak",
        lanes: [
          ("kasubag", ["kepala-sub-bagian"]), ("kasi", ["kepala-seksi"]), ("staf", ["staf"]),
        ],
        steps: [
          (1, "kasubag", .tugaskan, nil, nil), (2, "kasi", .susun, nil, nil),
          (3, "kasi", act, nil, nil), (4, "staf", .laksanakan, nil, nil),
        ])
    }

    private static let informing = Procedure.small(
      "contoh-tembusan",
      lanes: [("kasubag", ["kepala-sub-bagian"]), ("staf", ["staf"])],
      steps: [
        (1, "kasubag", .tugaskan, nil, nil), (2, "kasubag", .disposisi, nil, nil),
        (3, "staf", .laksanakan, nil, nil),
      ])
  }

  // MARK: - Deeds with the office

  @Test(arguments: Rights.Deed.allCases.filter(ofTheOffice.contains), Rights.Post.allCases)
  func theOfficeLetsDoWhatTheTableSays(_ deed: Rights.Deed, _ post: Rights.Post) throws {
    let isBegun = post == .drafter || post == .beginner
    guard !isBegun else { return }
    let context = DecisionContext(
      now: Office.monday, office: Self.office, nextSequence: 1, lastNumbers: [:])
    let actor = Self.actor(post)
    let procedure = Procedure.small(
      "contoh-mulai",
      lanes: [("pemohon", []), ("kasi", ["kepala-seksi"])],
      steps: [
        (1, deed == .start ? "kasi" : "pemohon", .laksanakan, nil, nil),
        (2, "kasi", .laksanakan, nil, nil),
      ])
    let enacted = EnactedProcedure(procedure: procedure, version: 1)
    let code = refusal {
      switch deed {
      case .lend, .takeBack:
        let loan =
          deed == .lend
          ? Self.loan(to: PersonID(Office.kasubag.rawValue)) : Self.loan(to: Self.borrower.person)
        _ = try Flow.decide(
          deed == .lend ? .lend(loan) : .takeBack(loan.substitute, loan.role), on: nil,
          procedure: nil, by: actor, in: context)
      case .enact:
        _ = try Flow.enact(procedure, contentHash: "", over: nil, by: actor, in: context)
      case .keepBooks:
        _ = try Flow.decide(
          .keepBook(.reserve("masuk", count: 1, reason: "Listrik padam")), on: nil, procedure: nil,
          by: actor, in: context)
      case .correct:
        var walk = try Walk(SmallProcedures.incoming, by: Office.umum, in: Self.office)
        let state = try #require(walk.state)
        var letter = state.letter
        letter.subject = "Uji betul"
        try walk.act(
          .correct(state.id, Correction(letter, over: nil, reason: "Salah ketik")), by: actor)
      case .makeKey:
        try Decision(context: context, actor: context.seated(actor), state: nil).require(deed)
      default:
        let letter = Letter(
          kind: deed == .start ? .outgoing : .incoming, sender: "Panti", subject: "Uji")
        _ = try Flow.decide(
          .register(
            Registration(letter: letter, procedure: procedure.id, recipients: [Office.kasiAnak])),
          on: nil, procedure: enacted, by: actor, in: context)
      }
    }
    let may = Rights.allows(deed, Self.posts(post))
    let why: Refusal.Code =
      switch deed {
      case _ where post == .administrator: .notHolder
      case .lend, .takeBack: post == .borrower ? .lentQueue : .notYours
      default: .notAllowed
      }
    #expect(code == (may ? nil : why))
  }

  /// What is a supervisor's, and not the substitute's whom he lent his queue.
  @Test(arguments: [Rights.Deed.enact, .lend, .takeBack])
  func aLentChairGivesNoMandate(_ deed: Rights.Deed) throws {
    #expect(!Rights.allows(deed, [.borrower, .supervisor, .head]))
    #expect(Rights.allows(deed, [.supervisor, .head]))
  }

  /// At the screen and from afar.
  @Test(arguments: [
    (Office.stafAnak, Office.kasiAnak, true), (Office.stafAnak, Office.rehsos, false),
    (Office.kasiAnak, Office.stafAnak, true), (Office.rehsos, Office.stafAnak, true),
    (Office.rehsos, Office.linjamsos, false), (Office.sekretaris, Office.linjamsos, true),
    (Office.umum, Office.kasubag, true), (Office.umum, Office.umum, true),
  ])
  func theBacklogOfTheOwnUnitIsSeenAndWhatIsWatched(
    _ role: RoleID, _ other: RoleID, _ sees: Bool
  ) {
    #expect(Self.office.sees(role, backlogOf: other) == sees)
  }

  @Test func everyDeedStandsInTheTable() {
    let missing = Rights.Deed.allCases.filter { deed in
      !Rights.table.contains { $0.deed == deed }
    }
    #expect(missing == [])
    for line in Rights.table where !Self.ofTheOffice.contains(line.deed) {
      #expect(!line.states.isEmpty)
    }
  }
}
