import DeskModel

/// What commands answer, as JSON: keys sorted, nothing left out, times as ISO 8601 on the office's wall.
///
/// The shapes are a promise to scripts; `docs/command-line.md` lists them.
struct ReportJSON {
  let office: Office

  init(_ office: Office) { self.office = office }

  // MARK: - Letters

  func value(_ row: LetterRow) -> JSONText {
    .sorted([
      "addressee": JSONText(row.addressee), "archived": time(row.archived),
      "case": JSONText(row.caseID.map(Int.init)), "channel": JSONText(row.channel),
      "corrected": time(row.corrected),
      "hidden": .bool(row.isHidden), "id": .integer(Int(row.id)), "kind": .string(row.kind.word),
      "letterDate": JSONText(row.letterDate?.description),
      "number": row.number.map(value) ?? .null, "place": JSONText(row.place),
      "receivedDate": JSONText(row.receivedDate?.description),
      "registered": time(row.registered), "registeredBy": JSONText(row.registeredBy?.rawValue),
      "secrecy": .string(row.secrecy.rawValue),
      "sender": row.isHidden ? .null : .string(row.sender),
      "senderNumber": JSONText(row.senderNumber), "sent": time(row.sent),
      "status": JSONText(row.status?.rawValue),
      "subject": row.isHidden ? .null : .string(row.subject),
      "urgency": .string(row.urgency.rawValue), "waitsFor": JSONText(row.waitsFor?.rawValue),
    ])
  }

  func value(_ number: AgendaNumber) -> JSONText {
    .sorted([
      "book": .string(number.book.rawValue), "period": .integer(number.period),
      "sequence": .integer(number.sequence), "text": .string(number.text),
    ])
  }

  func value(_ attachment: Attachment) -> JSONText {
    .sorted([
      "name": .string(attachment.name), "sha256": .string(attachment.sha256),
      "size": .integer(Int(attachment.size)),
    ])
  }

  // MARK: - Queues

  func value(_ row: QueueRow, now: Timestamp) -> JSONText {
    .sorted([
      "act": .string(row.act.rawValue),
      "activity": row.isHidden ? .null : .string(row.activity),
      "case": .integer(Int(row.caseID)), "claimedBy": JSONText(row.claimedBy?.rawValue),
      "created": time(row.created), "due": time(row.due), "hidden": .bool(row.isHidden),
      "id": .integer(Int(row.id)),
      "kind": .string(row.kind.rawValue), "late": .bool(row.isLate(at: now)),
      "letter": .integer(Int(row.letter)), "letterKind": .string(row.letterKind.word),
      "number": JSONText(row.number), "returned": .bool(row.isReturned),
      "secrecy": .string(row.secrecy.rawValue),
      "sender": row.isHidden ? .null : .string(row.sender), "step": .integer(row.step),
      "subject": row.isHidden ? .null : .string(row.subject),
      "suspended": .bool(row.isSuspended), "unread": .bool(row.isUnread),
      "urgency": .string(row.urgency.rawValue), "version": .integer(row.version),
    ])
  }

  func value(_ backlog: RoleBacklog) -> JSONText {
    .sorted([
      "late": .integer(backlog.late), "oldest": time(backlog.oldest),
      "open": .integer(backlog.open),
      "pace": backlog.pace.map {
        .sorted([
          "medianStandard": .integer($0.medianStandard),
          "medianWorked": .integer($0.medianWorked), "tasks": .integer($0.tasks),
        ])
      } ?? .null,
      "role": .string(backlog.role.rawValue),
    ])
  }

  /// The tasks that came of an action and wait.
  func waiting(_ receipt: Receipt) -> JSONText {
    .array(
      receipt.waiting.map {
        .sorted([
          "due": time($0.due), "role": .string($0.role.rawValue), "task": .integer(Int($0.task)),
        ])
      })
  }

  // MARK: - Cases

  func value(_ view: CaseView) -> JSONText {
    let state = view.state
    return .sorted([
      "attachments": .array(state.letter.attachments.map(value)),
      "corrections": .array(view.corrections.map(value)),
      "dispositions": .array(view.dispositions.map(value)),
      "drafts": .array(state.drafts.map(value)), "id": .integer(Int(state.id)),
      "letter": value(view.letter), "moves": .array(view.moves.map(value)),
      "parafs": .array(state.parafs.map { value($0, stands: state.stands($0)) }),
      "procedure": .string(state.procedure.id.rawValue),
      "procedureVersion": .integer(state.procedureVersion), "started": time(state.started),
      "status": .string(state.status.rawValue), "tasks": .array(state.tasks.map(value)),
    ])
  }

