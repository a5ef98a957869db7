/// That a holder's queue is lent to somebody else for some days (titip antrean).
public struct QueueLoan: Hashable, Sendable {
  /// The role whose queue it is.
  public var role: RoleID
  /// The holder whose work is done by somebody else.
  public var lender: PersonID
  /// Who does it.
  public var substitute: PersonID
  /// The first day.
  public var from: CalendarDate
  /// The last day, which still counts.
  public var until: CalendarDate
  /// Why.
  public var reason: String
  /// The number of an order, if there is one.
  public var decree: String?

  /// Makes a loan.
  public init(
    of role: RoleID, by lender: PersonID, to substitute: PersonID, from: CalendarDate,
    until: CalendarDate, reason: String, decree: String? = nil
  ) {
    self.role = role
    self.lender = lender
    self.substitute = substitute
    self.from = from
    self.until = until
    self.reason = reason
    self.decree = decree
  }
}

/// What an appointment keeps of the loan it comes from.
public struct Lending: Codable, Hashable, Sendable {
  /// The holder whose queue it is.
  public var lender: PersonID
  /// Why it was lent.
  public var reason: String
}

extension Office {
  /// The loans of a role's queue that are not over, by whoever lent it.
  public func loans(of role: RoleID, on date: CalendarDate) -> [Appointment] {
    appointments.filter {
      $0.kind == .lent && $0.role == role && $0.until ?? .latest >= max($0.from, date)
    }
  }

  /// Whose queue an actor does the work of; `nil` for whoever sits in a chair of their own.
  public func lender(to actor: Actor, on date: CalendarDate) -> PersonID? {
    appointments(of: actor.person, on: date).first { $0.role == actor.role }?.lending?.lender
  }
}
