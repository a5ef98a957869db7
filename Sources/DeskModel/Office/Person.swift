/// Somebody who works at the office.
public struct Person: Codable, Hashable, Sendable {
  /// The person's slug.
  public var id: PersonID
  /// The name with titles, as on letters.
  public var name: String
  /// The civil-service number; `nil` for those who have none.
  public var nip: NIP?
  /// Where reminders are mailed to; `nil` for those who have no address.
  public var mail: MailAddress?
  /// The first day on which the person no longer works here; `nil` for those who do.
  public var retired: CalendarDate?

  /// Makes a person.
  public init(
    id: PersonID, name: String, nip: NIP? = nil, mail: MailAddress? = nil,
    retired: CalendarDate? = nil
  ) {
    self.id = id
    self.name = name
    self.nip = nip
    self.mail = mail
    self.retired = retired
  }

  /// Whether the person works here on a day.
  public func isWorking(on day: CalendarDate) -> Bool { retired.map { $0 > day } ?? true }
}
