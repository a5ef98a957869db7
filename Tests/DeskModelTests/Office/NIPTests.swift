import DeskModel
import Foundation
import Testing

@Suite struct NIPTests {
  @Test(arguments: [
    ("199002142015032008", "19900214 201503 2 008"),
    ("19900214 201503 2 008", "19900214 201503 2 008"),
    (" 19900214.201503-2.008 ", "19900214 201503 2 008"),
    ("199505202023211004", "19950520 202321 1 004"),
    ("200402292024122001", "20040229 202412 2 001"),
  ])
  func readsAndGroups(_ text: String, _ printed: String) throws {
    let nip = try NIP(text)
    #expect(nip.description == printed)
    #expect(nip.digits == printed.filter { $0 != " " })
  }

  @Test(arguments: [
    ("", NIPFault.length(0)), ("19900214201503200", .length(17)),
    ("1990021420150320081", .length(19)), ("19900214 201503 2 00X", .notDigits),
    ("１９９００２１４２０１５０３２００８", .notDigits), ("199002302015032008", .birth("19900230")),
    ("200302292025032001", .birth("20030229")), ("189912312015032008", .birth("18991231")),
    ("199002142015132008", .appointment("201513")), ("199002140015032008", .appointment("001503")),
    ("199002142015002008", .appointment("201500")), ("199002142001032008", .age(11)),
    ("199002141980032008", .age(-9)), ("190002142015032008", .age(115)),
    ("199002142015033008", .sex("3")), ("199002142015032000", .sequence),
  ])
  func refusesWhatCannotBe(_ text: String, _ fault: NIPFault) {
    #expect(throws: fault) { try NIP(text) }
  }

  @Test func isItsDigitsInJSON() throws {
    let nip = try NIP("19900214 201503 2 008")
    let data = try JSONEncoder().encode([nip])
    #expect(String(decoding: data, as: UTF8.self) == #"["199002142015032008"]"#)
    #expect(try JSONDecoder().decode([NIP].self, from: data) == [nip])
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode([NIP].self, from: Data(#"["123"]"#.utf8))
    }
  }
}
