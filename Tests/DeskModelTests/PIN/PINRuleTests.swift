import Foundation
import Testing

@testable import DeskModel

/// What may be a PIN, how long a lock lasts, and what is kept of either.
@Suite struct PINRuleTests {
  @Test(arguments: [
    ("", PINFault.length), ("73051", .length), ("7305191234567", .length), ("73o519", .notDigits),
    ("730 19", .notDigits), ("-73051", .notDigits), ("٧٣٠٥١٩", .notDigits),
    (String(repeating: "7", count: 100_000), .notDigits),
  ])
  func whatIsNoPIN(_ typed: String, _ fault: PINFault) {
    #expect(throws: fault) { try PIN(typed: typed) }
  }

  private static let person = Result {
    Person(id: "contoh", name: "Contoh", nip: try NIP("198504172010011007"))
  }

  @Test(arguments: [
    ("000000", PINFault.trivial), ("999999", .trivial), ("123456", .trivial), ("654321", .trivial),
    ("567890", .trivial), ("098765", .trivial), ("135791", .trivial), ("121212", .trivial),
    ("123123", .trivial), ("1231231", .trivial), ("246810", .trivial), ("850417", .personal),
    ("19850417", .personal), ("170485", .personal), ("17041985", .personal), ("011007", .personal),
  ])
  func whatWouldBeTriedFirstIsRefused(_ typed: String, _ fault: PINFault) throws {
    let (pin, person) = (try PIN(typed: typed), try Self.person.get())
    #expect(throws: fault) { try pin.requireFit(for: person) }
  }

  @Test(arguments: ["730519", "112233", "123457", "41704198", "908172635445"])
  func anyOtherIsTaken(_ typed: String) throws {
    try PIN(typed: typed).requireFit(for: Self.person.get())
    try PIN(typed: typed).requireFit(for: Person(id: "x", name: "X"))
  }

  @Test(
    arguments: [
      (0, 1), (1, 2), (2, 4), (5, 32), (10, 1_024), (11, 1_440), (63, 1_440), (1_000_000, 1_440),
      (-1, 1),
    ] as [(Int, Int64)])
  func eachLockIsTwiceAsLongUpToADay(_ before: Int, _ minutes: Int64) {
    #expect(PINLock.length(after: before) == minutes * 60_000)
  }

  @Test func aSecretKnowsItsPINAndNoOther() throws {
    let cost = PINSecret.Cost(exponent: 4, blockSize: 8, parallelism: 1)
    let pin = try PIN(typed: "730519")
    let (one, two) = (try PINSecret(pin, cost: cost), try PINSecret(pin, cost: cost))
    #expect(try one.matches(pin))
    #expect(try !one.matches(PIN(typed: "730518")))
    #expect(one.salt != two.salt && one.hash != two.hash)
    #expect(one.seal(of: "a") != two.seal(of: "a"))
    #expect(one.seal(of: "a") != one.seal(of: "b"))
    #expect(one.seal(of: "a") == one.seal(of: "a"))
  }

  /// Made by another scrypt: `hashlib.scrypt(b"730519", salt=b"garam-contoh-16b", n=16, r=8, p=1, dklen=32)`.
  @Test func hashesAsOthersDo() throws {
    let hash = "e639f4790df5f59e9001efa14ad8c772584148d843099bad3e4c4ff43050a263"
    let bytes = stride(from: 0, to: 64, by: 2).compactMap { place in
      UInt8(hash.dropFirst(place).prefix(2), radix: 16)
    }
    let secret = PINSecret(
      salt: Data("garam-contoh-16b".utf8), cost: .init(exponent: 4, blockSize: 8, parallelism: 1),
      hash: Data(bytes))
    #expect(try secret.matches(PIN(typed: "730519")))
    #expect(try !secret.matches(PIN(typed: "730518")))
  }

  @Test(arguments: [(0, 8, 1), (40, 8, 1), (15, 0, 1), (15, 8, 1_000)])
  func aCostThatNobodyChoseIsNotPaid(_ exponent: Int, _ size: Int, _ parallelism: Int) throws {
    let secret = PINSecret(
      salt: Data(count: 16),
      cost: .init(exponent: exponent, blockSize: size, parallelism: parallelism),
      hash: Data(count: 32))
    #expect(throws: PINFault.lost) { try secret.matches(.practice) }
  }
}
