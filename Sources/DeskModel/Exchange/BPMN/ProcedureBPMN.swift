/// A procedure as a BPMN 2.0 file that other programs open and run.
///
/// A collaboration of one pool with the lanes, and a complete diagram. What BPMN has no word for (times,
/// requirements, the form's head) stands as documentation for people and in elements of a namespace of our own for
/// ``BPMNReader``, which makes the same procedure of it again. Conditions are bare names of variables, so that every
/// engine can evaluate them: `tolak_3` opens the way back from step 3, `putusan_5_2` the second outcome of step 5.
public struct ProcedureBPMN {
  private let procedure: Procedure
  private let phrases: Phrasebook
  private let graph: BPMNGraph

  /// The file's text.
  ///
  /// - Throws: `ExportRefusal` when the procedure has no steps, or is not fit for use.
  public static func text(
    _ procedure: Procedure, phrases: Phrasebook
  ) throws(ExportRefusal) -> String {
    try ExportRefusal.check(procedure)
    let graph = BPMNGraph(procedure, phrases: phrases)
    return ProcedureBPMN(procedure: procedure, phrases: phrases, graph: graph).definitions.document
  }

  private var definitions: XMLText {
    let id = procedure.id.rawValue
    let collaboration = XMLText(
      "bpmn:collaboration", ["id": "kolaborasi"],
      [
        XMLText(
          "bpmn:participant",
          ["id": "peserta", "name": procedure.office, "processRef": "sop-\(id)"])
      ])
    let diagram = BPMNDiagram(procedure, graph: graph).element
    return XMLText(
      "bpmn:definitions",
      [
        "xmlns:bpmn": BPMN.model, "xmlns:bpmndi": BPMN.diagram, "xmlns:dc": BPMN.bounds,
        "xmlns:di": BPMN.waypoints, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xmlns:sop": BPMN.facts, "id": "berkas-\(id)", "name": procedure.title,
        "targetNamespace": BPMN.facts, "exporter": "Desk",
      ], [collaboration, process, diagram])
  }

  // MARK: - Process

  private var process: XMLText {
    let lanes = procedure.lanes.enumerated().map { index, lane in
      XMLText(
        "bpmn:lane", ["id": BPMN.lane + lane.id.rawValue, "name": lane.name],
        [
          extensions([
            XMLText(
              "sop:pelaksana", ["unitKantor": lane.home?.rawValue],
              texts("sop:jabatan", lane.posts.map(\.description)))
          ])
        ] + graph.nodes.filter { $0.lane == index }.map { XMLText("bpmn:flowNodeRef", text: $0.id) }
      )
    }
    return XMLText(
      "bpmn:process",
      ["id": "sop-\(procedure.id)", "name": procedure.title, "isExecutable": "true"],
      [
        documentation([
          ("sop.form.number", procedure.number), ("sop.form.office", procedure.office),
          ("sop.form.unit", procedure.unit),
          ("sop.form.legal-basis", joined(procedure.legalBasis)),
          ("sop.form.qualifications", joined(procedure.qualifications)),
          ("sop.form.tools", joined(procedure.tools)), ("sop.form.warning", procedure.warning),
          ("sop.form.records", joined(procedure.records)),
        ]), extensions([head]),
        XMLText("bpmn:laneSet", ["id": "lajur"], lanes),
      ] + graph.nodes.indices.map(node) + graph.flows.map(flow))
  }

  private func node(_ index: Int) -> XMLText {
    let node = graph.nodes[index]
    let ways =
      graph.incoming(index).map { XMLText("bpmn:incoming", text: $0.id) }
      + graph.outgoing(index).map { XMLText("bpmn:outgoing", text: $0.id) }
    let standard = graph.outgoing(index).first(where: \.isDefault)?.id
    switch node.kind {
    case .start:
      return XMLText("bpmn:startEvent", ["id": node.id, "name": phrases("flow.begin")], ways)
    case .end:
      return XMLText("bpmn:endEvent", ["id": node.id, "name": phrases("flow.end")], ways)
    case .task: return task(node, ways)
    case .split, .join: return XMLText("bpmn:parallelGateway", ["id": node.id], ways)
    case .merge, .decision:
      return XMLText("bpmn:exclusiveGateway", ["id": node.id, "default": standard], ways)
    }
  }

