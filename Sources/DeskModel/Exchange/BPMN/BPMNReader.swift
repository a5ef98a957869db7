/// Reads a BPMN file into a procedure: the part of BPMN that ``ProcedureBPMN`` writes.
///
/// What the diagram shows counts: names, lanes, the order of steps and where ways lead are taken from the process,
/// so that a change made in a modeller comes along. Facts that BPMN has no word for come from our own elements.
/// Anything that the desk could not run as it is drawn is refused, with its line.
public struct BPMNReader {
  /// The largest file that is read, in bytes.
  public static let largest = XMLReader.largest

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the file's bytes, UTF-8.
  ///   - file: what faults call the file.
  /// - Returns: a procedure; what makes no sense in it is a finding of ``ProcedureCheck``.
  /// - Throws: every fault of the file.
  public static func procedure(
    _ bytes: some Collection<UInt8>, file: String
  ) throws(Faults) -> Procedure {
    let root = try XMLReader.root(bytes, file: file)
    let notes = BPMNNotes(file: file)
    guard root.name == "definitions", root.namespace == BPMN.model else {
      notes.add("bpmn.not-bpmn", at: root)
      throw notes.faults
    }
    let process = Self.process(of: root, notes)
    guard let process, let head = BPMNHead(process, in: root, notes) else {
      throw notes.faults
    }
    let reading = BPMNProcess(process, notes: notes)
    guard let steps = reading.steps(), notes.isEmpty else { throw notes.faults }
    return head.procedure(lanes: reading.lanes.map(\.lane), steps: steps)
  }

  /// The most nodes and flows that are read; the longest decreed procedure has some sixty.
  private static let most = 2_000

  /// The process, if the file holds what we write and nothing else.
  private static func process(of root: XMLNode, _ notes: BPMNNotes) -> XMLNode? {
    notes.expect(
      ["collaboration", "process", "documentation", "extensionElements"], inside: root)
    for collaboration in root.children("collaboration", in: BPMN.model) {
      notes.expect(
        ["participant", "documentation", "extensionElements"], inside: collaboration)
    }
    let processes = root.children("process", in: BPMN.model)
    guard processes.count == 1, let process = processes.first else {
      notes.add("bpmn.one-process", at: root, ["count": "\(processes.count)"])
      return nil
    }
    guard process.children.count <= most else {
      notes.add("bpmn.too-large", at: process, ["most": "\(most)"])
      return nil
    }
    return process
  }
}

/// The faults noted while one BPMN file is read.
final class BPMNNotes {
  private let file: String
  private var list: [Fault] = []

  init(file: String) { self.file = file }

  /// Whether nothing is wrong so far.
  var isEmpty: Bool { list.isEmpty }

  /// Everything that is wrong; never empty.
  var faults: Faults {
    Faults(
      list.isEmpty
        ? [Fault(file: file, line: 1, message: Message("bpmn.not-bpmn"))] : list)
  }

  /// Notes something wrong at an element.
  func add(_ key: String, at node: XMLNode, _ arguments: [String: String] = [:]) {
    add(Message(key, arguments), at: node)
  }

  /// Notes something wrong at an element.
  func add(_ message: Message, at node: XMLNode) {
    list.append(Fault(file: file, line: node.line, message: message))
  }

  /// Notes every element of BPMN's process model that is not among those we know; other namespaces are other
  /// programs' own.
  func expect(_ known: Set<String>, inside node: XMLNode) {
    for child in node.children where child.namespace == BPMN.model && !known.contains(child.name) {
      add(
        "bpmn.unsupported", at: child,
        ["element": TextRules.quoted(child.name), "parent": TextRules.quoted(node.name)])
    }
  }

  /// The text on one line; noted if it holds what no text may, `nil` if nothing is left of it.
  func line(_ text: String?, at node: XMLNode) -> String? {
    guard let text else { return nil }
    guard let line = TextRules.line(text) else {
      add("bpmn.unprintable", at: node, ["element": TextRules.quoted(node.name)])
      return nil
    }
    return line.isEmpty ? nil : line
  }

  /// The text of an attribute, on one line.
  func attribute(_ name: String, of node: XMLNode) -> String? {
    line(node.attributes[name], at: node)
  }

  /// The text of an attribute that must be there.
  func required(_ name: String, of node: XMLNode) -> String? {
    let text = attribute(name, of: node)
    if text == nil { missing(name, of: node) }
    return text
  }

  /// Notes an attribute that is not there.
  func missing(_ name: String, of node: XMLNode) {
    add(
      "bpmn.attribute-missing", at: node,
      ["element": TextRules.quoted(node.name), "attribute": name])
  }

  /// The texts of the elements of ours with a name.
  func texts(_ name: String, in node: XMLNode) -> [String] {
    node.children(name, in: BPMN.facts).compactMap { line($0.text, at: $0) }
  }

  /// A whole number that an attribute must be.
  func number(_ text: String, _ name: String, of node: XMLNode) -> Int? {
    if let number = Int(text), number >= 0, text.allSatisfy(\.isASCII) { return number }
    wrong(text, name, of: node)
    return nil
  }

  /// A slug that an attribute or text must be.
  func slug(_ text: String, _ name: String, of node: XMLNode) -> String? {
    if text[...].isSlug { return text }
    wrong(text, name, of: node)
    return nil
  }

  /// Notes a value that cannot be.
  func wrong(_ text: String, _ name: String, of node: XMLNode) {
    add(
      "bpmn.bad-value", at: node,
      [
        "element": TextRules.quoted(node.name), "attribute": name, "value": TextRules.quoted(text),
      ])
  }
}

extension XMLNode {
  /// The first element of ours with a name among the extensions of a BPMN element.
  func fact(_ name: String) -> XMLNode? {
    children("extensionElements", in: BPMN.model)
      .flatMap { $0.children(name, in: BPMN.facts) }.first
  }
}
