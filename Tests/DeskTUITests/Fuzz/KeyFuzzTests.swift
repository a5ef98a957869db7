import DeskTestSupport
import Foundation
import Testing

@testable import DeskTUI

/// Whatever is pressed at a desk, it goes on, and the office stays whole.
@Suite struct KeyFuzzTests {
  private let settings = FuzzSettings.current

  /// The keys that are pressed in one office of a long run before its books are looked over.
  private static let day = 10_000

  @Test(.enabled(if: FuzzSettings.current.recipe == nil))
  func anyKeysLeaveTheOfficeWhole() throws {
    let watchdog = Watchdog("keys")
    defer { watchdog.dismiss() }
    var reach = FuzzReach()
    var pressed = 0
    var slowest = (time: Duration.zero, step: "")
    let start = ContinuousClock.now
    let (all, day) = settings.keys.map { ($0, Self.day) } ?? (2_000, 1_000)
    var seed = settings.seed
    while pressed < all {
      let office = try work(seed: seed, keys: day, watchdog)
      pressed += office.pressed
      reach.add(office.reach)
      if office.slowest.time > slowest.time { slowest = office.slowest }
      seed += 1
      if seed % 10 == 0 { settings.tell("\(pressed) keys in \(ContinuousClock.now - start)") }
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    settings.tell(
      """
      \(pressed) keys in \(Int(seconds)) s, \(Int(Double(pressed) / seconds)) a second; \
      peak \(FuzzSettings.peakMemory) MB; the slowest step took \(slowest.time): \(slowest.step)
      \(reach.summary)
      """)
    #expect(slowest.time < .seconds(30))
    check(reach)
  }

  /// Random fingers must come far, or they prove nothing.
  private func check(_ reach: FuzzReach) {
    guard settings.keys ?? 0 >= 1_000_000 else {
      #expect(reach.commands.count >= 36 && reach.events.count >= 10, "\(reach.summary)")
      return
    }
    #expect(reach.missedCommands.isEmpty)
    // An office is founded, and gets its key, before anybody presses anything.
    #expect(reach.missedEvents == ["officeFounded", "officeKeyed"])
  }

  /// What was written down before a crash, once more.
  @Test(.enabled(if: FuzzSettings.current.recipe?.hasSuffix(".keys") == true))
  func aRecipeIsRepeated() throws {
    let path = try #require(settings.recipe)
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    var lines = text.split(separator: "\n").map(String.init)
    let kind = try #require(lines.first.flatMap(FuzzedOffice.Kind.init))
    lines.removeFirst()
    let office = try FuzzedOffice(kind)
    let watchdog = Watchdog("recipe")
    defer { watchdog.dismiss() }
    for line in lines {
      try office.play(try #require(FuzzStep(line)))
      watchdog.beat()
    }
    try office.close()
  }

  @Test(.enabled(if: FuzzSettings.current.recipe == nil))
  func everyStepIsReadAsItWasWritten() throws {
    var fingers = Fingers(seed: 5)
    let office = try FuzzedOffice(.small)
    for _ in 0..<300 {
      let step = try fingers.next(in: office)
      #expect(FuzzStep(step.description) == step)
      try office.play(step)
    }
    for step in [FuzzStep.letter("a b/%\n"), .setBack(3), .administer(.max), .spoilDrafts(0)] {
      #expect(FuzzStep(step.description) == step)
    }
  }

  /// A day at one office.
  private func work(seed: UInt64, keys: Int, _ watchdog: Watchdog) throws -> FuzzedOffice {
    let kinds = FuzzedOffice.Kind.allCases
    let kind = kinds[Int(seed % UInt64(kinds.count))]
    var fingers = Fingers(seed: seed)
    let office = try FuzzedOffice(kind)
    let record = FuzzRecord("\(seed).keys")
    record.add(kind.rawValue)
    while office.pressed < keys {
      let step = try fingers.next(in: office)
      record.add(step.description)
      do {
        try office.play(step)
      } catch {
        throw FuzzedOffice.Fault("seed \(seed), key \(office.pressed), \(step): \(error)")
      }
      watchdog.beat()
    }
    do { try office.close() } catch { throw FuzzedOffice.Fault("seed \(seed): \(error)") }
    record.discard()
    return office
  }
}
