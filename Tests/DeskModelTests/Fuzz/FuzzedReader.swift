import Foundation
import Testing

@testable import DeskModel

/// A reader of what comes from outside, with good files for it to be spoilt.
struct FuzzedReader: Sendable, CustomTestStringConvertible {
  let name: String
  /// How many spoilt files it reads in every run of the tests: as many as a part of a second has room for.
  let count: Int
  /// The most bytes that it is given.
  let longest: Int
  /// The good files.
  let corpus: @Sendable () throws -> [[UInt8]]
  /// Reads bytes and, if they are taken, does with them what the desk does.
  let read: @Sendable ([UInt8]) throws -> Void

  var testDescription: String { name }

  /// A reader of files.
  init(
    _ name: String, count: Int = 25, longest: Int = 700_000,
    _ corpus: @escaping @Sendable () throws -> [[UInt8]],
    read: @escaping @Sendable ([UInt8]) throws -> Void
  ) {
    self.name = name
    self.count = count
    self.longest = longest
    self.corpus = corpus
    self.read = read
  }

  /// A reader of short texts.
  init(
    _ name: String, texts: [String], read: @escaping @Sendable (String) throws -> Void
  ) {
    self.init(name, count: 150, longest: 20_000) {
      texts.map { Array($0.utf8) }
    } read: { bytes in
      try read(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Every reader that there is.
  static let all = files + texts

  static let assets = AssetsFolder(root: ProcedureFixture.checkout + "/assets")

  /// The office that files are read against, made once.
  static let office = Result { try OfficeReader.practiceOffice(in: assets) }

  static func asset(_ path: String) throws -> [UInt8] { Array(try assets.read(path)) }

  /// Every procedure file of the checkout.
  static let procedureFiles = Result {
    let folder = FileManager.default.enumerator(atPath: ProcedureFixture.sopFolder)
    let paths = (folder?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".yaml") }
    return try paths.sorted().map { try asset("sop/" + $0) }
  }

  /// What is taken must come back from the journal as it was.
  static func keep(_ event: Event) throws {
    let again = try Event(name: event.name, body: event.body())
    #expect(again == event, "\(event.name) is another one when it is read again")
  }
}
