public import DeskModel

/// Who sits at this desk, and as what.
public struct Session: Hashable, Sendable {
  /// The person.
  public let person: Person
  /// The chair: the role acted as.
  public let role: Role
  /// How the person holds the role.
  public let standing: Appointment.Kind
  /// Whether the office is for practice, where one key changes into anybody's chair.
  public let isPractice: Bool

  /// Seats a person in a chair.
  public init(person: Person, role: Role, standing: Appointment.Kind, isPractice: Bool) {
    self.person = person
    self.role = role
    self.standing = standing
    self.isPractice = isPractice
  }

  /// The chairs of a person on a day, definitive ones first.
  public static func chairs(
    of person: PersonID, in office: Office, on date: CalendarDate, isPractice: Bool
  ) -> [Session] {
    guard let sitting = office.person(person) else { return [] }
    return office.appointments(of: person, on: date).compactMap { appointment in
      office.role(appointment.role).map {
        Session(
          person: sitting, role: $0, standing: appointment.kind, isPractice: isPractice)
      }
    }
  }

  /// Every chair that is taken on a day, in the order of the office's roles.
  public static func everyChair(
    in office: Office, on date: CalendarDate, isPractice: Bool
  ) -> [Session] {
    office.roles.flatMap { role in
      office.holders(of: role.id, on: date).compactMap { appointment in
        office.person(appointment.person).map {
          Session(
            person: $0, role: role, standing: appointment.kind, isPractice: isPractice)
        }
      }
    }
  }

  /// Who acts, for the journal.
  public var actor: Actor { Actor(person: person.id, role: role.id, standing: standing) }

  /// The role, or its short name, with the mark of an acting holder before it, e.g. `Plh. Kepala Dinas`.
  public func title(_ phrases: Phrasebook, isShort: Bool = false) -> String {
    let name = isShort ? role.short : role.name
    return switch standing {
    case .definitive: name
    case .plt, .plh, .lent: phrases("standing.\(standing.rawValue)", ["role": name])
    }
  }
}
