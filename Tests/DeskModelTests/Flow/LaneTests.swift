import Testing

@testable import DeskModel

/// Whom a lane means when it names no unit: the letterhead's own people, then those of who hands over.
struct LaneTests {
  private static func lane(_ position: PositionID, home: UnitID?, unit: UnitID? = nil) -> Lane {
    Lane(
      id: "x", name: "Contoh", posts: [Post(position: position, unit: unit)], home: home)
  }

  @Test(
    arguments: [
      (
        "kepala-seksi", nil, nil,
        [SmallOffice.kasiAnak, SmallOffice.kasiLansia, SmallOffice.kasiBencana]
      ),
      ("kepala-seksi", "rehsos", nil, [SmallOffice.kasiAnak, SmallOffice.kasiLansia]),
      ("kepala-seksi", "lansia", nil, [SmallOffice.kasiLansia]),
      ("kepala-bidang", "lansia", nil, [SmallOffice.rehsos]),
      ("kepala-bidang", "umum", nil, [SmallOffice.rehsos, SmallOffice.linjamsos]),
      ("kepala-seksi", "linjamsos", "anak", [SmallOffice.kasiAnak]),
      ("kepala-seksi", "linjamsos", "kantor-lain", [SmallOffice.kasiBencana]),
    ] as [(PositionID, UnitID?, UnitID?, [RoleID])])
  func theLetterheadNarrowsWhoIsMeant(
    position: PositionID, home: UnitID?, unit: UnitID?, roles: [RoleID]
  ) {
    let lane = Self.lane(position, home: home, unit: unit)
    #expect(SmallOffice.office.candidates(for: lane) == roles)
  }

  /// Begun by the head of a division, handed over by one of its sections: the section's own head is meant.
  @Test func whoHandsOverMeansHisOwnPeople() throws {
    let procedure = Procedure.small(
      "contoh-bidang",
      lanes: [
        ("kabid", ["kepala-bidang"]), ("staf", ["staf"]), ("kasi", ["kepala-seksi"]),
      ],
      steps: [
        (1, "kabid", .tugaskan, nil, nil), (2, "staf", .laksanakan, nil, nil),
        (3, "kasi", .laksanakan, nil, nil),
      ])
    var walk = try Walk(procedure, by: SmallOffice.rehsos, kind: .notaDinas)
    try walk.complete(SmallOffice.stafAnak)
    #expect(walk.waiting == [SmallOffice.kasiAnak.rawValue])
  }
}
