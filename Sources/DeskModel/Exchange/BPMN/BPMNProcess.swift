/// The lanes, nodes and flows of a BPMN process, followed from step to step.
struct BPMNProcess {
  /// A lane with the nodes that stand in it.
  struct LaneNodes {
    var lane: Lane
    var nodes: Set<String>
  }

  /// A sequence flow.
  struct Flow {
    var from: String
    var to: String
    var name: String?
    var condition: String?
    var id: String
    var node: XMLNode
  }

  let lanes: [LaneNodes]
  let notes: BPMNNotes
  private let process: XMLNode
  private var nodes: [String: XMLNode] = [:]
  private var outgoing: [String: [Flow]] = [:]
  private var incoming: [String: Int] = [:]
  /// The number of the step that each task is one of.
  private var numbers: [String: Int] = [:]

  private static let tasks: Set<String> = ["task", "userTask", "manualTask"]
  private static let known: Set<String> = tasks.union([
    "startEvent", "endEvent", "exclusiveGateway", "parallelGateway", "sequenceFlow", "laneSet",
    "documentation", "extensionElements",
  ])
  private static let insideNodes: Set<String> = [
    "incoming", "outgoing", "documentation", "extensionElements",
  ]

  init(_ process: XMLNode, notes: BPMNNotes) {
    self.process = process
    self.notes = notes
    lanes = Self.lanes(of: process, notes)
    notes.expect(Self.known, inside: process)
    for node in process.children
    where node.namespace == BPMN.model && Self.known.contains(node.name) {
      switch node.name {
      case "laneSet", "documentation", "extensionElements": continue
      case "sequenceFlow": addFlow(node)
      default: addNode(node)
      }
    }
    for flow in outgoing.values.joined() {
      for end in [flow.from, flow.to] where nodes[end] == nil {
        notes.add("bpmn.flow-to-nowhere", at: flow.node, ["target": TextRules.quoted(end)])
      }
    }
  }

  // MARK: - Reading

  private static func lanes(of process: XMLNode, _ notes: BPMNNotes) -> [LaneNodes] {
    let sets = process.children("laneSet", in: BPMN.model)
    let written = sets.flatMap { $0.children("lane", in: BPMN.model) }
    if sets.count != 1 || written.isEmpty { notes.add("bpmn.no-lanes", at: process) }
    for set in sets { notes.expect(["lane", "documentation", "extensionElements"], inside: set) }
    return written.compactMap { node in
      notes.expect(["flowNodeRef", "documentation", "extensionElements"], inside: node)
      guard let name = notes.required("name", of: node), let id = notes.required("id", of: node)
      else { return nil }
      guard id.hasPrefix(BPMN.lane), id.dropFirst(BPMN.lane.count).isSlug,
        let facts = node.fact("pelaksana")
      else {
        notes.add("bpmn.foreign-lane", at: node, ["name": TextRules.quoted(name)])
        return nil
      }
      let posts = notes.texts("jabatan", in: facts).compactMap { text in
        let post = Post(reading: text)
        if post == nil {
          notes.add(
            Message("procedure.post-malformed", ["value": TextRules.quoted(text)]), at: facts)
        }
        return post
      }
      let refs = node.children("flowNodeRef", in: BPMN.model).compactMap {
        notes.line($0.text, at: $0)
      }
      let home = notes.attribute("unitKantor", of: facts)
        .flatMap { notes.slug($0, "unitKantor", of: facts) }
      return LaneNodes(
        lane: Lane(
          id: LaneID(String(id.dropFirst(BPMN.lane.count))), name: name, posts: posts,
          home: home.map { UnitID($0) }),
        nodes: Set(refs))
    }
  }

  private mutating func addNode(_ node: XMLNode) {
    notes.expect(Self.insideNodes, inside: node)
    guard let id = notes.required("id", of: node) else { return }
    if nodes.updateValue(node, forKey: id) != nil {
      notes.add("bpmn.id-twice", at: node, ["id": TextRules.quoted(id)])
    }
    guard Self.tasks.contains(node.name) else { return }
    if let facts = node.fact("langkah") ?? node.fact("bersama") {
      let name = facts.name == "langkah" ? "no" : "langkah"
      if let text = notes.required(name, of: facts) {
        numbers[id] = notes.number(text, name, of: facts)
      }
    } else {
      notes.add(
        "bpmn.foreign-task", at: node, ["name": TextRules.quoted(node.attributes["name"] ?? id)])
    }
  }

