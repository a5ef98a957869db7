import DeskModel
import DeskTestSupport
import Synchronization
import Testing

@testable import DeskTUI

/// What can be done with a letter, by act, role and state.
@Suite struct LetterActsTests {
  /// Where a letter stands.
  enum Station: String, CaseIterable {
    case registered, disposed, informed, followedUp, drafting, drafted
    case unreadParaf, toParaf, unreadSign, toSign, signed, claimed, suspended, finished, cancelled
  }

  /// What is known at a station; each is led there once.
  struct Known: Sendable {
    let view: CaseView
    let office: Office
    let now: Timestamp

    func acts(_ role: RoleID) throws -> LetterActs {
      let today = office.calendar.date(of: now)
      let session = try #require(
        Session.everyChair(in: office, on: today, isPractice: true).first { $0.role.id == role })
      let file = CaseFile(view, for: role)
      let task = file.task(.case(view.state.id), for: role)
      return LetterActs(file: file, task: task, session: session, office: office, now: now)
    }
  }

  private static let known = Mutex<[Station: Known]>([:])

  static func at(_ station: Station) throws -> Known {
    try known.withLock { known in
      if let found = known[station] { return found }
      let fixture = try fixture(station)
      let view = try #require(try fixture.desk.caseView(fixture.caseID))
      let made = Known(view: view, office: fixture.desk.office, now: fixture.office.now)
      known[station] = made
      return made
    }
  }

  private static func fixture(_ station: Station) throws -> LetterFixture {
    let fixture = try LetterFixture()
    switch station {
    case .registered: try fixture.incoming(.biasa)
    case .disposed, .informed:
      try fixture.incoming(.biasa)
      try fixture.dispose(Chair.kadis, to: [Chair.rehsos], informing: [Chair.sekretaris])
      if station == .informed { try fixture.complete(Chair.umum) }
    case .followedUp:
      try fixture.incoming(.biasa)
      try fixture.dispose(Chair.kadis, to: [Chair.rehsos])
      try fixture.complete(Chair.umum)
      try fixture.dispose(Chair.rehsos, to: [Chair.anak])
    case .drafting: try fixture.outgoing()
    case .drafted:
      try fixture.outgoing()
      try fixture.act(
        .writeDraft(try fixture.ref(Chair.umum), text: LetterFixture.firstText, basedOn: 0),
        as: Chair.umum)
    case .unreadParaf: try fixture.corrected()
    case .toParaf:
      try fixture.corrected()
      try fixture.act(.open(try fixture.ref(Chair.kasubag)), as: Chair.kasubag)
    case .unreadSign, .toSign, .signed, .finished:
      try fixture.corrected()
      for role in [Chair.kasubag, Chair.sekretaris] {
        try fixture.act(.paraf(try fixture.ref(role), draft: 2), as: role)
      }
      if station == .unreadSign { break }
      try fixture.act(.open(try fixture.ref(Chair.kadis)), as: Chair.kadis)
      if station == .toSign { break }
      try fixture.act(.sign(try fixture.ref(Chair.kadis), draft: 2), as: Chair.kadis)
      if station == .signed { break }
      try fixture.complete(
        Chair.umum,
        Completion(
          classification: Classification(code: "400.9.2", name: "Anak"), channel: "Kurir"))
    case .claimed:
      try fixture.incoming(.biasa)
      try fixture.act(.claim(try fixture.ref(Chair.kadis)), as: Chair.kadis)
    case .suspended:
      try fixture.incoming(.biasa)
      try fixture.act(
        .suspend(try fixture.ref(Chair.kadis), reason: "Menunggu BKD"), as: Chair.kadis)
    case .cancelled:
      try fixture.incoming(.biasa)
      try fixture.act(.cancel(fixture.caseID, reason: "Salah alamat"), as: Chair.umum)
    }
    return fixture
  }

  @Test(
    arguments: [
      (.registered, Chair.kadis, "dispose give-back claim suspend cancel-case reply"),
      (.registered, Chair.umum, "recall cancel-case reply correct"),
      (.registered, Chair.sekretaris, "cancel-case reply"),
      (.registered, Chair.rehsos, "reply"),
      (.disposed, Chair.umum, "give-back complete claim suspend cancel-case reply correct"),
      (.disposed, Chair.kadis, "recall reassign cancel-case reply"),
      (
        .informed, Chair.sekretaris, "acknowledge claim delegate reassign cancel-case reply"
      ),
      (.informed, Chair.rehsos, "dispose give-back claim suspend reply"),
      (.followedUp, Chair.anak, "give-back complete claim delegate reassign suspend reply"),
      (.followedUp, Chair.rehsos, "recall reassign reply"),
      (.drafting, Chair.umum, "draft give-back claim suspend cancel-case"),
      (.drafting, Chair.kasubag, "recall reassign cancel-case"),
      (.drafted, Chair.umum, "draft give-back complete claim suspend cancel-case"),
      (.unreadParaf, Chair.kasubag, "give-back claim suspend cancel-case"),
      (.toParaf, Chair.kasubag, "paraf give-back claim suspend cancel-case"),
      (.unreadParaf, Chair.sekretaris, "recall reassign cancel-case"),
      (.unreadSign, Chair.kadis, "give-back claim suspend cancel-case"),
      (.toSign, Chair.kadis, "give-back sign claim suspend cancel-case"),
      (.toSign, Chair.sekretaris, "cancel-case"),
      (.signed, Chair.umum, "give-back complete claim suspend cancel-case"),
      (.claimed, Chair.kadis, "dispose give-back release suspend cancel-case reply"),
      (.suspended, Chair.kadis, "resume cancel-case reply"),
      (.finished, Chair.umum, ""),
      (.cancelled, Chair.kadis, "reply"),
    ] as [(Station, RoleID, String)])
  func canBeDone(_ station: Station, _ role: RoleID, _ expected: String) throws {
    let acts = try Self.at(station).acts(role)
    let available = LetterActs.commands.filter { acts.availability(of: $0).isAvailable }
    #expect(Set(available.map(\.rawValue)) == Set(expected.split(separator: " ").map(String.init)))
  }

  @Test(
    arguments: [
      (
        .registered, Chair.rehsos, .dispose, "Menunggu Kepala Dinas (Melati Contoh, S.Sos., M.Si.)."
      ),
      (.registered, Chair.kadis, .paraf, "Langkah ini meminta disposisi: tekan d."),
      (.registered, Chair.kadis, .acknowledge, "Langkah ini meminta disposisi: tekan d."),
      (.informed, Chair.sekretaris, .dispose, "Surat ini hanya untuk Anda ketahui"),
      (.followedUp, Chair.anak, .sign, "Langkah ini meminta pelaksanaan: tekan s."),
      (.drafting, Chair.umum, .complete, "Belum ada konsep. Tulis konsep dahulu."),
      (.drafting, Chair.umum, .delegate, "Tidak ada jabatan di bawah Anda"),
      (.drafting, Chair.umum, .reply, "Hanya surat masuk yang dibalas."),
      (.toParaf, Chair.kasubag, .dispose, "Langkah ini meminta paraf: tekan p."),
      (.unreadParaf, Chair.kasubag, .paraf, "Konsepnya belum dibaca. Buka dahulu: tekan Enter."),
      (.unreadSign, Chair.kadis, .sign, "Konsepnya belum dibaca. Buka dahulu: tekan Enter."),
      (
        .registered, Chair.sekretaris, .reassign,
        "Disposisi, paraf dan tanda tangan tidak dapat diserahkan"
      ),
      (.toSign, Chair.kadis, .paraf, "Langkah ini meminta tanda tangan: tekan t."),
      (.toSign, Chair.sekretaris, .recall, "Tidak dapat ditarik"),
      (.toSign, Chair.staf, .reassign, "Hanya atasan Kepala Dinas atau Sekretaris"),
      (.suspended, Chair.kadis, .dispose, "Tugas ini sedang menunggu pihak luar."),
      (.registered, Chair.kadis, .resume, "Tugas ini tidak sedang menunggu pihak luar."),
      (.registered, Chair.kadis, .release, "Tugas ini tidak sedang diambil siapa pun."),
      (.finished, Chair.umum, .complete, "Berkas ini sudah selesai."),
      (.cancelled, Chair.kadis, .dispose, "Berkas ini sudah dibatalkan."),
      (.registered, Chair.kadis, .correct, "Hanya Pengadministrasi Umum"),
      (.cancelled, Chair.umum, .correct, "tidak dibetulkan lagi"),
      (.drafting, Chair.umum, .correct, "Hanya catatan surat masuk yang dibetulkan"),
    ] as [(Station, RoleID, CommandID, String)])
  func whatCannotSaysWhyAndWhoCan(
    _ station: Station, _ role: RoleID, _ command: CommandID, _ reason: String
  ) throws {
    let acts = try Self.at(station).acts(role)
    guard case .unavailable(let message) = acts.availability(of: command) else {
      Issue.record("\(command) can act")
      return
    }
    let text = AppFixture.phrases(message)
    #expect(text.contains(reason), "\(text)")
  }

  /// A well-formed action for a command: what the form would give.
  private static func action(_ command: CommandID, _ acts: LetterActs) -> Action? {
    if command == .correct {
      var letter = acts.file.state.letter
      letter.subject += " (betul)"
      let correction = Correction(letter, over: acts.file.state.corrected, reason: "Salah ketik")
      return .correct(acts.file.state.id, correction)
    }
    guard let task = acts.task else { return nil }
    let ref = TaskRef(task)
    let state = acts.file.state
    switch command {
    case .dispose:
      let role =
        acts.file.step(task).flatMap {
          state.procedure.dispositionCandidates(after: $0, in: acts.office).first
        } ?? task.role
      return .dispose(ref, Disposition(recipients: [Disposition.Recipient(role: role)]))
    case .draft:
      return .writeDraft(ref, text: "Konsep lain", basedOn: state.draftVersion(on: task.branch))
    case .paraf: return .paraf(ref, draft: state.draftVersion(on: task.branch))
    case .sign: return .sign(ref, draft: state.draftVersion(on: task.branch))
    case .giveBack: return .giveBack(ref, reason: "Perbaiki", corrected: nil)
    case .complete:
      return .complete(
        ref,
        Completion(classification: Classification(code: "400.9", name: "Sosial"), channel: "Pos"))
    case .acknowledge: return .acknowledge(ref)
    case .claim: return .claim(ref)
    case .release: return .release(ref)
    case .recall: return acts.recallable.map { .recall(TaskRef($0)) }
    case .delegate:
      return acts.allowed(acts.subordinates, by: .delegate).first
        .map { .delegate(ref, to: $0, note: "Mohon") }
    case .reassign:
      return acts.allowed(acts.reassignable, by: .reassign).first
        .map { .reassign(ref, to: $0, reason: "Sakit") }
    case .suspend: return .suspend(ref, reason: "Menunggu")
    case .resume: return .resume(ref)
    case .cancelCase: return .cancel(state.id, reason: "Salah")
    default: return nil
    }
  }

  /// The desk offers exactly what the rules let be done; only what would change nothing is not
  /// offered, nor agreeing to what nobody of the post has read.
  @Test(arguments: Station.allCases)
  func agreesWithTheRules(_ station: Station) throws {
    let known = try Self.at(station)
    for role in Chair.all {
      let acts = try known.acts(role)
      for command in LetterActs.commands where command != .reply {
        let isOffered = acts.availability(of: command).isAvailable
        guard let action = Self.action(command, acts) else {
          #expect(!isOffered, "\(station) \(role) \(command)")
          continue
        }
        var isAllowed = false
        if case .success(let entries) = acts.attempt(action) { isAllowed = !entries.isEmpty }
        let isIdle =
          command == .release && acts.task?.claimedBy == nil
          || command == .claim && acts.task?.claimedBy != nil
        let isUnread =
          [.paraf, .sign].contains(command) && acts.task.map { $0.opened == nil } ?? false
        #expect(isOffered == (isAllowed && !isIdle && !isUnread), "\(station) \(role) \(command)")
      }
    }
  }
}
