extension OfficeReader {
  /// What the people file holds.
  struct Staff {
    var people: [Person]
    var appointments: [Appointment]
  }

  static func readPeople(_ file: File, roles: [Role]) throws(Faults) -> Staff {
    try YAMLFile.read(file.bytes, file: file.name) { top in
      top.expect(keys: ["orang", "penugasan"])
      let people = people(top)
      let known = Set(people.map(\.id))
      let roles = Set(roles.map(\.id))
      let appointments = top.mappings("penugasan").compactMap {
        appointment($0, people: known, roles: roles)
      }
      return Staff(people: people, appointments: appointments)
    }
  }

  private static func people(_ top: YAMLMapping) -> [Person] {
    var seen = SlugCheck()
    var numbers: Set<NIP> = []
    return entries(top, "orang").compactMap { entry in
      entry.expect(keys: ["id", "nama", "nip", "surel"])
      let id = seen.slug(entry, "id")
      let name = entry.text("nama")
      let number = entry.scalarIfPresent("nip").flatMap { nip($0, &numbers) }
      let mail = entry.scalarIfPresent("surel").flatMap { text in
        let address = MailAddress(text.text)
        if address == nil { text.fault(Message("admin.bad-mail", ["text": text.quoted])) }
        return address
      }
      guard let id, let name else { return nil }
      return Person(id: PersonID(id), name: name, nip: number, mail: mail)
    }
  }

  private static func nip(_ text: YAMLScalar, _ numbers: inout Set<NIP>) -> NIP? {
    do {
      let number = try NIP(text.text)
      if !numbers.insert(number).inserted {
        text.fault(Message("office.twice", ["value": number.description]))
      }
      return number
    } catch {
      text.fault(error.message)
      return nil
    }
  }

  private static func appointment(
    _ entry: YAMLMapping, people: Set<PersonID>, roles: Set<RoleID>
  ) -> Appointment? {
    entry.expect(keys: ["orang", "jabatan", "sebagai", "sejak", "sampai", "sk"])
    let person = entry.scalar("orang")
    let role = entry.scalar("jabatan")
    let word = entry.scalarIfPresent("sebagai")
    let kind = word.map { $0.choice(of: Appointment.Kind.Word.self)?.kind } ?? .definitive
    let from = date(entry, "sejak")
    let untilText = entry.scalarIfPresent("sampai")
    let until = untilText.flatMap { date($0) }
    let decree = entry.textIfPresent("sk")

    if let person, !people.contains(PersonID(person.text)) {
      person.fault(Message("office.person-unknown", ["value": person.quoted]))
    }
    if let role, !roles.contains(RoleID(role.text)) {
      role.fault(Message("office.role-unknown", ["value": role.quoted]))
    }
    if let from, let until, until < from {
      untilText?.fault(Message("office.until-before-from", ["from": from.dayFirst]))
    }
    // A mandate is shown with its order, and a daily one ends with the absence it bridges.
    if let word, let kind, kind != .definitive, decree == nil {
      word.fault(Message("office.acting-without-decree"))
    }
    if let word, kind == .plh, untilText == nil { word.fault(Message("office.plh-without-end")) }
    guard let person, let role, let kind, let from else { return nil }
    return Appointment(
      person: PersonID(person.text), role: RoleID(role.text), kind: kind, from: from, until: until,
      decree: decree)
  }
}
