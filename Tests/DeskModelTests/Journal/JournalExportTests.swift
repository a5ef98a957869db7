import Foundation
import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// What others check without us: `docs/verify_journal.py` on an export, whole and tampered with.
@Suite struct JournalExportTests {
  /// A journal with a closed page in its middle, as lines.
  private static func lines() throws -> (lines: [String], head: String) {
    let test = try TestOffice()
    try test.register("Tanda \"kutip\" \\ garis/miring é \u{1F600}")
    let day = Office.office.calendar.date(of: Office.monday)
    try test.act(.keepBook(.closePage("keluar", day)), as: Office.umum)
    try test.act(.keepBook(.closePage("masuk", day)), as: Office.umum)
    try test.register("Kedua")
    var bytes: [UInt8] = []
    try test.desk.exportJournal { bytes += $0 }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasSuffix("\n"))
    let head = try test.desk.journalHead()
    return (
      text.split(separator: "\n").map(String.init),
      "\(head.entries) \(HashChain.shortCode(head.head))"
    )
  }

  private static func check(_ lines: [String]) throws -> (code: Int32, out: String, err: String) {
    let script =
      URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).dropFirst()
      .reduce("") { $0 + "/" + $1 } + "/docs/verify_journal.py"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["PYTHONDONTWRITEBYTECODE=1", "python3", script]
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let (out, err) = (Pipe(), Pipe())
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = out
    process.standardError = err
    try process.run()
    let said = (
      out.fileHandleForReading.readDataToEndOfFile(), err.fileHandleForReading.readDataToEndOfFile()
    )
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: said.0, as: UTF8.self),
      String(decoding: said.1, as: UTF8.self)
    )
  }

  @Test func anExportHoldsAndGivesTheSameCode() throws {
    let (lines, head) = try Self.lines()
    let run = try Self.check(lines)
    #expect(run.code == 0, "\(run.err)")
    #expect(run.out == head + "\n")
  }

  @Test func namesTheFirstLineThatWasTamperedWith() throws {
    let (lines, _) = try Self.lines()
    let closing = try #require(lines.firstIndex { $0.contains("\"type\":\"pageClosed\"") })
    func check(_ first: Int, _ change: (inout [String]) -> Void) throws {
      var other = lines
      change(&other)
      #expect(other != lines)
      let run = try Self.check(other)
      #expect(run.code == 1)
      #expect(run.err.hasPrefix("entry \(first): "), "\(run.err)")
    }
    try check(5) { $0[4] = $0[4].replacing("Panti", with: "Parti") }
    try check(3) { $0.remove(at: 2) }
    try check(3) { $0.swapAt(2, 3) }
    try check(4) { $0.insert($0[2], at: 3) }
    try check(2) {
      $0[1] = $0[1].replacing("\"standing\":\"definitive\"", with: "\"standing\":\"plt\"")
    }
    try check(1) { $0[0] = $0[0].replacing("\"hash\":\"", with: "\"hash\":\"0") }
    try check(2) { $0[1] = "bukan JSON" }
    // A whole journal with new hashes from the first changed line on still lacks the office's signature.
    try check(closing + 1) { lines in
      lines[2] = lines[2].replacing("Langkah 1", with: "Langkah Lain")
      lines = Self.rehashed(lines)
    }
  }

  /// An export that failed, or was never made, is no whole journal.
  @Test func anEmptyExportIsNoJournal() throws {
    let run = try Self.check([])
    #expect(run.code == 1)
    #expect(run.out == "")
    #expect(run.err == "no entries\n")
  }

  /// The lines with hashes that fit them, as one makes them who can write but not sign.
  private static func rehashed(_ lines: [String]) -> [String] {
    var head = JournalRecord.origin
    return lines.map { line in
      guard let start = line.ranges(of: "\"hash\":\"").last?.lowerBound,
        let end = line.index(start, offsetBy: 74, limitedBy: line.endIndex)
      else { return line }
      let plain = line[..<start] + line[end...]
      head = Data(HashChain.digest(of: Array(plain.utf8), after: head))
      return line[..<start] + "\"hash\":\"\(head.hexDigits)\"," + line[end...]
    }
  }
}