  func value(_ task: Task) -> JSONText {
    .sorted([
      "act": .string(task.act.rawValue), "branch": .integer(task.branch),
      "cause": JSONText(task.cause.map(Int.init)),
      "claimedBy": JSONText(task.claimedBy?.rawValue), "created": time(task.created),
      "due": time(task.due), "external": .bool(task.isExternal), "finished": time(task.finished),
      "finishedBy": JSONText(task.finishedBy?.rawValue), "id": .integer(Int(task.id)),
      "kind": .string(task.kind.rawValue), "lane": JSONText(task.lane?.rawValue),
      "note": JSONText(task.note), "opened": time(task.opened),
      "outcome": JSONText(task.outcome?.rawValue), "role": .string(task.role.rawValue),
      "standing": JSONText(
        task.finished.map {
          office.standing(of: task.finishedBy, as: task.role, at: $0).word
        }),
      "state": .string(task.state.rawValue), "step": .integer(task.step),
      "suspended": time(task.suspended), "version": .integer(task.version),
    ])
  }

  private func value(_ draft: CaseState.Draft) -> JSONText {
    .sorted([
      "author": .string(draft.author.rawValue), "text": .string(draft.text),
      "version": .integer(draft.version), "written": time(draft.written),
    ])
  }

  private func value(_ paraf: CaseState.Paraf, stands: Bool) -> JSONText {
    .sorted([
      "given": time(paraf.given), "person": .string(paraf.person.rawValue),
      "role": .string(paraf.role.rawValue), "signature": .bool(paraf.isSignature),
      "standing": .string(paraf.standing.word),
      "stands": .bool(stands), "step": .integer(paraf.step), "task": .integer(Int(paraf.task)),
      "version": .integer(paraf.version),
    ])
  }

  private func value(_ written: CaseView.Written<Disposition>) -> JSONText {
    let sheet = written.fact
    return .sorted([
      "acting": JSONText(sheet.acting.map(\.rawValue)),
      "deadline": JSONText(sheet.deadline?.description),
      "informed": JSONText(sheet.informed.map(\.rawValue)),
      "instructions": JSONText(sheet.instructions), "note": JSONText(sheet.note),
      "person": .string(written.by.person.rawValue), "role": .string(written.by.role.rawValue),
      "standing": .string(written.by.standing.word),
      "task": .integer(Int(written.id)), "written": time(written.at),
    ])
  }

  private func value(_ written: CaseView.Written<LetterCorrected>) -> JSONText {
    .sorted([
      "changes": value(written.fact.changes), "person": .string(written.by.person.rawValue),
      "reason": .string(written.fact.reason), "role": .string(written.by.role.rawValue),
      "standing": .string(written.by.standing.word), "written": time(written.at),
    ])
  }

  private func value(_ written: CaseView.Written<TaskReassigned>) -> JSONText {
    .sorted([
      "delegated": .bool(written.fact.isDelegation), "from": .string(written.fact.from.rawValue),
      "moved": time(written.at), "person": .string(written.by.person.rawValue),
      "reason": .string(written.fact.note), "role": .string(written.by.role.rawValue),
      "standing": .string(written.by.standing.word),
      "task": .integer(Int(written.fact.task)), "to": .string(written.fact.to.rawValue),
    ])
  }

  func value(_ changes: LetterChanges) -> JSONText {
    .array(
      changes.list.map {
        .sorted([
          "field": .string($0.field.rawValue), "from": JSONText($0.from), "to": JSONText($0.to),
        ])
      })
  }

  /// An instant as `2026-03-05T14:05:09+08:00`, or `null`.
  func time(_ instant: Timestamp?) -> JSONText {
    guard let instant else { return .null }
    let zone = office.calendar.zone
    let (date, minute) = (zone.date(of: instant), zone.minuteOfDay(of: instant))
    let second = Int(instant.milliseconds / 1_000 % 60)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return .string(
      "\(date)T\(two(minute / 60)):\(two(minute % 60)):\(two(second))"
        + "+\(two(zone.offsetMinutes / 60)):\(two(zone.offsetMinutes % 60))")
  }
}
