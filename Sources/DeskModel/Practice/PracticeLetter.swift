/// What stands on a letter of the practice office, drawn once.
struct PracticeLetter: Sendable {
  var kind: LetterKind
  var sender: String?
  var senderNumber: String?
  var subject: String
  var secrecy: Secrecy
  var urgency: Urgency
  /// How many days before it came in the letter was written.
  var age: Int

  /// Draws a topic of a route and a letter about it.
  static func make(
    _ route: PracticePlan.Route, material: PracticeMaterial, _ chance: inout PracticeRandom
  ) -> (PracticeMaterial.Topic, PracticeLetter) {
    let correspondents = route == .incoming ? chance.pick(material.correspondents) : nil
    let topics =
      switch route {
      case .incoming: correspondents?.subjects ?? []
      case .outgoing: material.outgoing
      case .note: material.notes
      case .journey: material.journeys
      }
    let topic = chance.pick(topics) ?? PracticeMaterial.Topic(subject: route.procedure.rawValue)
    let letter = PracticeLetter(
      kind: route.kind, sender: correspondents.flatMap { chance.pick($0.senders) },
      senderNumber: correspondents.map {
        $0.numbering.replacing("{urut}", with: String(chance.number(1...480)))
      },
      subject: topic.subject
        .replacing("{tempat}", with: chance.pick(material.places) ?? "")
        .replacing("{jumlah}", with: String(chance.number(3...75))),
      secrecy: secrecy(chance.number(1...100)), urgency: urgency(chance.number(1...100)),
      age: chance.number(1...9))
    return (topic, letter)
  }

  private static func secrecy(_ percent: Int) -> Secrecy {
    switch percent {
    case ...84: .biasa
    case ...94: .terbatas
    case ...99: .rahasia
    default: .sangatRahasia
    }
  }

  private static func urgency(_ percent: Int) -> Urgency {
    switch percent {
    case ...70: .biasa
    case ...90: .segera
    default: .sangatSegera
    }
  }

  /// The letter as it is registered on a day.
  func letter(
    _ topic: PracticeMaterial.Topic, on day: CalendarDate, from role: RoleID, in office: Office
  ) -> Letter {
    guard let sender else {
      let unit = office.role(role).flatMap { office.unit($0.unit) }
      return Letter(
        kind: kind, secrecy: secrecy, urgency: urgency,
        classification: topic.classification, sender: unit?.name ?? office.name,
        addressee: topic.addressee, subject: subject)
    }
    let written = day.adding(days: -age)
    let number = senderNumber?
      .replacing("{bulan}", with: NumberPattern.romanMonths[written.month - 1])
      .replacing("{tahun}", with: String(written.year))
    return Letter(
      kind: kind, secrecy: secrecy, urgency: urgency, classification: topic.classification,
      sender: sender, senderNumber: number, letterDate: written, receivedDate: day,
      subject: subject)
  }

  /// The office's own text in one of its versions: a later one closes in other words.
  func text(
    _ topic: PracticeMaterial.Topic, version: Int, _ material: PracticeMaterial
  ) -> String {
    let closings = material.closings
    let closing = closings.isEmpty ? "" : closings[(version - 1) % closings.count]
    let head = topic.addressee.map { ["Yth. \($0)"] } ?? []
    return (head + ["Hal: \(subject)"] + topic.paragraphs + [closing]).joined(separator: "\n\n")
  }
}
