import DeskModel
import Foundation

/// Reminders as people read them, as mail, and as JSON; the journal's head stands at the foot of each.
struct DigestText {
  /// What became of a mail.
  enum Delivery: String {
    case sent, refused
    case noAddress = "no-address"
    /// The program did not end in its time, and was ended.
    case tooSlow = "too-slow"
  }

  private let office: Office
  private let phrases: Phrasebook
  private let dates: DateText
  private let now: Timestamp
  private let head: (entries: Int64, head: Data)

  init(_ desk: Desk, _ phrases: Phrasebook, head: (entries: Int64, head: Data)) {
    office = desk.office
    self.phrases = phrases
    dates = DateText(phrases)
    now = desk.clock()
    self.head = head
  }

  // MARK: Text

  func lines(_ digest: Digest) -> [String] {
    let zone = office.calendar.zone
    let date = zone.date(of: now)
    let day = "\(dates.name(date.weekday)), \(dates.long(date))"
    let time = dates.clock(minuteOfDay: zone.minuteOfDay(of: now))
    return [phrases("remind.to", ["person": digest.person.name]), ""]
      + TextTable.wrap(
        phrases("remind.intro", ["office": office.name, "day": day, "time": time]), width: 76)
      + digest.chairs.flatMap(lines)
      + ["", phrases("remind.foot", ["entries": "\(head.entries)", "code": code])]
  }

  private func lines(_ chair: Digest.Chair) -> [String] {
    let role = office.role(chair.appointment.role)?.name ?? chair.appointment.role.rawValue
    let kind = chair.appointment.kind
    var lines = [
      "", kind == .definitive ? role : phrases("standing.\(kind.rawValue)", ["role": role]),
    ]
    if let loan = chair.loan {
      lines.append(
        phrases(
          "remind.lent",
          [
            "person": office.person(loan.person)?.name ?? loan.person.rawValue,
            "date": loan.until.map(dates.short) ?? "",
          ]))
    }
    lines.append(summary(chair))
    let table = TextTable([
      .init("", width: 2), .init("", width: 10), .init("", width: 43), .init("", width: 18),
    ])
    for row in chair.tasks {
      let signs = (row.isLate(at: now) ? "!" : " ") + (row.isUnread ? "*" : "")
      lines += table.lines([
        [signs], [row.number ?? "—"], [subject(row)],
        [row.due.map { dates.short($0, in: office.calendar.zone) } ?? ""],
      ])
    }
    let rest = chair.counts[.all] - chair.tasks.count
    if rest > 0 { lines.append(phrases("remind.rest", ["count": "\(rest)"])) }
    return lines
  }

  private func summary(_ chair: Digest.Chair) -> String {
    phrases(
      "remind.counts",
      [
        "late": "\(chair.counts[.late])", "unread": "\(chair.counts[.unread])",
        "today": "\(chair.dueToday)", "paraf": "\(chair.counts[.paraf])",
        "signature": "\(chair.counts[.signature])",
      ])
  }

  private func subject(_ row: QueueRow) -> String {
    row.isHidden
      ? phrases("remind.secret", ["secrecy": phrases("secrecy.\(row.secrecy.rawValue)")])
      : row.subject
  }

  private var code: String { HashChain.shortCode(head.head) }

  // MARK: Mail

  /// The reminder as a mail; `nil` without an address. Its subject counts, and says nothing of any letter.
  func mail(_ digest: Digest) -> MailMessage? {
    guard let address = digest.person.mail else { return nil }
    func sum(_ filter: QueueFilter) -> String {
      "\(digest.chairs.reduce(0) { $0 + $1.counts[filter] })"
    }
    return MailMessage(
      from: Sendmail.account.map { .init(name: office.name, address: $0) },
      to: .init(name: digest.person.name, address: address),
      subject: phrases(
        "remind.subject", ["office": office.name, "late": sum(.late), "unread": sum(.unread)]),
      body: lines(digest).joined(separator: "\n"), date: now, zone: office.calendar.zone)
  }

  func delivered(_ digest: Digest, _ delivery: Delivery?) -> String {
    phrases(
      "cli.remind.\((delivery ?? .noAddress).rawValue)",
      [
        "person": digest.person.name, "address": digest.person.mail?.text ?? "",
        "seconds": "\(Sendmail.seconds)",
      ])
  }

  /// Mails each reminder, whatever becomes of the others.
  func send(_ digests: [Digest], by sendmail: Sendmail) -> [PersonID: Delivery] {
    var delivery: [PersonID: Delivery] = [:]
    for digest in digests {
      delivery[digest.person.id] = mail(digest).map(sendmail.send) ?? .noAddress
    }
    return delivery
  }

  // MARK: JSON

  func json(_ digests: [Digest], delivery: [PersonID: Delivery]) -> JSONText {
    .sorted([
      "code": .string(code), "entries": .integer(Int(head.entries)),
      "head": .string(head.head.hexDigits),
      "people": .array(
        digests.map { digest in
          .sorted([
            "chairs": .array(digest.chairs.map(value)),
            "delivery": JSONText(delivery[digest.person.id]?.rawValue),
            "mail": JSONText(digest.person.mail?.text),
            "person": .string(digest.person.id.rawValue),
          ])
        }),
    ])
  }

  private func value(_ chair: Digest.Chair) -> JSONText {
    .sorted([
      "dueToday": .integer(chair.dueToday), "kind": .string(chair.appointment.kind.word),
      "late": .integer(chair.counts[.late]),
      "lentTo": JSONText(chair.loan?.person.rawValue),
      "open": .integer(chair.counts[.all]),
      "paraf": .integer(chair.counts[.paraf]),
      "role": .string(chair.appointment.role.rawValue),
      "signature": .integer(chair.counts[.signature]),
      "tasks": .array(chair.tasks.map { ReportJSON(office).value($0, now: now) }),
      "unread": .integer(chair.counts[.unread]),
    ])
  }
}
