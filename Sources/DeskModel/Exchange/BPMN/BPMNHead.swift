/// What a BPMN file says of a procedure as a whole.
struct BPMNHead {
  private var procedure: Procedure

  /// Reads the head; notes what is wrong, and is `nil` when there is none.
  init?(_ process: XMLNode, in root: XMLNode, _ notes: BPMNNotes) {
    guard let facts = process.fact("prosedur") else {
      notes.add("bpmn.not-ours", at: process)
      return nil
    }
    let participants = root.children("collaboration", in: BPMN.model)
      .flatMap { $0.children("participant", in: BPMN.model) }
    if participants.count != 1 {
      notes.add("bpmn.one-pool", at: root, ["count": "\(participants.count)"])
    }
    let id = notes.required("id", of: facts).flatMap { notes.slug($0, "id", of: facts) }
    let title = notes.required("name", of: process)
    let unit = notes.required("unit", of: facts)
    let office = participants.first.flatMap { notes.required("name", of: $0) }
    guard let id, let title, let unit, let office else { return nil }
    let related = notes.texts("keterkaitan", in: facts)
      .compactMap { notes.slug($0, "keterkaitan", of: facts) }
    func date(_ name: String) -> CalendarDate? {
      guard let text = notes.attribute(name, of: facts) else { return nil }
      let date = CalendarDate(text)
      if date == nil { notes.wrong(text, name, of: facts) }
      return date
    }
    procedure = Procedure(
      id: ProcedureID(id), title: title, number: notes.attribute("nomor", of: facts),
      office: office, unit: unit, source: Self.source(facts, notes),
      legalBasis: notes.texts("dasarHukum", in: facts), related: related.map { ProcedureID($0) },
      warning: notes.attribute("peringatan", of: facts),
      tools: notes.texts("peralatan", in: facts),
      qualifications: notes.texts("kualifikasi", in: facts),
      records: notes.texts("pencatatan", in: facts),
      dates: Procedure.Dates(
        created: date("dibuat"), revised: date("direvisi"), effective: date("berlaku")),
      service: facts.children("layanan", in: BPMN.facts).first.map { Self.service($0, notes) },
      lanes: [], steps: [],
      sourceNotes: notes.texts("catatanSumber", in: facts))
  }

  /// The procedure with its lanes and steps.
  func procedure(lanes: [Lane], steps: [Step]) -> Procedure {
    var procedure = procedure
    procedure.lanes = lanes
    procedure.steps = steps
    return procedure
  }

  private static func source(_ facts: XMLNode, _ notes: BPMNNotes) -> Procedure.Source? {
    guard let file = notes.attribute("berkas", of: facts),
      let text = notes.attribute("baris", of: facts),
      let line = notes.number(text, "baris", of: facts)
    else { return nil }
    return Procedure.Source(file: file, line: line)
  }

  private static func service(_ node: XMLNode, _ notes: BPMNNotes) -> ServiceStandard {
    ServiceStandard(
      requirements: notes.texts("persyaratan", in: node), fee: notes.attribute("biaya", of: node),
      timeLimit: notes.attribute("jangkaWaktu", of: node),
      products: notes.texts("produk", in: node), complaints: notes.texts("pengaduan", in: node))
  }
}
