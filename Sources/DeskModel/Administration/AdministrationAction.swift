/// What the administrator changes about the office itself, before the rules have spoken.
public enum AdministrationAction: Hashable, Sendable {
  /// Takes somebody on.
  case addPerson(Person)
  /// Writes a name, a civil-service number or a mail address anew; what is `nil` stays.
  case changePerson(PersonID, name: String?, nip: NIP?, mail: MailAddress? = nil)
  /// Says that somebody no longer works here from a day on: appointments end with it, and users and keys go where it has
  /// come; before a later day they open the desk still, from that day on no more.
  case retirePerson(PersonID, from: CalendarDate)
  /// Says that somebody works here again, or always did; appointments, users and keys are given anew.
  case reinstatePerson(PersonID)
  /// Gives a person a role for a time.
  case appoint(Appointment)
  /// Ends what a person holds of a role; the last day still counts.
  case dismiss(PersonID, RoleID, lastDay: CalendarDate)
  /// Lends a holder's queue to somebody else for some days.
  case lend(QueueLoan)
  /// Ends at once what a person was lent of a role's queue.
  case takeBack(PersonID, RoleID)
  /// Says whose a user of the host is.
  case mapUser(String, PersonID)
  /// Says that a user of the host is nobody's.
  case unmapUser(String)
  /// Lets a person in by a key.
  case addKey(PublicKey, PersonID)
  /// Lets nobody in by a key any more.
  case removeKey(PublicKey)
  /// Takes a person's PIN away, and the lock on it: another one is to be chosen.
  case resetPIN(PersonID)
  /// Gives the office other working hours and holidays; what is due already stays due when it was.
  case setCalendar(WorkingCalendar)
}

/// What decisions about the office itself look at.
public struct AdministrationState: Sendable {
  /// The office.
  public var office: Office
  /// The host's users that are somebody's.
  public var users: [String: PersonID]
  /// The keys by which people are let in.
  public var keys: [PublicKey: PersonID]
}

extension Actor {
  private static let prefix = "unix:"
  private static let administration: RoleID = "administrator"

  /// The administrator of the office's account, by the name of the host's user: no official of the office, so that
  /// nobody is said to have signed for what was done to the files.
  public static func administrator(_ user: String) -> Actor {
    Actor(person: PersonID(prefix + user), role: administration, standing: .definitive)
  }
}
