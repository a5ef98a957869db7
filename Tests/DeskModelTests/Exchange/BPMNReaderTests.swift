import Foundation
import Testing

@testable import DeskModel

/// What is not the BPMN that the desk writes is refused, with a sentence at a line.
@Suite struct BPMNReaderTests {
  private static let good = Result {
    try ProcedureBPMN.text(
      ProcedureFixture.procedure("ntt-002"), phrases: ProcedureFixture.indonesian)
  }

  private func faults(_ text: String) throws -> [Fault] {
    try #require(throws: Faults.self) {
      try BPMNReader.procedure(Data(text.utf8), file: "f.bpmn")
    }.list
  }

  @Test(
    "a good file with something wrong in it",
    arguments: [
      ("<bpmn:definitions ", "<!DOCTYPE x [<!ENTITY a \"b\">]><bpmn:definitions ", "xml.doctype"),
      ("BPMN/20100524/MODEL", "BPMN/1", "bpmn.not-bpmn"),
      ("urn:desk:sop:1", "urn:lain", "bpmn.not-ours"),
      ("<bpmn:laneSet id=\"lajur\">", "<bpmn:laneSet id=\"lajur\"/><x>", "xml.wrong-end"),
      ("bpmn:userTask id=\"langkah-2\"", "bpmn:scriptTask id=\"langkah-2\"", "xml.wrong-end"),
      (
        "<bpmn:endEvent id=\"selesai\" name=\"Selesai\">",
        "<bpmn:endEvent id=\"selesai\"><bpmn:terminateEventDefinition/>", "bpmn.unsupported"
      ),
      (
        "<bpmn:startEvent id=\"mulai\" name=\"Mulai\">",
        "<bpmn:subProcess id=\"a\"/><bpmn:startEvent id=\"mulai\">", "bpmn.unsupported"
      ),
      ("<bpmn:participant ", "<bpmn:participant id=\"b\"/><bpmn:participant ", "bpmn.one-pool"),
      ("sop:langkah no=\"2\"", "sop:langkah no=\"dua\"", "bpmn.bad-value"),
      ("waktu=\"30 menit\"", "waktu=\"sebentar\"", "time.unreadable"),
      ("aksi=\"susun\"", "aksi=\"menyusun\"", "bpmn.bad-value"),
      ("<bpmn:flowNodeRef>langkah-2</bpmn:flowNodeRef>", "", "bpmn.outside-lanes"),
      ("sourceRef=\"langkah-2\"", "sourceRef=\"langkah-99\"", "bpmn.flow-to-nowhere"),
      ("default=\"", "x=\"", "bpmn.no-default"),
      ("tolak_3<", "ditolak<", "bpmn.condition"),
      ("id=\"lajur-umum\"", "id=\"Lane_1\"", "bpmn.foreign-lane"),
      ("<sop:langkah no=\"2\"", "<x no=\"2\"", "xml.wrong-end"),
      ("id=\"langkah-2\"", "id=\"langkah-1\"", "bpmn.id-twice"),
      ("id=\"ntt-002\"", "id=\"NTT 002\"", "bpmn.bad-value"),
      ("dibuat=\"2020-11-25\"", "dibuat=\"kemarin\"", "bpmn.bad-value"),
      ("name=\"Siapkan bahan dan konsep surat\"", "", "bpmn.attribute-missing"),
      ("jabatan>kepala-dinas<", "jabatan>Kepala Dinas<", "procedure.post-malformed"),
    ] as [(String, String, String)])
  func wrong(_ part: String, _ replacement: String, _ key: String) throws {
    let good = try Self.good.get()
    let range = try #require(good.firstRange(of: part), "\(part) is not in the file any more")
    let found = try faults(good.replacingCharacters(in: range, with: replacement))
    #expect(found.contains { $0.message.key == key }, "\(found)")
    let lines = good.split(separator: "\n").count
    for fault in found {
      #expect((1...(lines + 1)).contains(fault.line))
      let text = fault.text(ProcedureFixture.indonesian)
      #expect(text.hasPrefix("f.bpmn:"))
      #expect(!text.contains("[") && !text.contains("{"), "\(text)")
    }
  }

  @Test("the line is that of the element")
  func lines() throws {
    let good = try Self.good.get()
    let bad = good.replacing("aksi=\"susun\"", with: "aksi=\"menyusun\"")
    let line = 1 + good.split(separator: "\n").prefix { !$0.contains("aksi=\"susun\"") }.count
    #expect(try faults(bad).map(\.line) == [line])
  }

  @Test("a change made in a modeller comes along")
  func changed() throws {
    var text = try Self.good.get()
    text = text.replacing(
      "name=\"Siapkan bahan dan konsep surat\"", with: "name=\"Tulis  konsep &amp; bahan\"")
    text = text.replacing("<bpmn:flowNodeRef>langkah-6</bpmn:flowNodeRef>", with: "")
    text = text.replacing(
      "<bpmn:flowNodeRef>langkah-5</bpmn:flowNodeRef>",
      with: "<bpmn:flowNodeRef>langkah-5</bpmn:flowNodeRef>\n"
        + "<bpmn:flowNodeRef>langkah-6</bpmn:flowNodeRef>")
    text = text.replacing(
      "sourceRef=\"putusan-5\" targetRef=\"langkah-4\"",
      with: "sourceRef=\"putusan-5\" targetRef=\"langkah-2\"")
    let procedure = try BPMNReader.procedure(Data(text.utf8), file: "f")
    #expect(procedure.step(2)?.activity == "Tulis konsep & bahan")
    #expect(procedure.step(6)?.lanes == ["kadis"])
    #expect(procedure.step(5)?.returnTo != nil)
  }

  @Test(
    "broken XML",
    arguments: [
      ("", "xml.no-element", 1), ("teks", "xml.text-outside", 1), ("<a>", "xml.unclosed", 1),
      ("<a>\n</b>", "xml.wrong-end", 2), ("<a/><b/>", "xml.second-element", 1),
      ("<a/>x", "xml.text-outside", 1), ("<a b='1' b='2'/>", "xml.attribute-twice", 1),
      ("<a b/>", "xml.broken-tag", 1), ("<a b=1/>", "xml.broken-tag", 1),
      ("<a\nb='<'/>", "xml.broken-tag", 2), ("<n:a/>", "xml.prefix", 1),
      ("<a>&x;</a>", "xml.reference", 1), ("<a>\n&</a>", "xml.reference", 1),
      ("<a>&#0;</a>", "xml.reference", 1), ("<a>\n\u{0}</a>", "xml.binary", 2),
      ("<!-- ", "xml.cut-off", 1), ("<![CDATA[x]]>", "xml.text-outside", 1),
      ("<1/>", "xml.no-name", 1), ("<", "xml.no-name", 1),
      ("<?xml version='1.0' encoding='UTF-16'?><a/>", "xml.not-utf8", 1),
      ("<a/>", "bpmn.not-bpmn", 1),
    ] as [(String, String, Int)])
  func brokenXML(_ text: String, _ key: String, _ line: Int) throws {
    let fault = try #require(try faults(text).first)
    #expect(fault.message.key == key)
    #expect(fault.line == line)
  }

  @Test("bytes that are no text, depth and size without end")
  func extremes() throws {
    func key(_ bytes: [UInt8]) throws -> String? {
      try #require(throws: Faults.self) {
        try BPMNReader.procedure(bytes, file: "f")
      }.list.first?.message.key
    }
    #expect(try key([0x3C, 0xFF, 0xFE]) == "xml.not-utf8")
    #expect(try key(Array(String(repeating: "<a>", count: 100_000).utf8)) == "xml.too-deep")
    #expect(try key(Array(repeating: 0x20, count: 5_000_000)) == "xml.too-large")
    let many = String(repeating: "<bpmn:task/>", count: 3_000)
    let text =
      "<bpmn:definitions xmlns:bpmn=\"\(BPMN.model)\"><bpmn:process>\(many)"
      + "</bpmn:process></bpmn:definitions>"
    #expect(try key(Array(text.utf8)) == "bpmn.too-large")
  }

  @Test("texts, references and sections are read as they are meant")
  func texts() throws {
    let root = try XMLReader.root(
      Array(
        "\u{FEFF}<?xml version='1.0'?>\n<a x='&lt;&#65;&#x42;&quot;'>é<![CDATA[<&]]><b/>!</a>\n"
          .utf8),
      file: "f")
    #expect(root.attributes == ["x": "<AB\""])
    #expect(root.text == "é<&!")
    #expect(root.children.map(\.name) == ["b"])
    #expect(root.line == 2)
  }

  // MARK: - Anything at all

  /// It answers or refuses, with lines inside the file, and never traps or hangs.
  private func feed(_ bytes: [UInt8]) {
    do {
      let procedure = try BPMNReader.procedure(bytes, file: "f")
      _ = ProcedureCheck.findings(procedure)
      _ = ProcedureYAML.text(procedure)
    } catch {
      let lines = bytes.count { $0 == 0x0A } + 1
      #expect(!error.list.isEmpty)
      #expect(error.list.allSatisfy { (1...lines).contains($0.line) })
    }
  }

  @Test("random bytes")
  func random() {
    var dice = PracticeRandom(seed: 1)
    for _ in 0..<2_000 {
      feed((0..<dice.number(0...200)).map { _ in UInt8(dice.number(0...255)) })
    }
  }

  @Test("a good file cut off, or with some bytes changed, or with lines lost and doubled")
  func mutated() throws {
    let text = try Self.good.get()
    let bytes = Array(text.utf8)
    var dice = PracticeRandom(seed: 2)
    for _ in 0..<60 { feed(Array(bytes.prefix(dice.number(0...bytes.count)))) }
    for _ in 0..<200 {
      var changed = bytes
      for _ in 0..<dice.number(1...4) {
        changed[dice.number(0...(bytes.count - 1))] = UInt8(dice.number(0...127))
      }
      feed(changed)
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for _ in 0..<300 {
      var changed = lines
      for _ in 0..<dice.number(1...3) {
        let place = dice.number(0...(changed.count - 1))
        if dice.happens(50) {
          changed.remove(at: place)
        } else {
          changed.insert(changed[dice.number(0...(changed.count - 1))], at: place)
        }
      }
      feed(Array(changed.joined(separator: "\n").utf8))
    }
  }
}
