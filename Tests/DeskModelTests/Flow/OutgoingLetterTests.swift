import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// The way of a letter of our own: draft, parafs, return, signature, number, sending.
@Suite struct OutgoingLetterTests {
  @Test(arguments: [Act.periksa, .tandatangani])
  func whoAgreesNamesTheNextWhereTheLaneIsOpen(_ act: Act) throws {
    let procedure = Procedure.small(
      "contoh-setuju",
      lanes: [
        ("umum", ["pengadministrasi-umum"]), ("kadis", ["kepala-dinas"]),
        ("kasi", ["kepala-seksi"]),
      ],
      steps: [
        (1, "umum", .susun, nil, nil), (2, "kadis", act, nil, 1),
        (3, "kasi", .laksanakan, nil, nil), (4, "umum", .arsipkan, nil, nil),
      ])
    var walk = try Walk(procedure, by: Office.umum, kind: .outgoing)
    try walk.complete(Office.umum, Completion(draft: "Naskah"))
    func agree(_ recipients: [RoleID]) throws {
      let ref = try walk.task(Office.kadis)
      try walk.act(
        act == .periksa
          ? .paraf(ref, draft: 1, recipients: recipients)
          : .sign(ref, draft: 1, recipients: recipients), as: Office.kadis)
    }
    #expect(refusal { try agree([]) } == .recipientMissing)
    #expect(refusal { try agree([Office.rehsos]) } == .recipientUnfit)
    try agree([Office.kasiAnak])
    #expect(walk.waiting == [Office.kasiAnak.rawValue])
  }

  /// A letter drafted and on its way up, at the first review.
  private func drafted() throws -> Walk {
    var walk = try Walk(SmallProcedures.outgoing, by: Office.kasiAnak, kind: .outgoing)
    try walk.complete(Office.umum, Completion(draft: "Yth. Panti Contoh"))
    return walk
  }

  private static func sending(_ place: String = "Boks 2") -> Completion {
    Completion(
      classification: Classification(code: "400.9.2", name: "Anak"), channel: "kurir",
      place: place)
  }

  @Test func climbsIsSignedNumberedSentAndFiled() throws {
    var walk = try drafted()
    #expect(walk.state?.number == nil)
    try walk.act(.paraf(try walk.task(Office.kasiAnak), draft: 1), as: Office.kasiAnak)
    // The head of the unit above, not another division's.
    #expect(walk.waiting == [Office.rehsos.rawValue])
    try walk.act(.paraf(try walk.task(Office.rehsos), draft: 1), as: Office.rehsos)
    try walk.act(.sign(try walk.task(Office.kadis), draft: 1), as: Office.kadis)
    #expect(walk.state?.signature(on: 0)?.role == Office.kadis)
    try walk.complete(Office.umum, Self.sending())
    #expect(walk.state?.number?.text == "400.9.2/001/DINSOS/2026")
    #expect(walk.state?.sent != nil)
    #expect(walk.state?.status == .finished)
  }

  @Test func aNewVersionMakesParafsFallAndTheySignAnew() throws {
    var walk = try drafted()
    try walk.act(.paraf(try walk.task(Office.kasiAnak), draft: 1), as: Office.kasiAnak)
    try walk.act(.paraf(try walk.task(Office.rehsos), draft: 1), as: Office.rehsos)
    let correction = Action.giveBack(
      try walk.task(Office.kadis), reason: "Perbaiki sapaan", corrected: "Yth. Kepala Panti",
      basedOn: 1)
    try walk.act(correction, as: Office.kadis)
    // To the lowest rank whose paraf fell, not just one step down.
    #expect(walk.waiting == [Office.kasiAnak.rawValue])
    #expect(walk.state?.fallenParafs(on: 0).map(\.step) == [3, 4])
    let seenOld = Action.paraf(try walk.task(Office.kasiAnak), draft: 1)
    #expect(refusal { try walk.act(seenOld, as: Office.kasiAnak) } == .draftChanged)
    try walk.act(.paraf(try walk.task(Office.kasiAnak), draft: 2), as: Office.kasiAnak)
    try walk.act(.paraf(try walk.task(Office.rehsos), draft: 2), as: Office.rehsos)
    try walk.act(.sign(try walk.task(Office.kadis), draft: 2), as: Office.kadis)
    #expect(walk.state?.fallenParafs(on: 0).isEmpty == true)
  }

  @Test func aTextWrittenFromAnOlderVersionIsRefused() throws {
    var walk = try drafted()
    let back = Action.giveBack(
      try walk.task(Office.kasiAnak), reason: "Kurang", corrected: "Versi dua", basedOn: 0)
    #expect(refusal { try walk.act(back, as: Office.kasiAnak) } == .draftChanged)
    let home = Action.giveBack(
      try walk.task(Office.kasiAnak), reason: "Kurang", corrected: nil)
    try walk.act(home, as: Office.kasiAnak)
    let drafting = try walk.task(Office.umum)
    try walk.act(.writeDraft(drafting, text: "Dari rekan", basedOn: 1), as: Office.umum)
    let late = [
      Action.writeDraft(drafting, text: "Dari versi lama", basedOn: 1),
      .complete(drafting, Completion(draft: "Dari versi lama", basedOn: 1)),
    ]
    for action in late {
      #expect(refusal { try walk.act(action, as: Office.umum) } == .draftChanged)
    }
    #expect(walk.state?.draft(on: 0)?.text == "Dari rekan")
    try walk.act(.writeDraft(drafting, text: "Digabung", basedOn: 2), as: Office.umum)
    #expect(walk.state?.draft(on: 0)?.text == "Digabung")
  }

  @Test func isReturnedToItsDrafterAndClimbsAgain() throws {
    var walk = try drafted()
    let back = Action.giveBack(
      try walk.task(Office.kasiAnak), reason: "Kurang lampiran", corrected: nil)
    try walk.act(back, as: Office.kasiAnak)
    #expect(walk.waiting == [Office.umum.rawValue])
    try walk.complete(Office.umum, Completion(draft: "Yth. Panti Contoh, terlampir", basedOn: 1))
    #expect(walk.state?.draft(on: 0)?.version == 2)
    try walk.act(.paraf(try walk.task(Office.kasiAnak), draft: 2), as: Office.kasiAnak)
    #expect(walk.waiting == [Office.rehsos.rawValue])
  }

  @Test func isNotPassedOnWithoutText() throws {
    var walk = try Walk(SmallProcedures.outgoing, by: Office.kasiAnak, kind: .outgoing)
    #expect(refusal { try walk.complete(Office.umum) } == .draftMissing)
    #expect(refusal { try walk.complete(Office.umum, Completion(draft: " \n")) } == .draftMissing)
    #expect(
      refusal {
        try walk.complete(
          Office.umum, Completion(draft: String(repeating: "x", count: 200_001)))
      } == .badText)
  }

  @Test func isNotNumberedWithoutClassificationNorSentWithoutAWay() throws {
    var walk = try drafted()
    try walk.act(.paraf(try walk.task(Office.kasiAnak), draft: 1), as: Office.kasiAnak)
    try walk.act(.paraf(try walk.task(Office.rehsos), draft: 1), as: Office.rehsos)
    try walk.act(.sign(try walk.task(Office.kadis), draft: 1), as: Office.kadis)
    #expect(refusal { try walk.complete(Office.umum) } == .classificationMissing)
    var unsent = Self.sending()
    unsent.channel = nil
    #expect(refusal { try walk.complete(Office.umum, unsent) } == .channelMissing)
    #expect(walk.state?.number == nil)
  }
}
