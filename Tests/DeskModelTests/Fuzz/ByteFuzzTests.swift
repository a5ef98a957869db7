import DeskTestSupport
import Foundation
import Testing

@testable import DeskModel

/// Whatever stands in a file or a line, its reader takes it or says in a sentence why not: soon, and in little memory.
@Suite struct ByteFuzzTests {
  @Test(arguments: FuzzedReader.all)
  func anyBytesAreTakenOrRefused(_ reader: FuzzedReader) throws {
    let settings = FuzzSettings.current
    if let recipe = settings.recipe {
      guard recipe.hasSuffix("/" + reader.name) else { return }
      feed(Array(try Data(contentsOf: URL(fileURLWithPath: recipe))), to: reader)
      return
    }
    let record = FuzzRecord(reader.name)
    let watchdog = Watchdog(reader.name)
    defer { watchdog.dismiss() }
    var spoilt = ByteMutator(
      seed: settings.seed, corpus: try reader.corpus(), longest: reader.longest)
    var slowest = Duration.zero
    let start = ContinuousClock.now
    let count = settings.keys.map { max(reader.count, $0 / 20_000 * reader.count) } ?? reader.count
    for number in 0..<count {
      let bytes = number == 0 ? try reader.corpus().first ?? [] : spoilt.next()
      record.replace(with: bytes)
      let begun = WorkedTime.now
      guard feed(bytes, to: reader) else { return }
      let time = WorkedTime.now - begun
      slowest = max(slowest, time)
      // Without the optimiser, or under a sanitizer, all takes many times as long.
      guard time < .seconds(settings.keys == nil ? 60 : 5) else {
        Issue.record("\(reader.name): \(bytes.count) bytes took \(time)")
        return
      }
      watchdog.beat()
    }
    record.discard()
    settings.tell(
      "\(reader.name): \(count) inputs in \(ContinuousClock.now - start), the slowest \(slowest)")
    if settings.keys != nil { #expect(FuzzSettings.peakMemory < 2_048, "megabytes") }
  }

  /// Has bytes read.
  ///
  /// - Returns: whether what came of it may be.
  @discardableResult
  private func feed(_ bytes: [UInt8], to reader: FuzzedReader) -> Bool {
    do {
      try reader.read(bytes)
      return true
    } catch let error as Faults {
      // YAML also breaks lines at a return alone, U+0085, U+2028 and U+2029, which end in these bytes.
      let ends: Set<UInt8> = [0x0A, 0x0D, 0x85, 0xA8, 0xA9]
      let lines = bytes.count(where: ends.contains) + 2
      let isSound =
        !error.list.isEmpty && error.list.allSatisfy { (1...lines).contains($0.line) }
      #expect(isSound, "\(reader.name): \(error.list)")
      return error.list.allSatisfy { expectSentence($0.message) } && isSound
    } catch let error as any Tellable {
      return expectSentence(error.message)
    } catch is DecodingError where reader.name == "phrases" {
      // The phrasebook says in its stead which file is broken.
      return true
    } catch {
      Issue.record("\(reader.name): \(error)")
      return false
    }
  }
}

/// Expects that a message has its phrase in both languages, and something to put into each of its places.
@discardableResult
func expectSentence(_ message: Message) -> Bool {
  [ProcedureFixture.indonesian, SentenceCheck.english].allSatisfy { phrases in
    let phrase = phrases(message.key)
    let places = phrase.matches(of: /\{([a-z]+)\}/).map { String($0.1) }
    let isWhole =
      phrase != "[\(message.key)]" && places.allSatisfy { message.arguments[$0] != nil }
    #expect(isWhole, "\(message) → \(phrase)")
    return isWhole
  }
}

private enum SentenceCheck {
  static let english = ProcedureFixture.phrasebook(.en)
}
