import Foundation
import GRDB

/// The part of a checkup that needs the office's file.
extension Desk {
  /// Looks at the file, at the journal and all that is made from it, and at what the office works by.
  func examine(_ checkup: inout Checkup) {
    checkup.look(.pages) { try examinePages(&$0) }
    checkup.look(.references) { try examineReferences(&$0) }
    checkup.look(.journal) { try examineJournal(&$0) }
    checkup.look(.tables) { try examineTables(&$0) }
    checkup.look(.search) { checkup in
      try store.write { try Rebuild(db: $0).verifySearch() }
      checkup.fine(.search)
    }
    checkup.look(.key) { try examineKey(&$0) }
    checkup.look(.attachments) { try examineAttachments(&$0) }
    checkup.look(.clock) { try examineClock(&$0) }
    examineCalendar(&checkup)
    checkup.look(.procedures) { try examineProcedures(&$0) }
    checkup.look(.posts) { try examinePosts(&$0) }
    checkup.look(.sqlite) { try examineLog(&$0) }
  }

  private var today: CalendarDate { office.calendar.date(of: clock()) }

  private func examinePages(_ checkup: inout Checkup) throws {
    let found = try PageCheck(folder.database, limit: 100).findings()
    if let first = found.first {
      checkup.fail(.pages, "damaged", ["detail": first, "count": "\(found.count)"])
    } else {
      checkup.fine(.pages)
    }
  }

  private func examineReferences(_ checkup: inout Checkup) throws {
    let tables = try store.read { db in
      try String.fetchAll(db, sql: "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 100")
    }
    if let first = tables.first {
      checkup.fail(.references, "broken", ["table": first, "count": "\(tables.count)"])
    } else {
      checkup.fine(.references)
    }
  }

  private func examineJournal(_ checkup: inout Checkup) throws {
    let chain = try store.read { try JournalTable(db: $0).verifyChain() }
    checkup.fine(
      .journal,
      ["entries": "\(chain.length)", "code": HashChain.shortCode(chain.head)])
  }

  private func examineTables(_ checkup: inout Checkup) throws {
    let tables = try store.read { try Rebuild(db: $0).differing() }
    if tables.isEmpty {
      checkup.fine(.tables, ["count": "\(Projection.tables.count)"])
    } else {
      checkup.fail(.tables, "differ", ["tables": tables.map(\.table).joined(separator: ", ")])
    }
  }

  private func examineKey(_ checkup: inout Checkup) throws {
    guard try store.read({ try usableKey($0) }) == nil else { return checkup.fine(.key) }
    if access(folder.key, F_OK) == 0 {
      checkup.fail(.key, "other", ["path": folder.key])
    } else {
      checkup.fail(.key, "missing", ["path": folder.key])
    }
  }

  private func examineAttachments(_ checkup: inout Checkup) throws {
    let all = try attachments()
    let damaged = try damagedAttachments()
    if let first = damaged.first {
      checkup.fail(
        .attachments, "damaged",
        [
          "letter": "\(first.letter)", "file": TextRules.quoted(first.shownName),
          "count": "\(damaged.count)", "sha256": first.attachment.sha256,
        ])
    } else {
      checkup.fine(.attachments, ["count": "\(all.count)"])
    }
    let known = Set(all.map(\.attachment.sha256))
    let orphans = BackupCollection.contents(of: folder.attachments).filter { path in
      let isFile = !BackupCollection.isFolder(folder.attachments + "/" + path)
      return isFile && !known.contains(path.split(separator: "/").last.map(String.init) ?? "")
    }
    if let first = orphans.first {
      checkup.warn(
        .orphans, "found",
        ["count": "\(orphans.count)", "path": folder.attachments + "/" + first])
    } else {
      checkup.fine(.orphans)
    }
  }

  private func examineClock(_ checkup: inout Checkup) throws {
    let (isBehind, places) = try clocks()
    if isBehind {
      checkup.fail(.clock, "behind", places)
    } else {
      checkup.fine(.clock, places)
    }
  }

  /// What to tell who sits down while the computer's clock is behind the journal: the times of what is done then
  /// stand still.
  public func clockNotice() throws -> Message? {
    let (isBehind, places) = try clocks()
    return isBehind ? Message("app.clock-behind", places) : nil
  }

  /// Whether the clock is behind the journal's last entry by more than clocks are corrected in passing, and both times.
  private func clocks() throws -> (isBehind: Bool, places: [String: String]) {
    let last = Timestamp(milliseconds: try store.read { try JournalTable(db: $0).head() }.at)
    let now = clock()
    let zone = office.calendar.zone
    func text(_ time: Timestamp) -> String {
      let minute = zone.minuteOfDay(of: time)
      return
        "\(zone.date(of: time)) \(Digits.padded(minute / 60, 2)).\(Digits.padded(minute % 60, 2))"
    }
    return (isClockBehind(last), ["now": text(now), "last": text(last)])
  }

  private func examineCalendar(_ checkup: inout Checkup) {
    let missing = office.calendar.yearsNotDecreed(on: today)
    if missing.isEmpty {
      let last = office.calendar.decreedYears.max()
      checkup.fine(.calendar, ["year": "\(last ?? today.year)"])
    } else {
      checkup.warn(
        .calendar, "missing",
        ["years": missing.map(String.init).joined(separator: ", ")])
    }
  }

  private func examineProcedures(_ checkup: inout Checkup) throws {
    let inForce = try procedures().compactMap { try procedure($0.id)?.procedure }
    let wrong = inForce.filter { procedure in
      ProcedureCheck.findings(procedure).contains { $0.severity == .error }
    }
    if let first = wrong.first {
      checkup.fail(
        .procedures, "wrong", ["id": first.id.rawValue, "count": "\(wrong.count)"])
    } else {
      checkup.fine(.procedures, ["count": "\(inForce.count)"])
    }
    let unfilled = inForce.flatMap { procedure in
      procedure.lanes.filter { lane in
        !lane.posts.isEmpty && lane.posts.allSatisfy { office.roles(filling: $0).isEmpty }
      }.map { (procedure: procedure, lane: $0) }
    }
    if let first = unfilled.first {
      checkup.warn(
        .lanes, "unfilled",
        [
          "id": first.procedure.id.rawValue, "lane": first.lane.name,
          "count": "\(unfilled.count)",
        ])
    } else {
      checkup.fine(.lanes)
    }
  }

  private func examinePosts(_ checkup: inout Checkup) throws {
    let waiting = try backlog().filter { office.isVacant($0.role, on: today) }
    if waiting.isEmpty {
      checkup.fine(.posts)
    } else {
      let names = waiting.map { "\(office.role($0.role)?.short ?? $0.role.rawValue) (\($0.open))" }
      checkup.warn(.posts, "vacant", ["posts": names.joined(separator: ", ")])
    }
  }

  private func examineLog(_ checkup: inout Checkup) throws {
    let version = try store.read { try String.fetchOne($0, sql: "SELECT sqlite_version()") } ?? "?"
    var status = stat()
    let length = stat(folder.database + "-wal", &status) == 0 ? Int64(status.st_size) : 0
    let places = ["version": version, "size": Doctor.megabytes(length)]
    if length > Doctor.longLog {
      checkup.warn(.sqlite, "long-log", places)
    } else {
      checkup.fine(.sqlite, places)
    }
  }
}
