/// That a person holds a role for a time (penugasan).
public struct Appointment: Codable, Hashable, Sendable {
  /// By which right a role is held; an acting holder signs with the abbreviation before the title.
  public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
    /// Appointed for good (definitif).
    case definitive
    /// Acting while the post is vacant or its holder is away for long (pelaksana tugas).
    case plt
    /// Acting for a short absence (pelaksana harian).
    case plh
    /// Doing a holder's work for some days because the holder lent the queue (pengganti): no mandate, so neither
    /// paraf nor signature.
    case lent
  }

  /// Who.
  public var person: PersonID
  /// Holds what.
  public var role: RoleID
  /// By which right.
  public var kind: Kind
  /// The first day.
  public var from: CalendarDate
  /// The last day, which still counts; `nil` while open.
  public var until: CalendarDate?
  /// The number of the decree or order it rests on.
  public var decree: String?
  /// Whose queue it is and why it was lent; only with ``Kind/lent``.
  public internal(set) var lending: Lending?

  /// Makes an appointment.
  public init(
    person: PersonID, role: RoleID, kind: Kind = .definitive, from: CalendarDate,
    until: CalendarDate? = nil, decree: String? = nil
  ) {
    self.person = person
    self.role = role
    self.kind = kind
    self.from = from
    self.until = until
    self.decree = decree
  }

  /// Makes what comes of lending a queue.
  init(_ loan: QueueLoan) {
    self.init(
      person: loan.substitute, role: loan.role, kind: .lent, from: loan.from, until: loan.until,
      decree: loan.decree)
    lending = Lending(lender: loan.lender, reason: loan.reason)
  }

  /// Whether the appointment holds on a day; its first and last day count.
  public func isInForce(on date: CalendarDate) -> Bool {
    from <= date && date <= (until ?? .latest)
  }
}
