// What the journal keeps of changes to the office itself.

/// See ``Event/personRetired(_:)``.
public struct PersonRetired: Codable, Hashable, Sendable {
  /// Who.
  public var person: PersonID
  /// The first day on which the person no longer works here.
  public var from: CalendarDate
}

/// See ``Event/personReinstated(_:)``.
public struct PersonReinstated: Codable, Hashable, Sendable {
  /// Who.
  public var person: PersonID
}

/// See ``Event/appointmentEnded(_:)``. Person, role and first day name the appointment.
public struct AppointmentEnded: Codable, Hashable, Sendable {
  /// Who held it.
  public var person: PersonID
  /// The role.
  public var role: RoleID
  /// The appointment's first day.
  public var from: CalendarDate
  /// The last day, which still counts; before the first when it never began.
  public var until: CalendarDate
}

/// See ``Event/userMapped(_:)`` and ``Event/userUnmapped(_:)``.
public struct UserMapped: Codable, Hashable, Sendable {
  /// The user's name on the office's host.
  public var user: String
  /// Whose it is.
  public var person: PersonID
}

/// See ``Event/keyAdded(_:)`` and ``Event/keyRemoved(_:)``.
public struct KeyHeld: Codable, Hashable, Sendable {
  /// The key.
  public var key: PublicKey
  /// Whose it is.
  public var person: PersonID
}
