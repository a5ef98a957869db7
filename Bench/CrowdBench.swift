import DeskModel
import DeskPseudoTerminal
import Foundation

/// Many desks at one office at once: how long an action waits for the others, and whether any is lost.
enum CrowdBench {
  /// A crowd: how many desks, how long each pauses between two actions at most, in milliseconds, and how many
  /// letters each registers.
  private struct Crowd {
    var desks: Int
    var pause: Int
    var rounds: Int
    var name: String
  }

  /// Times every action of 64 desks with think time and of 16 without.
  ///
  /// - Throws: `BenchError.failed` when an acknowledged action is not there afterwards.
  static func writers(
    in root: String, program: String, assets: AssetsFolder, into report: inout Report
  ) throws {
    for crowd in [
      Crowd(desks: 64, pause: 4_000, rounds: 10, name: "64 desks with think time"),
      Crowd(desks: 16, pause: 0, rounds: 300, name: "16 desks without a pause"),
    ] {
      let times = try run(crowd, in: root, program: program, assets: assets)
      report.value(
        "\(crowd.name), an action, p99", times.percentile(0.99) / 1e3, unit: "ms", goal: 50)
      report.value(
        "\(crowd.name), the longest", times.percentile(1) / 1e3, unit: "ms", goal: 250)
    }
  }

  private static func run(
    _ crowd: Crowd, in root: String, program: String, assets: AssetsFolder
  ) throws -> Samples {
    let place = URL(fileURLWithPath: "\(root)/crowd")
    try? FileManager.default.removeItem(at: place)
    defer { try? FileManager.default.removeItem(at: place) }
    let folder = OfficeFolder(place.path + "/office")
    try Practice.found(in: folder, assets: assets)
    let before = try numbers(in: folder)
    var writers = try WriterCrowd(
      program: program, office: folder.root, folder: place.appendingPathComponent("words"))
    let running = try (0..<crowd.desks).map { _ in
      try writers.start(rounds: crowd.rounds, pause: crowd.pause)
    }
    for writer in running {
      writer.process.waitUntilExit()
      guard writer.process.terminationStatus == 0 else {
        throw BenchError.failed("a desk of \(crowd.name) ended with an error")
      }
    }
    let deeds = try writers.deeds()
    let registered = deeds.compactMap { deed -> Int? in
      if case .register(let number, _) = deed.deed { number } else { nil }
    }
    // Everybody's letters follow each other without a gap, and nobody's is lost.
    guard registered.sorted() == Array((before + 1)...(before + crowd.desks * crowd.rounds)) else {
      throw BenchError.failed("the numbers of \(crowd.name) have gaps or doubles")
    }
    let desk = try Desk(folder)
    _ = try desk.verify()
    try desk.close()
    return Samples(deeds.map { Double($0.microseconds) })
  }

  private static func numbers(in folder: OfficeFolder) throws -> Int {
    let desk = try Desk(folder)
    defer { try? desk.close() }
    let year = desk.office.calendar.date(of: desk.clock()).year
    return try desk.agenda("surat-masuk", period: year, before: nil, limit: 1).first?.number?
      .sequence ?? 0
  }
}
