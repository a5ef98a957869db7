import DeskModel
import Foundation
import GRDB
import GRDBSQLite

/// Pages, searches and commits: the questions that every screen asks, and what one action costs.
enum StoreBench {
  static let sizes = [10_000, 100_000, 1_000_000]

  /// Times the questions at every size and holds the largest against the smallest.
  ///
  /// The sizes take turns, so that a machine which is slower for a while is slower for all of them.
  static func questions(in root: String, assets: AssetsFolder, into report: inout Report) throws {
    let desks = try sizes.map { try Desk(Generator(letters: $0, assets: assets).office(in: root)) }
    let asked = try desks.map { try questions(to: $0) }
    for (place, question) in asked[0].enumerated() {
      let samples = try Samples.inTurns(400, asked.map { $0[place].ask })
      report.note("\(question.name), 100 k letters", samples[1].median, unit: "µs")
      report.ratio(
        "\(question.name), 1 M : 10 k letters", samples[2].median, to: samples[0].median,
        unit: "µs", goal: 1.2)
    }
    for desk in desks { try desk.close() }
  }

  /// What screens ask of an office, by a running number.
  private static func questions(
    to desk: Desk
  ) throws -> [(name: String, ask: (Int) throws -> Void)] {
    // Everybody asks as who they are: secret letters are left out in the question itself.
    let readers = desk.office.appointments.map {
      Actor(person: $0.person, role: $0.role, standing: $0.kind)
    }
    // A page in the middle of a queue, not only its first: keyset paging costs the same everywhere.
    let cursors = try readers.map { try desk.queue(of: $0.role, limit: 50, for: $0).last?.cursor }
    let terms = ["undang", "yayasan", "bencana logist", "lap", "kecam rehab"]
    return [
      (
        "agenda page",
        { index in
          _ = try desk.agenda(
            "surat-masuk", period: 2026, before: 9_000 - index, limit: 50,
            for: readers[index % readers.count])
        }
      ),
      (
        "queue page",
        { index in
          let place = index % readers.count
          let reader = readers[place]
          _ = try desk.queue(of: reader.role, after: cursors[place], limit: 50, for: reader)
        }
      ),
      (
        "search",
        { index in
          _ = try desk.search(
            terms[index % terms.count], limit: 50, for: readers[index % readers.count])
        }
      ),
    ]
  }

  /// Times one action against the same rows written by bare SQLite, taken in turns.
  static func commit(in root: String, assets: AssetsFolder, into report: inout Report) throws {
    let folder = try Generator(letters: 10_000, assets: assets).office(in: root)
    let files = FileManager.default
    let copy = "\(root)/bare.sqlite"
    for rest in ["", "-wal", "-shm"] { try? files.removeItem(atPath: copy + rest) }
    defer { for rest in ["", "-wal", "-shm"] { try? files.removeItem(atPath: copy + rest) } }
    let source = try DatabaseQueue(path: folder.database)
    try source.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
    let last = try source.inDatabase { try Int64.fetchOne($0, sql: "SELECT max(seq) FROM event") }
    try source.close()

    let desk = try Desk(folder)
    let (actor, head) = try hands(of: desk)
    let writer = try BareWriter(path: copy, from: (last ?? 0) + 1)
    var ours: [Double] = []
    var bare: [Double] = []
    for round in 0..<600 {
      let letter = Letter(
        kind: .incoming, sender: "Yayasan Contoh \(round % 50)", senderNumber: "\(round)/YC/2026",
        subject: "Permohonan bantuan \(round)")
      let registration = Registration(letter: letter, procedure: "ntt-001")
      var start = Samples.now
      let receipt = try desk.perform(.register(registration), as: actor)
      ours.append(Samples.now - start)
      guard receipt.entries.count == 9 else {
        throw BenchError.failed("a registration is \(receipt.entries.count) events, not 9")
      }
      start = Samples.now
      try writer.register(
        round, clerk: actor.person.rawValue, role: actor.role.rawValue, head: head.id.rawValue,
        body: Self.body)
      bare.append(Samples.now - start)
    }
    try desk.close()
    report.note("register a letter, p99", Samples(ours).percentile(0.99), unit: "µs")
    report.ratio(
      "register a letter : bare SQLite, same rows", Samples(ours).median,
      to: Samples(bare).median, unit: "µs", goal: 2)
  }

  /// Times the checking of a journal of some hundred thousand entries that were acted out.
  static func verification(in root: String, assets: AssetsFolder, into report: inout Report) throws
  {
    let folder = OfficeFolder("\(root)/office-journal")
    try? FileManager.default.removeItem(atPath: folder.root)
    defer { try? FileManager.default.removeItem(atPath: folder.root) }
    try Practice.found(in: folder, assets: assets)
    let desk = try Desk(folder)
    let (clerk, _) = try hands(of: desk)
    for round in 0..<20_000 {
      let letter = Letter(
        kind: .incoming, sender: "Yayasan Contoh \(round % 50)", subject: "Permohonan \(round)")
      try desk.perform(.register(Registration(letter: letter, procedure: "ntt-001")), as: clerk)
    }
    let times = try Samples.inTurns(5, [{ _ in _ = try desk.verify() }])[0]
    let entries = Double(try desk.verify().entries)
    try desk.close()
    report.note("journal verify, entries", entries, unit: "")
    report.value("journal verify, an entry", times.median / entries, unit: "µs", goal: 10)
  }

  /// Who registers letters, and who is given them.
  private static func hands(of desk: Desk) throws -> (clerk: Actor, head: Role) {
    guard
      let clerk = desk.office.appointments.first(where: { desk.office.hasDuty(.registers, $0.role) }
      ),
      let head = desk.office.roles.first(where: { $0.position == "kepala-dinas" })
    else { throw BenchError.noPeople }
    return (Actor(person: clerk.person, role: clerk.role, standing: clerk.kind), head)
  }

  /// A body of the usual length.
  private static let body =
    "{\"act\":\"disposisi\",\"branch\":0,\"case\":1234567,\"due\":1790000600000,\"external\":false,"
    + "\"kind\":\"step\",\"lane\":\"kadis\",\"role\":\"kepala-dinas@dinas-sosial\",\"step\":2}"
}
