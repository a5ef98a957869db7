import Foundation
import Testing

@testable import DeskModel

// The files that an office writes or gets, and what is done with what stands in them.
extension FuzzedReader {
  static let files = [
    FuzzedReader("procedure", count: 60) {
      try procedureFiles.get()
    } read: { bytes in
      let dictionary = try ProcedureFixture.dictionary.get()
      let reading = try ProcedureReader.reading(bytes, file: "f", dictionary: dictionary)
      try use(reading.procedure)
    },
    FuzzedReader("bpmn") {
      try ["ntt-001", "ntt-002"].map { id in
        let procedure = try ProcedureFixture.procedure(id)
        let text = try ProcedureBPMN.text(procedure, phrases: ProcedureFixture.indonesian)
        return Array(text.utf8)
      }
    } read: { bytes in
      try use(BPMNReader.procedure(bytes, file: "f"))
    },
    FuzzedReader("structure") {
      [try asset("office/struktur-ntt.yaml")]
    } read: { bytes in
      let office = try OfficeReader.office(
        structure: .init(name: "f", bytes: bytes),
        calendar: .init("office/hari-libur.yaml", in: assets))
      try use(office)
    },
    FuzzedReader("people") {
      [try asset("office/orang-latihan.yaml")]
    } read: { bytes in
      let office = try OfficeReader.office(
        structure: .init("office/struktur-ntt.yaml", in: assets),
        calendar: .init("office/hari-libur.yaml", in: assets),
        people: .init(name: "f", bytes: bytes))
      try use(office)
    },
    FuzzedReader("calendar") {
      [try asset("office/hari-libur.yaml")]
    } read: { bytes in
      try use(OfficeReader.readCalendar(.init(name: "f", bytes: bytes)))
    },
    FuzzedReader("classification") {
      [try asset("office/klasifikasi.yaml")]
    } read: { bytes in
      for list in try OfficeReader.classifications(.init(name: "f", bytes: bytes)) {
        for code in ["400.9.2", "4", "999", ""] { _ = list.classification(typed: code) }
        for words in ["anak", "a b c", ""] { _ = list.search(words) }
      }
    },
    FuzzedReader("dictionary") {
      [try asset("office/kamus-pelaksana.yaml")]
    } read: { bytes in
      let dictionary = try PositionDictionary(.init(name: "f", bytes: bytes))
      _ = dictionary.posts(of: "Kabid/Kasi", in: "Dinas Sosial", under: nil)
    },
    FuzzedReader("letters") {
      [try asset("office/latihan-surat.yaml")]
    } read: { bytes in
      let codes = try OfficeReader.classifications(in: assets).first
      _ = try PracticeMaterial(.init(name: "f", bytes: bytes), office: office.get(), codes: codes)
    },
    FuzzedReader("phrases", count: 20) {
      [Array(#"{"a": "b", "c.d": "\"e\" \\ \/ \n", "f": "{g} é"}"#.utf8)]
        + [try asset("locale/id.json")]
    } read: { bytes in
      let phrases = Phrasebook(try JSONDocument(Data(bytes)).strings())
      for key in phrases.keys.prefix(20) { _ = phrases(key, ["letter": "{a}", "": "{"]) }
    },
    // A line of the journal that somebody wrote: the event's name, and what stands in it.
    FuzzedReader("event", count: 150) {
      let events =
        try Walk(SmallProcedures.incoming, by: SmallOffice.umum).entries.map(\.event)
        + [.officeFounded(SmallOffice.office)]
      return try events.map { Array("\($0.name.rawValue)\n\(try $0.body())".utf8) }
    } read: { bytes in
      let parts = String(decoding: bytes, as: UTF8.self).split(separator: "\n", maxSplits: 1)
      guard parts.count == 2, let name = Event.Name(rawValue: String(parts[0])) else { return }
      do { try keep(Event(name: name, body: String(parts[1]))) } catch is DecodingError {}
    },
  ]

  /// What becomes of a procedure that was read: it is checked, put in force, drawn and taken out again.
  private static func use(_ procedure: Procedure) throws {
    let findings = ProcedureCheck.findings(procedure, in: try office.get())
    guard !findings.contains(where: { $0.severity == .error }) else { return }
    _ = SwimlaneLayout(procedure)
    for format in ExportFormat.allCases {
      do throws(ExportRefusal) {
        _ = try format.text(procedure, findings: findings, phrases: ProcedureFixture.indonesian)
      } catch {
        expectSentence(error.message)
      }
    }
    let again = try ProcedureReader.reading(
      Data(ProcedureYAML.text(procedure).utf8), file: "again",
      dictionary: ProcedureFixture.dictionary.get())
    #expect(again.procedure == procedure, "another procedure when it is written and read")
    _ = ProcedureChanges(from: try ProcedureFixture.procedure("ntt-001"), to: procedure)
    try keep(
      .procedureEnacted(ProcedureEnacted(version: 1, procedure: procedure, contentHash: "")))
  }

  private static func use(_ office: Office) throws {
    let today = CalendarDate(daysSince1970: 20_000)
    for role in office.roles { _ = office.holders(of: role.id, on: today) }
    for name in ["kadis", "Kabid Rehsos", "a", ""] {
      _ = try? office.role(called: name)
      _ = try? office.actor(called: name, on: today)
    }
    for book in office.books {
      _ = try? book.number(NumberPattern.Values(sequence: 1, date: today, code: "1", unit: "A"))
    }
    try keep(.officeFounded(office))
  }

  private static func use(_ calendar: WorkingCalendar) throws {
    let start = calendar.zone.timestamp(CalendarDate(daysSince1970: 20_000), minute: 600)
    for text in ["1 menit", "99999 jam", "99999 hari", "3 minggu", "12 bulan", "99999 tahun"] {
      guard let due = calendar.due(from: start, standard: try StandardTime(reading: text)) else {
        continue
      }
      #expect(due >= start, "\(text) end before they begin")
      _ = calendar.workingMinutes(from: start, to: due)
    }
  }
}
