import Yams

/// Reads a YAML file into a value and names everything that is wrong with it.
///
/// The desk's files are plain: one document, texts, lists and mappings, no anchors and no tags that
/// matter. All faults of a file are collected, because people mend a file once, not once a fault.
enum YAMLFile {
  /// The largest file that is read, in bytes; the longest decreed procedure needs a tenth of it.
  static let largest = 512 * 1024

  /// Reads a text as YAML and lets `body` take the value from its top mapping.
  ///
  /// - Parameters:
  ///   - bytes: the file's bytes, UTF-8.
  ///   - file: what faults call the file.
  ///   - body: takes the value; it may give `nil` only after it has noted a fault.
  /// - Throws: every fault found, by the YAML reader or by `body`.
  static func read<Value>(
    _ bytes: some Collection<UInt8>, file: String, _ body: (YAMLMapping) -> Value?
  ) throws(Faults) -> Value {
    let notes = FaultNotes(file: file)
    let top = try compose(bytes, file: file)
    var value: Value?
    if case .mapping(let mapping) = top {
      value = body(YAMLMapping(mapping, notes: notes))
    } else {
      notes.add(Message("yaml.top-not-mapping"), at: top?.mark)
    }
    guard let value, notes.faults.isEmpty else {
      throw Faults(notes.faults.isEmpty ? [unexplained(file)] : notes.faults)
    }
    return value
  }

  private static func unexplained(_ file: String) -> Fault {
    Fault(file: file, line: 1, message: Message("yaml.unreadable"))
  }

  private static func compose(
    _ bytes: some Collection<UInt8>, file: String
  ) throws(Faults) -> Node? {
    func refuse(_ key: String, line: Int = 1) -> Faults {
      Faults([Fault(file: file, line: line, message: Message(key))])
    }
    guard bytes.count <= largest else { throw refuse("yaml.too-large") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw refuse("yaml.not-utf8", line: YAMLText.firstLineThatIsNotUTF8(bytes))
    }
    if let line = YAMLText.firstReference(text) { throw refuse("yaml.reference", line: line) }
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw Faults([error.fault(file: file, text: text)])
    } catch {
      throw refuse("yaml.unreadable")
    }
  }
}

/// The faults noted while one file is read.
final class FaultNotes {
  let file: String
  private(set) var faults: [Fault] = []

  init(file: String) { self.file = file }

  func add(_ message: Message, at mark: Mark?) {
    faults.append(
      Fault(file: file, line: mark?.line ?? 1, column: mark?.column, message: message))
  }
}
