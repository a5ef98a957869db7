import DeskModel
import DeskPseudoTerminal
import DeskTestSupport
import Foundation
import Glibc
import Testing

/// A thousand desks are killed at random moments while they write: what the office acknowledged is there, whole,
/// and nothing else is half there.
@Suite struct KilledDesksTests {
  private static let kills = 1_000

  @Test func leaveEveryAcknowledgedActionAndNoHalfOne() throws {
    let office = try TemporaryOffice()
    let folder = URL(fileURLWithPath: office.folder.root + "-writers")
    defer { try? FileManager.default.removeItem(at: folder) }
    var crowd = try WriterCrowd(
      program: PseudoTerminal.built("DeskWriterProbe"), office: office.folder.root, folder: folder)
    var random = SeededGenerator(seed: 20_261_121)
    var writers = try (0..<4).map { _ in try crowd.start(rounds: .max, pause: 20) }
    for _ in 0..<Self.kills {
      let place = Int.random(in: writers.indices, using: &random)
      // Most are killed at work, some while they still open the office.
      if Int.random(in: 0..<10, using: &random) > 0 { try wait(for: writers[place]) }
      usleep(UInt32.random(in: 0...12_000, using: &random))
      kill(writers[place].process.processIdentifier, SIGKILL)
      writers[place].process.waitUntilExit()
      #expect(writers[place].process.terminationReason == .uncaughtSignal)
      writers[place] = try crowd.start(rounds: .max, pause: 20)
    }
    for writer in writers {
      kill(writer.process.processIdentifier, SIGKILL)
      writer.process.waitUntilExit()
    }

    let desk = try Desk(office.folder)
    _ = try desk.verify()
    let deeds = try crowd.deeds().map(\.deed)
    #expect(deeds.count > Self.kills / 2, "too little was going on: \(deeds.count)")
    var letters: [Int: String] = [:]
    var before: LetterID?
    while case let page = try desk.letters(before: before, limit: 500), let last = page.last {
      for row in page { letters[try #require(row.number?.sequence)] = row.subject }
      before = last.id
    }
    #expect(letters.keys.sorted() == Array(1...letters.count), "a number is missing or double")
    for deed in deeds {
      switch deed {
      case .register(let number, let subject): #expect(letters[number] == subject)
      case .dispose(let id):
        #expect(try desk.caseView(id)?.dispositions.count == 1, "a disposition is lost")
      }
    }
    // Nobody's death keeps others from writing.
    try office.register("Sesudahnya")
  }

  private func wait(for writer: WriterCrowd.Writer) throws {
    let end = ContinuousClock.now + PseudoTerminal.patience
    while !writer.hasBegun {
      try #require(ContinuousClock.now < end && writer.process.isRunning, "a writer does nothing")
      usleep(500)
    }
  }
}
