import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// Branches write texts of their own: what is written, parafed or signed on one is nothing to another.
@Suite struct BranchPaperTests {
  /// Drafted, disposed, drafted anew by a section or two, reviewed, signed, filed.
  private static let procedure = Procedure.small(
    "contoh-cabang",
    lanes: [
      ("umum", ["pengadministrasi-umum"]), ("kadis", ["kepala-dinas"]),
      ("kasi", ["kepala-seksi"]), ("kabid", ["kepala-bidang"]),
    ],
    steps: [
      (1, "umum", .susun, nil, nil), (2, "kadis", .disposisi, nil, nil),
      (3, "kasi", .susun, nil, nil), (4, "kabid", .periksa, nil, 3),
      (5, "kadis", .tandatangani, nil, 4), (6, "umum", .arsipkan, nil, nil),
    ])

  /// A text that two sections go on with.
  private func split() throws -> Walk {
    var walk = try Walk(Self.procedure, by: Office.umum, kind: .outgoing)
    try walk.complete(Office.umum, Completion(draft: "Induk"))
    try walk.dispose(Office.kadis, to: [Office.kasiAnak, Office.kasiBencana])
    return walk
  }

  /// What a branch's own text is now.
  private func text(_ walk: Walk, of role: RoleID) throws -> String? {
    let task = try #require(walk.state?.task(try walk.task(role).id))
    return walk.state?.draft(on: task.branch)?.text
  }

  /// Both sections have written, and their divisions have the texts.
  private func written() throws -> Walk {
    var walk = try split()
    try walk.complete(Office.kasiAnak, Completion(draft: "Anak", basedOn: 1))
    try walk.complete(Office.kasiBencana, Completion(draft: "Bencana", basedOn: 1))
    return walk
  }

  @Test func aBranchBeginsWithTheTextThatItSplitOffWith() throws {
    var walk = try split()
    try walk.complete(Office.kasiAnak, Completion(draft: "Anak", basedOn: 1))
    #expect(try text(walk, of: Office.rehsos) == "Anak")
    #expect(try text(walk, of: Office.kasiBencana) == "Induk")
    try walk.complete(Office.kasiBencana, Completion(draft: "Bencana", basedOn: 1))
    #expect(try text(walk, of: Office.linjamsos) == "Bencana")
    #expect(walk.state?.drafts.map(\.version) == [1, 2, 3])
  }

  @Test func aParafFallsByATextOfItsOwnBranchOnly() throws {
    var walk = try written()
    try walk.act(.paraf(try walk.task(Office.rehsos), draft: 2), as: Office.rehsos)
    #expect(
      refusal {
        try walk.act(.paraf(try walk.task(Office.linjamsos), draft: 2), as: Office.linjamsos)
      }
        == .draftChanged)
    try walk.act(
      .giveBack(
        try walk.task(Office.linjamsos), reason: "Kurang", corrected: "Bencana lagi", basedOn: 3),
      as: Office.linjamsos)
    let state = try #require(walk.state)
    #expect(state.parafs.map { state.stands($0) } == [true])
    try walk.act(.sign(try walk.task(Office.kadis), draft: 2), as: Office.kadis)
    #expect(walk.waiting == [Office.kasiBencana.rawValue])
  }

  @Test func bothAreSignedAndFiledTogether() throws {
    var walk = try written()
    try walk.act(.paraf(try walk.task(Office.rehsos), draft: 2), as: Office.rehsos)
    try walk.act(.paraf(try walk.task(Office.linjamsos), draft: 3), as: Office.linjamsos)
    for draft in [2, 3] {
      try walk.act(.sign(try walk.task(Office.kadis), draft: draft), as: Office.kadis)
    }
    #expect(walk.waiting == [Office.umum.rawValue])
    let code = Classification(code: "400.9", name: "Sosial")
    try walk.complete(Office.umum, Completion(classification: code, channel: "Pos"))
    #expect(walk.state?.status == .finished)
  }
}
