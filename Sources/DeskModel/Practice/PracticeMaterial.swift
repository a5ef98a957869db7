/// What the letters of the practice office are made of: invented senders, subjects and texts.
struct PracticeMaterial: Sendable {
  /// Senders of one sort, with what they write about.
  struct Correspondents: Sendable {
    /// Their names.
    var senders: [String]
    /// How they number their letters.
    var numbering: String
    /// What they write about.
    var subjects: [Topic]
  }

  /// What a letter is about, and who works on it.
  struct Topic: Sendable {
    /// The subject, with places to fill.
    var subject: String
    /// The unit whose head works on it; `nil` where the procedure leaves no choice.
    var unit: UnitID?
    /// Its place in the classification.
    var classification: Classification?
    /// To whom the office writes.
    var addressee: String?
    /// The paragraphs of the office's own text.
    var paragraphs: [String] = []
  }

  /// What stands on a disposition sheet.
  struct Order: Sendable {
    /// The instructions ticked.
    var instructions: [String]
    /// Free words.
    var note: String?
  }

  /// Why things were done that need a reason.
  struct Reasons: Sendable {
    var misdirected: String
    var reassigned: String
    var waiting: String
    var delegated: String
    var corrected: String
    var cancelled: String
  }

  var places: [String]
  var correspondents: [Correspondents]
  var outgoing: [Topic]
  var notes: [Topic]
  var journeys: [Topic]
  /// Closing sentences: each correction of a text takes the next.
  var closings: [String]
  /// Words with which a draft is ordered.
  var errands: [String]
  var orders: [Order]
  /// What was done about an incoming letter.
  var followUps: [String]
  /// Why drafts go back.
  var corrections: [String]
  var reasons: Reasons
  var channels: [String]
  var shelves: [String]
}

extension PracticeMaterial {
  /// Reads the file of practice letters.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - office: the office whose units work on the letters.
  ///   - codes: the classification list in force.
  /// - Throws: every fault of the file.
  init(
    _ file: OfficeReader.File, office: Office, codes: ClassificationList?
  ) throws(Faults) {
    self = try YAMLFile.read(file.bytes, file: file.name) { top in
      top.expect(keys: Self.keys)
      let read = TopicReader(office: office, codes: codes)
      let correspondents = top.mappings("surat_masuk").map { entry in
        entry.expect(keys: ["nomor", "pengirim", "hal"])
        return Correspondents(
          senders: Self.texts(entry, "pengirim"), numbering: entry.text("nomor") ?? "",
          subjects: entry.mappings("hal").compactMap(read.topic))
      }
      let orders = top.mappings("disposisi").map { entry in
        entry.expect(keys: ["isi", "catatan"])
        return Order(
          instructions: Self.texts(entry, "isi"), note: entry.textIfPresent("catatan"))
      }
      guard let reasons = top.mapping("alasan").flatMap(Reasons.init) else { return nil }
      return PracticeMaterial(
        places: Self.texts(top, "tempat"), correspondents: correspondents,
        outgoing: top.mappings("surat_keluar").compactMap(read.topic),
        notes: top.mappings("nota_dinas").compactMap(read.topic),
        journeys: top.mappings("tor").compactMap(read.topic),
        closings: Self.texts(top, "penutup"), errands: Self.texts(top, "perintah"),
        orders: orders, followUps: Self.texts(top, "tindak_lanjut"),
        corrections: Self.texts(top, "pengembalian"), reasons: reasons,
        channels: Self.texts(top, "pengiriman"), shelves: Self.texts(top, "tempat_arsip"))
    }
  }

  private static let keys = [
    "tempat", "surat_masuk", "surat_keluar", "nota_dinas", "tor", "penutup", "perintah",
    "disposisi", "tindak_lanjut", "pengembalian", "alasan", "pengiriman", "tempat_arsip",
  ]

  /// Texts of which at least one must be there.
  private static func texts(_ entry: YAMLMapping, _ key: String) -> [String] {
    if !entry.has(key) { entry.fault(Message("yaml.key-missing", ["key": key])) }
    return entry.texts(key)
  }
}

extension PracticeMaterial.Reasons {
  fileprivate init?(_ entry: YAMLMapping) {
    entry.expect(keys: ["salah_alamat", "alih", "tunggu", "turunkan", "betul", "batal"])
    guard let misdirected = entry.text("salah_alamat"), let reassigned = entry.text("alih"),
      let waiting = entry.text("tunggu"), let delegated = entry.text("turunkan"),
      let corrected = entry.text("betul"), let cancelled = entry.text("batal")
    else { return nil }
    self.init(
      misdirected: misdirected, reassigned: reassigned, waiting: waiting, delegated: delegated,
      corrected: corrected, cancelled: cancelled)
  }
}

/// Reads topics against the office that works on them.
private struct TopicReader {
  let office: Office
  let codes: ClassificationList?

  func topic(_ entry: YAMLMapping) -> PracticeMaterial.Topic? {
    entry.expect(keys: ["hal", "unit", "klasifikasi", "kepada", "isi"])
    let unit = entry.scalarIfPresent("unit")
    if let unit, office.head(of: UnitID(unit.text)) == nil {
      unit.fault(Message("office.unit-unknown", ["value": unit.quoted]))
    }
    let code = entry.scalarIfPresent("klasifikasi")
    let classification = code.flatMap { codes?.classification(typed: $0.text) }
    if let code, classification == nil {
      code.fault(Message("letter.unknown.classification", ["text": code.quoted]))
    }
    guard let subject = entry.text("hal") else { return nil }
    return PracticeMaterial.Topic(
      subject: subject, unit: unit.map { UnitID($0.text) }, classification: classification,
      addressee: entry.textIfPresent("kepada"), paragraphs: entry.texts("isi"))
  }
}