  private mutating func addFlow(_ node: XMLNode) {
    notes.expect(
      ["conditionExpression", "documentation", "extensionElements"], inside: node)
    guard let id = notes.required("id", of: node), let from = notes.required("sourceRef", of: node),
      let to = notes.required("targetRef", of: node)
    else { return }
    let condition = node.children("conditionExpression", in: BPMN.model).first
      .flatMap { notes.line($0.text, at: $0) }
    outgoing[from, default: []].append(
      Flow(
        from: from, to: to, name: notes.attribute("name", of: node), condition: condition, id: id,
        node: node))
    incoming[to, default: 0] += 1
  }

  // MARK: - Steps

  /// The steps in the order they are written; `nil` when something was noted.
  func steps() -> [Step]? {
    guard notes.isEmpty else { return nil }
    var steps = process.children.compactMap { node in
      node.fact("langkah").flatMap { facts in
        Self.tasks.contains(node.name) ? step(node, facts) : nil
      }
    }
    for index in steps.indices { addWays(&steps, at: index) }
    checkBeginning(steps)
    return notes.isEmpty ? steps : nil
  }

  private func step(_ node: XMLNode, _ facts: XMLNode) -> Step? {
    let id = node.attributes["id"] ?? ""
    guard let no = numbers[id], let activity = notes.required("name", of: node),
      let actText = notes.required("aksi", of: facts)
    else { return nil }
    guard let act = Act(rawValue: actText) else {
      notes.wrong(actText, "aksi", of: facts)
      return nil
    }
    let requiresAll = facts.attributes["semua"] == "ya"
    return Step(
      no: no, lanes: doers(node, facts, requiresAll: requiresAll), requiresAll: requiresAll,
      act: act, activity: activity, time: time(of: facts),
      requirements: notes.texts("kelengkapan", in: facts),
      outputs: notes.texts("output", in: facts), next: nil, returnTo: nil, outcomes: [],
      note: notes.attribute("keterangan", of: facts))
  }

  private func time(of facts: XMLNode) -> StandardTime? {
    guard let text = notes.attribute("waktu", of: facts) else { return nil }
    do {
      return try StandardTime(reading: text)
    } catch {
      notes.add(error.message, at: facts)
      return nil
    }
  }

  /// The lanes of a step: where its tasks stand, and besides, where any one of several lanes may do it, the others.
  private func doers(_ node: XMLNode, _ facts: XMLNode, requiresAll: Bool) -> [LaneID] {
    let no = node.attributes["id"].flatMap { numbers[$0] }
    let tasks = process.children.compactMap { $0.attributes["id"] }.filter { numbers[$0] == no }
    var standing: [LaneID] = []
    for task in tasks {
      guard let lane = lane(of: task) else {
        notes.add("bpmn.outside-lanes", at: nodes[task] ?? node, ["name": TextRules.quoted(task)])
        continue
      }
      if !standing.contains(lane) { standing.append(lane) }
    }
    let named = notes.texts("oleh", in: facts).map { LaneID($0) }
    guard let first = standing.first else { return [] }
    if requiresAll {
      // One lane alone has one task only, and the rest of what is written stands.
      return tasks.count > 1 ? standing : named.contains(first) ? named : standing
    }
    return named.contains(first) ? named : [first]
  }

  private func lane(of node: String) -> LaneID? {
    lanes.first { $0.nodes.contains(node) }?.lane.id
  }

  private func checkBeginning(_ steps: [Step]) {
    let starts = nodes.filter { $0.value.name == "startEvent" }
    guard starts.count == 1, let start = starts.first else {
      notes.add("bpmn.one-start", at: process, ["count": "\(starts.count)"])
      return
    }
    guard let flow = single(outOf: start.key, at: start.value), let goal = target(of: flow) else {
      return
    }
    if let first = steps.first, goal != .step(first.no) {
      notes.add("bpmn.start-not-first", at: start.value, ["no": "\(first.no)"])
    }
  }
}

// MARK: - Ways