  /// A task; the first of a step carries the step's facts.
  private func task(_ node: BPMNGraph.Node, _ ways: [XMLText]) -> XMLText {
    let step = procedure.steps[node.row]
    let lane = procedure.lanes[node.lane]
    let isFirst = graph.nodes.first { $0.row == node.row && $0.kind == .task } == node
    let facts =
      isFirst ? facts(of: step) : XMLText("sop:bersama", ["langkah": String(step.no)])
    // What an outside party does happens without any program.
    let kind = lane.isExternal ? "bpmn:manualTask" : "bpmn:userTask"
    let names = step.lanes.map { procedure.lane($0)?.name ?? $0.rawValue }
    let doers = phrases(
      step.requiresAll ? "sop.form.all-of" : "sop.form.any-of",
      ["lanes": names.joined(separator: ", ")])
    return XMLText(
      kind, ["id": node.id, "name": step.activity],
      [
        documentation([
          ("sop.form.no", String(step.no)),
          ("sop.form.lanes", names.count > 1 ? doers : names.first),
          ("sop.form.time", step.time?.text),
          ("sop.form.requirements", joined(step.requirements)),
          ("sop.form.outputs", joined(step.outputs)), ("sop.form.note", step.note),
        ]), extensions([facts]),
      ] + ways)
  }

  private func flow(_ flow: BPMNGraph.Flow) -> XMLText {
    XMLText(
      "bpmn:sequenceFlow",
      [
        "id": flow.id, "name": flow.name, "sourceRef": graph.nodes[flow.from].id,
        "targetRef": graph.nodes[flow.to].id,
      ],
      flow.condition.map {
        [XMLText("bpmn:conditionExpression", ["xsi:type": "bpmn:tFormalExpression"], text: $0)]
      } ?? [])
  }

  // MARK: - Facts

  private var head: XMLText {
    let dates = procedure.dates
    return XMLText(
      "sop:prosedur",
      [
        "id": procedure.id.rawValue, "nomor": procedure.number, "unit": procedure.unit,
        "berkas": procedure.source?.file,
        "baris": procedure.source.map { String($0.line) }, "dibuat": dates.created?.description,
        "direvisi": dates.revised?.description, "berlaku": dates.effective?.description,
        "peringatan": procedure.warning,
      ],
      texts("sop:dasarHukum", procedure.legalBasis)
        + texts("sop:kualifikasi", procedure.qualifications)
        + texts("sop:keterkaitan", procedure.related.map(\.rawValue))
        + texts("sop:peralatan", procedure.tools) + texts("sop:pencatatan", procedure.records)
        + (procedure.service.map { [service($0)] } ?? [])
        + texts("sop:catatanSumber", procedure.sourceNotes))
  }

  private func service(_ service: ServiceStandard) -> XMLText {
    XMLText(
      "sop:layanan", ["biaya": service.fee, "jangkaWaktu": service.timeLimit],
      texts("sop:persyaratan", service.requirements) + texts("sop:produk", service.products)
        + texts("sop:pengaduan", service.complaints))
  }

  private func facts(of step: Step) -> XMLText {
    XMLText(
      "sop:langkah",
      [
        "no": String(step.no), "aksi": step.act.rawValue, "waktu": step.time?.text,
        "semua": step.requiresAll ? "ya" : nil, "keterangan": step.note,
      ],
      texts("sop:oleh", step.lanes.map(\.rawValue))
        + texts("sop:kelengkapan", step.requirements) + texts("sop:output", step.outputs))
  }

  // MARK: - Pieces

  private func texts(_ name: String, _ texts: [String]) -> [XMLText] {
    texts.map { XMLText(name, text: $0) }
  }

  private func extensions(_ elements: [XMLText]) -> XMLText {
    XMLText("bpmn:extensionElements", [:], elements)
  }

  private func joined(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  private func documentation(_ facts: [(key: String, text: String?)]) -> XMLText {
    let lines = facts.compactMap { key, text in text.map { "\(phrases(key)): \($0)" } }
    return XMLText("bpmn:documentation", text: lines.joined(separator: "\n"))
  }
}
