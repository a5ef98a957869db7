import Foundation
import GRDB

/// The one door to an office: open it, perform an action, ask a question.
///
/// A desk belongs to the thread that opened it. Questions are in the files `Desk+….swift`.
public final class Desk {
  /// Where the office lies.
  public let folder: OfficeFolder
  /// The office as it stands: structure, people, calendar.
  public private(set) var office: Office
  /// Tells what time it is.
  public let clock: @Sendable () -> Timestamp
  /// From where files are taken at this desk.
  public let files: FileSource
  /// The office's attachments.
  public var attachmentStore: AttachmentStore {
    AttachmentStore(root: folder.attachments, source: files)
  }

  let store: OfficeStore
  /// The number of the journal's last entry about the office itself, as `office` stands.
  public private(set) var officeVersion: Int64
  private var compiled: [String: Procedure] = [:]
  /// What was proved last and not used yet.
  var unusedProof: PINProof?

  /// The system's clock.
  public static let systemClock: @Sendable () -> Timestamp = {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Timestamp(milliseconds: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
  }

  /// Opens the office in a folder.
  ///
  /// - Throws: `StoreError`.
  public init(
    _ folder: OfficeFolder, files: FileSource = .host,
    clock: @escaping @Sendable () -> Timestamp = Desk.systemClock
  ) throws {
    self.folder = folder
    self.files = files
    self.clock = clock
    let store = try OfficeStore(opening: folder)
    self.store = store
    guard let found = try store.read({ try OfficeLoader(db: $0).load() }) else {
      throw StoreError.damaged(path: folder.database, detail: "office")
    }
    (office, officeVersion) = found
  }

  /// Makes a new office: its structure and people, and the procedures it works by.
  ///
  /// - Throws: `StoreError`; then no office is left behind.
  public static func found(
    _ office: Office, procedures: [(procedure: Procedure, contentHash: String)], by actor: Actor,
    in folder: OfficeFolder, clock: @Sendable () -> Timestamp = Desk.systemClock
  ) throws {
    try write(founding(office, procedures: procedures, by: actor, at: clock()), in: folder)
  }

  /// The entries that a new office's journal begins with.
  static func founding(
    _ office: Office, procedures: [(procedure: Procedure, contentHash: String)], by actor: Actor,
    at now: Timestamp
  ) -> [Entry] {
    let enactments = procedures.map {
      Event.procedureEnacted(
        ProcedureEnacted(version: 1, procedure: $0.procedure, contentHash: $0.contentHash))
    }
    return ([.officeFounded(office)] + enactments).enumerated().map { index, event in
      Entry(sequence: Int64(index) + 1, at: now, actor: actor, event: event)
    }
  }

  /// Makes a new office of a whole journal, in one transaction, and a key that it signs with from then on.
  static func write(
    _ journal: [Entry], in folder: OfficeFolder, isPractice: Bool = false
  ) throws {
    var hasKey = false
    do {
      try OfficeStore.create(folder, isPractice: isPractice) { db in
        let key = try OfficeKey.make(at: folder.key)
        hasKey = true
        let keyed = journal.last.map { last in
          Entry(
            sequence: last.sequence + 1, at: last.at, actor: journal[0].actor,
            event: .officeKeyed(OfficeKeyed(publicKey: key.publicKey)))
        }
        try JournalTable(db: db).append(journal + [keyed].compactMap { $0 }, after: .init())
      }
    } catch {
      if hasKey { unlink(folder.key) }
      throw error
    }
  }

  /// Does what a person asks for, or says why not.
  ///
  /// Everything is read, decided and written in one transaction while no other process writes.
  ///
  /// - Parameter proof: what ``prove(_:as:)`` gave, for an action that asks for the PIN; it is used up
  ///   when the rules say yes.
  /// - Returns: what came of it; empty when the action changed nothing.
  /// - Throws: `Refusal` when the rules say no, `PINFault` without the PIN, `StoreError` when the file does; nothing is
  ///   written then.
  @discardableResult
  public func perform(
    _ action: Action, as actor: Actor, proof: PINProof? = nil
  ) throws -> Receipt {
    let receipt = try writing { db, journal, head in
      // What is signed for good may not go by a clock that is known to be wrong.
      if case .keepBook(.closePage) = action, isClockBehind(Timestamp(milliseconds: head.at)) {
        throw Refusal(.clockBehind)
      }
      let (state, procedure) = try subject(of: action, db)
      let entries = try Flow.decide(
        action, on: state, procedure: procedure, by: actor,
        in: context(for: action, after: head, db)
      ).map { try signed($0, db) }
      // Asked for after the rules: who may not is told so, whatever PIN he has.
      if action.asksPIN { try spend(proof, of: actor.person) }
      try journal.append(entries, after: head)
      return Receipt(entries: entries)
    }
    switch action {
    case .lend, .takeBack: _ = try refreshOffice()
    default: break
    }
    return receipt
  }

  /// Puts a procedure in force, or a new version of one; cases that run keep the version they began with.
  ///
  /// A version is what the procedure says, not what file it came from: the same file read by another dictionary
  /// of positions is a new version, another file that says the same is none.
  ///
  /// - Parameters:
  ///   - contentHash: SHA-256 of the file it was read from, in lower-case hex.
  ///   - version: the version that the changes were shown against, 0 for none; `nil` to take what is in force.
  /// - Returns: the version it got.
  /// - Throws: `Refusal` when the actor may not, the procedure has errors, says nothing new, or another version
  ///   came in force meanwhile; `StoreError` when the file does.
  @discardableResult
  public func enact(
    _ procedure: Procedure, contentHash: String, over version: Int? = nil, by actor: Actor
  ) throws -> Int {
    try writing { db, journal, head in
      let before = try inForce(procedure.id, db)
      guard version == nil || version == before?.version ?? 0 else {
        throw Refusal(.versionChanged, ["procedure": procedure.id.rawValue])
      }
      let entry = try Flow.enact(
        procedure, contentHash: contentHash, over: before, by: actor, in: context(after: head, db))
      try journal.append([entry], after: head)
      return (before?.version ?? 0) + 1
    }
  }

  /// Takes people and appointments as they stand now, if somebody has changed them.
  ///
  /// - Returns: whether somebody had.
  /// - Throws: `StoreError`.
  public func refreshOffice() throws -> Bool {
    try store.read { try refreshOffice($0) }
  }

  /// Decides and writes in one transaction, with the office as it stands in it.
  func writing<Result>(
    _ body: (Database, JournalTable, JournalTable.Head) throws -> Result
  ) throws -> Result {
    try store.write { db in
      _ = try refreshOffice(db)
      let journal = JournalTable(db: db)
      return try body(db, journal, try journal.head())
    }
  }

  /// Lets go of the office's file.
  public func close() throws { try store.close() }

  /// A number that changes when another process has written.
  public func dataVersion() throws -> Int { try store.dataVersion() }

  /// Reads cases of this office.
  func loader(_ db: Database) -> CaseLoader {
    CaseLoader(db: db) { [self] id, version in try procedure(id, version: version, db) }
  }

  /// A procedure in one of its versions, read once.
  func procedure(_ id: ProcedureID, version: Int, _ db: Database) throws -> Procedure? {
    let key = "\(id)/\(version)"
    if let known = compiled[key] { return known }
    let found = try NamedQuery.procedure.map(db, [id.rawValue, version]) { try $0[0] as String }
    guard let body = found.first else { return nil }
    let procedure = try Procedure(json: body)
    compiled[key] = procedure
    return procedure
  }

  /// The version of a procedure that new cases begin with.
  func inForce(_ id: ProcedureID, _ db: Database) throws -> EnactedProcedure? {
    let version = try NamedQuery.versionInForce.map(db, [id.rawValue]) { try $0[0] as Int }.first
    guard let version, let procedure = try procedure(id, version: version, db) else { return nil }
    return EnactedProcedure(procedure: procedure, version: version)
  }

  /// The case or the procedure that an action is about.
  private func subject(
    of action: Action, _ db: Database
  ) throws -> (CaseState?, EnactedProcedure?) {
    switch action {
    case .register(let registration): (nil, try inForce(registration.procedure, db))
    case .lend, .takeBack: (nil, nil)
    case .cancel(let id, _), .correct(let id, _): (try loader(db).load(id), nil)
    case .keepBook: (nil, nil)
    case .open(let ref), .claim(let ref), .release(let ref), .complete(let ref, _),
      .dispose(let ref, _), .acknowledge(let ref), .writeDraft(let ref, _, _),
      .paraf(let ref, _, _),
      .sign(let ref, _, _), .giveBack(let ref, _, _, _), .recall(let ref), .reassign(let ref, _, _),
      .delegate(let ref, _, _), .suspend(let ref, _), .resume(let ref):
      (try loader(db).load(task: ref.id), nil)
    }
  }

  private func refreshOffice(_ db: Database) throws -> Bool {
    let loader = OfficeLoader(db: db)
    guard try loader.version() != officeVersion, let found = try loader.load() else { return false }
    (office, officeVersion) = found
    return true
  }

  /// Now; a clock that was set back must not put an event before the ones it follows.
  func moment(after head: JournalTable.Head) -> Timestamp {
    Timestamp(milliseconds: max(clock().milliseconds, head.at))
  }

  /// Whether the clock is behind an entry by more than clocks are corrected in passing.
  func isClockBehind(_ last: Timestamp) -> Bool {
    last.milliseconds > clock().milliseconds + 60_000
  }

  /// What a decision taken now may look at.
  func context(
    for action: Action? = nil, after head: JournalTable.Head, _ db: Database
  ) throws -> DecisionContext {
    let now = moment(after: head)
    let today = office.calendar.date(of: now)
    var last: [AgendaBookID: Int] = [:]
    for book in office.books {
      for query in [NamedQuery.lastNumber, .lastReserved] {
        let found = try query.map(db, [book.id.rawValue, book.period(of: today)]) {
          try $0[0] as Int?
        }
        last[book.id] = max(last[book.id] ?? 0, found.first ?? 0)
      }
    }
    return DecisionContext(
      now: now, office: office, nextSequence: head.sequence + 1, lastNumbers: last,
      books: try books(for: action, after: head, db), path: try path(closedBy: action, db))
  }
}

/// What came of an action, for the one who did it.
public struct Receipt: Sendable {
  /// The entries that were written; none when nothing changed.
  public let entries: [Entry]

  /// Makes a receipt.
  public init(entries: [Entry]) { self.entries = entries }

  /// The letter that was registered.
  public var letter: LetterID? {
    first { if case .letterRegistered = $0.event { $0.sequence } else { nil } }
  }

  /// The case that was started.
  public var startedCase: CaseID? {
    first { if case .caseStarted = $0.event { $0.sequence } else { nil } }
  }

  /// The agenda number that was taken.
  public var number: AgendaNumber? {
    first { if case .numberTaken(let event) = $0.event { event.number } else { nil } }
  }

  /// The tasks that were created and still wait, with the roles they wait for.
  public var waiting: [(task: TaskID, role: RoleID, due: Timestamp?)] {
    let ended = Set(
      entries.compactMap { if case .taskFinished(let event) = $0.event { event.task } else { nil } }
    )
    return entries.compactMap {
      guard case .taskCreated(let event) = $0.event, !ended.contains($0.sequence) else {
        return nil
      }
      return ($0.sequence, event.role, event.due)
    }
  }

  private func first<Value>(_ pick: (Entry) -> Value?) -> Value? {
    for entry in entries { if let value = pick(entry) { return value } }
    return nil
  }
}
