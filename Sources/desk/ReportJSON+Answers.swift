import DeskModel

// Whole answers that more than one command gives.
extension ReportJSON {
  func queue(
    _ role: RoleID, _ rows: [QueueRow], _ counts: QueueCounts, now: Timestamp
  ) -> JSONText {
    .sorted([
      "counts": .sorted(
        Dictionary(
          uniqueKeysWithValues: QueueFilter.allCases.map { ($0.rawValue, .integer(counts[$0])) })),
      "role": .string(role.rawValue), "tasks": .array(rows.map { value($0, now: now) }),
    ])
  }

  func letter(_ row: LetterRow, _ cases: [CaseView]) -> JSONText {
    .sorted(["cases": .array(cases.map(value)), "letter": value(row)])
  }

  /// A person with chairs of today and later, users and keys.
  func value(_ record: PersonRecord) -> JSONText {
    let person = record.person
    return .sorted([
      "appointments": .array(record.appointments.map(value)), "id": .string(person.id.rawValue),
      "keys": .array(
        record.keys.map {
          .sorted(["fingerprint": .string($0.fingerprint), "type": .string($0.type)])
        }),
      "mail": JSONText(person.mail?.text), "name": .string(person.name),
      "nip": JSONText(person.nip?.digits),
      "retired": JSONText(person.retired?.description),
      "users": .array(record.users.map { .string($0) }),
    ])
  }

  private func value(_ appointment: Appointment) -> JSONText {
    .sorted([
      "decree": JSONText(appointment.decree), "from": .string(appointment.from.description),
      "kind": .string(appointment.kind.word),
      "lender": JSONText(appointment.lending?.lender.rawValue),
      "reason": JSONText(appointment.lending?.reason),
      "role": .string(appointment.role.rawValue),
      "until": JSONText(appointment.until?.description),
    ])
  }
}
