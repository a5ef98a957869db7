/// The changes between two versions of a procedure in plain sentences, for the command line and the screen.
public struct ProcedureChangesText {
  /// A line of the list.
  public struct Line: Hashable, Sendable {
    /// What it tells of.
    public enum Kind: Hashable, Sendable {
      /// The part of the form that the lines below it are in.
      case heading
      /// Something new.
      case added
      /// Something that has gone.
      case removed
      /// Something that says something else.
      case changed
      /// What exactly changed, below a line of what was changed.
      case detail
    }

    /// What it tells of.
    public var kind: Kind
    /// What it says, with the sign of its kind before it.
    public var text: String
  }

  private let changes: ProcedureChanges
  private let phrases: Phrasebook

  /// Tells of changes in a language.
  public init(_ changes: ProcedureChanges, phrases: Phrasebook) {
    self.changes = changes
    self.phrases = phrases
  }

  /// All changes, part by part; none when nothing changed.
  public var lines: [Line] {
    part("header", changes.header.map(detail).map { Line(kind: .changed, text: "~ \($0)") })
      + part("lanes", changes.lanes.flatMap(lines)) + part("steps", changes.steps.flatMap(lines))
  }

  /// How much changed, in one sentence, e.g. `2 langkah baru, 1 langkah berubah`.
  public var summary: String {
    guard !changes.isEmpty else { return phrases("sop.changes.none") }
    var texts: [String] = []
    func add(_ key: String, _ count: Int) {
      if count > 0 { texts.append(phrases("sop.changes.\(key)", ["count": "\(count)"])) }
    }
    for (part, kinds) in [("step", changes.steps.map(kind)), ("lane", changes.lanes.map(kind))] {
      add("\(part)-added", kinds.count { $0 == .added })
      add("\(part)-removed", kinds.count { $0 == .removed })
      add("\(part)-changed", kinds.count { $0 == .changed })
    }
    add("field-changed", changes.header.count)
    return texts.joined(separator: ", ")
  }

  // MARK: - Parts

  private func part(_ name: String, _ lines: [Line]) -> [Line] {
    lines.isEmpty ? [] : [Line(kind: .heading, text: phrases("sop.changes.\(name)"))] + lines
  }

  private func kind<Part>(_ change: ProcedureChanges.Change<Part>) -> Line.Kind {
    switch change {
    case .added: .added
    case .removed: .removed
    case .changed: .changed
    }
  }

  private func lines(_ change: ProcedureChanges.Change<Lane>) -> [Line] {
    func text(_ lane: Lane) -> String { "\(lane.name) (\(posts(lane.posts.map(\.description))))" }
    switch change {
    case .added(let lane): return [Line(kind: .added, text: "+ \(text(lane))")]
    case .removed(let lane): return [Line(kind: .removed, text: "- \(text(lane))")]
    case .changed(let lane, let edits): return changed(lane.name, edits)
    }
  }

  private func lines(_ change: ProcedureChanges.Change<Step>) -> [Line] {
    func text(_ step: Step) -> String {
      let lanes = step.lanes.map { changes.laneNames[$0] ?? $0.rawValue }.joined(separator: ", ")
      return "\(step.no) \(step.activity) (\(lanes))"
    }
    switch change {
    case .added(let step): return [Line(kind: .added, text: "+ \(text(step))")]
    case .removed(let step): return [Line(kind: .removed, text: "- \(text(step))")]
    case .changed(let step, let edits): return changed("\(step.no) \(step.activity)", edits)
    }
  }

  private func changed(_ name: String, _ edits: [ProcedureChanges.Edit]) -> [Line] {
    [Line(kind: .changed, text: "~ \(name)")]
      + edits.map { Line(kind: .detail, text: detail($0)) }
  }

  // MARK: - Fields

  /// A field with what it said and says; of a list only what came and went.
  private func detail(_ edit: ProcedureChanges.Edit) -> String {
    let label = phrases("sop.form.\(edit.field.rawValue)")
    var before = edit.before
    var after = edit.after
    if before.count > 1 || after.count > 1, Set(before) != Set(after) {
      before.removeAll { edit.after.contains($0) }
      after.removeAll { edit.before.contains($0) }
      let gone = before.map { "− \($0)" }
      let new = after.map { "+ \($0)" }
      return "\(label): " + (gone + new).joined(separator: "; ")
    }
    return "\(label): \(said(edit.field, before)) → \(said(edit.field, after))"
  }

  private func said(_ field: ProcedureChanges.Field, _ texts: [String]) -> String {
    if field == .posts { return posts(texts) }
    if field == .requiresAll { return phrases(texts.isEmpty ? "dialog.no" : "dialog.yes") }
    return texts.isEmpty ? "–" : texts.joined(separator: "; ")
  }

  private func posts(_ texts: [String]) -> String {
    texts.isEmpty ? phrases("sop.changes.outside") : texts.joined(separator: ", ")
  }
}