extension BPMNProcess {
  private func addWays(_ steps: inout [Step], at index: Int) {
    let no = steps[index].no
    guard let (id, node) = exit(ofStep: no) else { return }
    let natural: StepTarget =
      index + 1 < steps.count ? .step(steps[index + 1].no) : .end
    guard let flow = single(outOf: id, at: node) else { return }
    guard let gateway = nodes[flow.to], gateway.name == "exclusiveGateway",
      (outgoing[flow.to] ?? []).count > 1
    else {
      guard let target = target(of: flow) else { return }
      if let name = flow.name {
        steps[index].outcomes = [.init(name: name, next: target)]
      } else {
        steps[index].next = target == natural ? nil : target
      }
      return
    }
    if incoming[flow.to] != 1 { notes.add("bpmn.shared-gateway", at: gateway) }
    addChoices(to: &steps[index], at: gateway, natural: natural)
  }

  /// The ways out of the gateway behind a step: the default first, then the outcomes, and the refusal.
  private func addChoices(to step: inout Step, at gateway: XMLNode, natural: StepTarget) {
    let flows = outgoing[gateway.attributes["id"] ?? ""] ?? []
    guard let standard = flows.first(where: { $0.id == gateway.attributes["default"] }) else {
      notes.add("bpmn.no-default", at: gateway)
      return
    }
    guard let approving = target(of: standard) else { return }
    var others: [Step.Outcome] = []
    for flow in flows where flow.id != standard.id {
      guard let target = target(of: flow) else { continue }
      if flow.condition == "\(BPMN.refusal)\(step.no)", case .step(let no) = target,
        step.returnTo == nil
      {
        step.returnTo = no
      } else if let name = flow.name,
        flow.condition?.hasPrefix("\(BPMN.outcome)\(step.no)_") == true
      {
        others.append(.init(name: name, next: target))
      } else {
        notes.add(
          "bpmn.condition", at: flow.node,
          ["no": "\(step.no)", "condition": TextRules.quoted(flow.condition ?? "")])
      }
    }
    if let name = standard.name {
      step.outcomes = [.init(name: name, next: approving)] + others
    } else if others.isEmpty {
      step.next = approving == natural ? nil : approving
    } else {
      notes.add("bpmn.default-unnamed", at: standard.node, ["no": "\(step.no)"])
    }
  }

  /// The node that is left when a step is done: its task, or what waits for all its tasks.
  private func exit(ofStep no: Int) -> (id: String, node: XMLNode)? {
    let own = process.children.compactMap { $0.attributes["id"] }.filter { numbers[$0] == no }
    guard let first = own.first, let node = nodes[first] else { return nil }
    if own.count == 1 { return (first, node) }
    let goals = own.compactMap { id in
      nodes[id].flatMap { single(outOf: id, at: $0)?.to }
    }
    guard goals.count == own.count, Set(goals).count == 1, let join = goals.first,
      let gateway = nodes[join], gateway.name == "parallelGateway", incoming[join] == own.count
    else {
      notes.add("bpmn.not-joined", at: node, ["no": "\(no)"])
      return nil
    }
    return (join, gateway)
  }

  /// The only way out of a node; noted when there is none or more than one.
  private func single(outOf id: String, at node: XMLNode) -> Flow? {
    let flows = outgoing[id] ?? []
    if flows.count == 1 { return flows.first }
    let name = TextRules.quoted(node.attributes["name"] ?? id)
    notes.add(
      flows.isEmpty ? "bpmn.no-way-on" : "bpmn.two-ways", at: node, ["name": name])
    return nil
  }

  /// The step, or the end, that a flow leads to past gateways that only gather or divide.
  private func target(of flow: Flow) -> StepTarget? {
    var id = flow.to
    for _ in 0...nodes.count {
      guard let node = nodes[id] else { return nil }
      if node.name == "endEvent" { return .end }
      if let no = numbers[id] {
        let together = numbers.values.count { $0 == no }
        if together == 1 { return .step(no) }
        break
      }
      let ways = outgoing[id] ?? []
      if node.name == "exclusiveGateway", ways.count == 1 {
        id = ways[0].to
      } else if node.name == "parallelGateway", let no = ways.first.flatMap({ numbers[$0.to] }),
        Set(ways.map(\.to)) == Set(numbers.filter { $0.value == no }.keys), incoming[id] == 1
      {
        return .step(no)
      } else {
        break
      }
    }
    notes.add(
      "bpmn.unclear-way", at: flow.node,
      ["target": TextRules.quoted(nodes[id]?.attributes["name"] ?? id)])
    return nil
  }
}
