import DeskModel

// How people, posts and times are written where a letter is shown.
extension AppContext {
  /// A role's full title.
  func roleName(_ id: RoleID) -> String { office.role(id)?.name ?? id.rawValue }

  /// A role's title for lists.
  func shortName(_ id: RoleID) -> String { office.role(id)?.short ?? id.rawValue }

  /// What a letter is about, or the cover over what may not be read here.
  func subject(of row: LetterRow) -> String { row.isHidden ? cover(row.secrecy) : row.subject }

  /// What a task's letter is about, or the cover over what may not be read here.
  func subject(of row: QueueRow) -> String { row.isHidden ? cover(row.secrecy) : row.subject }

  /// Why a letter cannot be read here.
  var whyHidden: Message {
    Message(session.standing == .lent ? "letter.hidden-lent" : "letter.hidden")
  }

  /// Why the flow of such a letter cannot be seen here.
  var whyFlowHidden: Message {
    session.standing == .lent ? whyHidden : Message("letter.hidden-flow")
  }

  private func cover(_ secrecy: Secrecy) -> String { text("secrecy.hidden.\(secrecy.rawValue)") }

  /// A person's name.
  func personName(_ id: PersonID?) -> String {
    guard let id else { return "—" }
    return office.person(id)?.name ?? id.rawValue
  }

  /// A role with the mark of an acting holder before it.
  func title(_ role: RoleID, _ standing: Appointment.Kind) -> String {
    switch standing {
    case .definitive: shortName(role)
    case .plt, .plh, .lent: text("standing.\(standing.rawValue)", ["role": shortName(role)])
    }
  }

  /// Who holds a role today: a name, with a mark if only acting; `nil` when nobody does.
  func holder(of role: RoleID) -> String? {
    guard let first = office.holders(of: role, on: today).first else { return nil }
    let name = personName(first.person)
    return first.kind == .definitive
      ? name : text("standing.\(first.kind.rawValue)", ["role": name])
  }

  /// A time as short as it can be told: only the clock today, no year this year.
  func stamp(_ time: Timestamp) -> String {
    let zone = office.calendar.zone
    let date = zone.date(of: time)
    let clock = dates.clock(minuteOfDay: zone.minuteOfDay(of: time))
    if date == today { return clock }
    return "\(day(date)) \(clock)"
  }

  /// A date without its year when it is this year's.
  func day(_ date: CalendarDate) -> String {
    date.year == today.year ? dates.dayAndMonth(date) : dates.short(date)
  }

  /// A task's due time, and by how much it is late or how little is left.
  func due(_ due: Timestamp) -> (text: String, style: Style) {
    let calendar = office.calendar
    if due < now {
      let late = workingTime(calendar.workingMinutes(from: due, to: now))
      return (text("letter.due-late", ["due": stamp(due), "late": late]), .danger)
    }
    let left = calendar.workingMinutes(from: now, to: due)
    guard left < 60 else { return (text("letter.due", ["due": stamp(due)]), .plain) }
    // By the clock there may be a weekend left, and no working time at all.
    guard left > 0 else { return (text("letter.due", ["due": stamp(due)]), .warn) }
    return (
      text("letter.due-soon", ["due": stamp(due), "left": workingTime(left)]), .warn
    )
  }

  /// The key of a command, as it is written in hints.
  func key(_ command: CommandID) -> String {
    CommandTable.standard[command]?.keys.first?.display(phrases, glyphs) ?? ""
  }

  /// Names with commas between, the last ones only counted when there are many.
  func list(_ names: [String], limit: Int = 3) -> String {
    guard names.count > limit else { return names.joined(separator: ", ") }
    let shown = names.prefix(limit - 1).joined(separator: ", ")
    return text("letter.and-more", ["names": shown, "count": "\(names.count - limit + 1)"])
  }
}

extension Office {
  /// Roles for a sentence: a few by their titles, many by their positions; a dash for none.
  func posts(_ roles: [RoleID]) -> String {
    guard !roles.isEmpty else { return "—" }
    if roles.count <= 3 {
      return roles.map { role($0)?.short ?? $0.rawValue }.joined(separator: ", ")
    }
    var seen = Set<String>()
    return roles.compactMap { position(of: $0)?.name }.filter { seen.insert($0).inserted }
      .joined(separator: ", ")
  }
}
