/// What a new version of a procedure changes: its header, its lanes, its steps, field by field.
///
/// Steps are the same when number and activity are; else when their activity is, so that a step put in
/// between does not change all below it; else when their number is.
public struct ProcedureChanges: Hashable, Sendable {
  /// A field of the form.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    // The head.
    case title, number, office, unit, created, revised, effective, warning, tools
    case qualifications, records, related, source
    case legalBasis = "legal-basis"
    case serviceRequirements = "service-requirements"
    case serviceFee = "service-fee"
    case serviceTime = "service-time"
    case serviceProducts = "service-products"
    case serviceComplaints = "service-complaints"
    case sourceNotes = "source-notes"
    // Of a lane.
    case id, name, posts, home
    // Of a step.
    case no, lanes, act, activity, time, requirements, outputs, outcomes, note
    case requiresAll = "requires-all"
    case next = "way-on"
    case returnTo = "way-back"
  }

  /// A field that says something else.
  public struct Edit: Hashable, Sendable {
    /// The field.
    public var field: Field
    /// What it said; several for a list, none where it was empty.
    public var before: [String]
    /// What it says.
    public var after: [String]
  }

  /// What became of a lane or a step.
  public enum Change<Part: Hashable & Sendable>: Hashable, Sendable {
    /// It is new.
    case added(Part)
    /// It has gone.
    case removed(Part)
    /// It says something else; told with the part as it is now.
    case changed(Part, [Edit])
  }

  /// What changed in the head.
  public private(set) var header: [Edit] = []
  /// What changed in the lanes, those that have gone last.
  public private(set) var lanes: [Change<Lane>] = []
  /// What changed in the steps, those that have gone last.
  public private(set) var steps: [Change<Step>] = []
  /// The names of all lanes, old and new ones, by identifier.
  let laneNames: [LaneID: String]

  /// Whether nothing changed.
  public var isEmpty: Bool { header.isEmpty && lanes.isEmpty && steps.isEmpty }

  /// Compares two versions of a procedure.
  public init(from old: Procedure, to new: Procedure) {
    laneNames = Dictionary(
      (new.lanes + old.lanes).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    header = Self.edits(Self.head(old), Self.head(new))
    compareLanes(old.lanes, new.lanes)
    compareSteps(old.steps, new.steps)
  }

  // MARK: - Lanes

  private var renamed: [LaneID: LaneID] = [:]

  private mutating func compareLanes(_ old: [Lane], _ new: [Lane]) {
    let pairs = Self.pairs(
      old, new, by: [{ $0.id == $1.id }, { $0.name == $1.name }])
    for (index, lane) in new.enumerated() {
      guard let before = pairs[index].map({ old[$0] }) else {
        lanes.append(.added(lane))
        continue
      }
      renamed[before.id] = lane.id
      let edits = Self.edits(Self.fields(before), Self.fields(lane))
      if !edits.isEmpty { lanes.append(.changed(lane, edits)) }
    }
    lanes += Self.rest(old, pairs).map { .removed($0) }
  }

  // MARK: - Steps

  private mutating func compareSteps(_ old: [Step], _ new: [Step]) {
    let pairs = Self.pairs(
      old, new,
      by: [
        { $0.no == $1.no && $0.activity == $1.activity },
        { $0.activity == $1.activity && $0.lanes == $1.lanes }, { $0.activity == $1.activity },
        { $0.no == $1.no },
      ])
    var numbers: [Int: Int] = [:]
    for (index, step) in new.enumerated() {
      if let before = pairs[index] { numbers[old[before].no] = step.no }
    }
    for (index, step) in new.enumerated() {
      guard let before = pairs[index].map({ old[$0] }) else {
        steps.append(.added(step))
        continue
      }
      // What a step leads to is compared as it would read after the steps were renumbered.
      let edits =
        Self.edits([(.no, ["\(before.no)"])], [(.no, ["\(step.no)"])])
        + Self.edits(
          fields(before, numbers: numbers, lanes: renamed), fields(step, numbers: [:], lanes: [:]))
      if !edits.isEmpty { steps.append(.changed(step, edits)) }
    }
    steps += Self.rest(old, pairs).map { .removed($0) }
  }

  /// For each new part the index of the old one that it was, found by one rule after the other.
  private static func pairs<Part>(
    _ old: [Part], _ new: [Part], by rules: [(Part, Part) -> Bool]
  ) -> [Int?] {
    var pairs: [Int?] = new.map { _ in nil }
    var free = Array(old.indices)
    for rule in rules {
      for index in new.indices where pairs[index] == nil {
        guard let found = free.firstIndex(where: { rule(old[$0], new[index]) }) else { continue }
        pairs[index] = free.remove(at: found)
      }
    }
    return pairs
  }

  private static func rest<Part>(_ old: [Part], _ pairs: [Int?]) -> [Part] {
    let kept = Set(pairs.compactMap { $0 })
    return old.indices.filter { !kept.contains($0) }.map { old[$0] }
  }

  // MARK: - Fields

  private typealias Fields = [(field: Field, texts: [String])]

  private static func edits(_ old: Fields, _ new: Fields) -> [Edit] {
    zip(old, new).compactMap { old, new in
      old.texts == new.texts
        ? nil : Edit(field: new.field, before: old.texts, after: new.texts)
    }
  }

  private static func head(_ procedure: Procedure) -> Fields {
    let service = procedure.service
    func date(_ date: CalendarDate?) -> [String] { date.map { [$0.description] } ?? [] }
    return [
      (.title, [procedure.title]), (.number, list(procedure.number)),
      (.office, [procedure.office]), (.unit, [procedure.unit]),
      (.created, date(procedure.dates.created)),
      (.revised, date(procedure.dates.revised)), (.effective, date(procedure.dates.effective)),
      (.legalBasis, procedure.legalBasis), (.qualifications, procedure.qualifications),
      (.related, procedure.related.map(\.rawValue)), (.warning, list(procedure.warning)),
      (.tools, procedure.tools), (.records, procedure.records),
      (.serviceRequirements, service?.requirements ?? []), (.serviceFee, list(service?.fee)),
      (.serviceTime, list(service?.timeLimit)), (.serviceProducts, service?.products ?? []),
      (.serviceComplaints, service?.complaints ?? []),
      (.source, procedure.source.map { ["\($0.file):\($0.line)"] } ?? []),
      (.sourceNotes, procedure.sourceNotes),
    ]
  }

  private static func fields(_ lane: Lane) -> Fields {
    [
      (.id, [lane.id.rawValue]), (.name, [lane.name]), (.posts, lane.posts.map(\.description)),
      (.home, list(lane.home?.rawValue)),
    ]
  }

  private func fields(
    _ step: Step, numbers: [Int: Int], lanes renamed: [LaneID: LaneID]
  ) -> Fields {
    func number(_ no: Int) -> String { "\(numbers[no] ?? no)" }
    func target(_ target: StepTarget) -> String {
      switch target {
      case .step(let no): number(no)
      case .end: "selesai"
      }
    }
    return [
      (.activity, [step.activity]),
      (.lanes, step.lanes.map { laneNames[renamed[$0] ?? $0] ?? $0.rawValue }),
      (.requiresAll, step.requiresAll ? ["true"] : []), (.act, [step.act.rawValue]),
      (.time, Self.list(step.time?.text)), (.requirements, step.requirements),
      (.outputs, step.outputs), (.next, Self.list(step.next.map(target))),
      (.returnTo, Self.list(step.returnTo.map(number))),
      (.outcomes, step.outcomes.map { "\($0.name): \(target($0.next))" }),
      (.note, Self.list(step.note)),
    ]
  }

  private static func list(_ text: String?) -> [String] { text.map { [$0] } ?? [] }
}
