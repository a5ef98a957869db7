import Yams

/// A mapping of a YAML file: gives what its keys hold and notes what is wrong with it.
///
/// Every accessor notes its own fault, with the line, and then gives `nil` or nothing, so that a
/// reader asks for everything it needs and only afterwards looks whether it has it.
struct YAMLMapping {
  private let mapping: Node.Mapping
  private let notes: FaultNotes

  init(_ mapping: Node.Mapping, notes: FaultNotes) {
    self.mapping = mapping
    self.notes = notes
  }

  /// The keys in the order they are written.
  var keys: [String] { mapping.compactMap { $0.key.scalar?.string } }

  /// The line where the mapping begins, from 1.
  var line: Int { mapping.mark?.line ?? 1 }

  /// Notes every key that is not among the known ones, with the one that was probably meant.
  func expect(keys known: [String]) {
    for (key, _) in mapping {
      guard let name = key.scalar?.string else {
        notes.add(Message("yaml.key-not-text"), at: key.mark)
        continue
      }
      if known.contains(name) { continue }
      let quoted = TextRules.quoted(name)
      if let meant = Spelling.nearest(to: name, in: known) {
        notes.add(
          Message("yaml.key-unknown-suggest", ["key": quoted, "meant": meant]), at: key.mark)
      } else {
        notes.add(
          Message("yaml.key-unknown", ["key": quoted, "known": known.joined(separator: ", ")]),
          at: key.mark)
      }
    }
  }

  /// Notes something wrong with what a key holds, or with the whole mapping.
  func fault(_ message: Message, at key: String? = nil) {
    notes.add(message, at: key.flatMap { node($0)?.mark } ?? mapping.mark)
  }

  // MARK: - Texts

  /// The text of a key that must be there.
  func scalar(_ key: String) -> YAMLScalar? {
    if !has(key) { missing(key) }
    return scalarIfPresent(key)
  }

  /// The text of a key that may be absent or empty.
  func scalarIfPresent(_ key: String) -> YAMLScalar? {
    guard let node = node(key) else { return nil }
    return scalar(node, of: key)
  }

  /// The texts of a key that holds a list or a single text; none when it is absent.
  func scalars(_ key: String) -> [YAMLScalar] {
    switch node(key) {
    case nil: []
    case .sequence(let list): list.compactMap { scalar($0, of: key) }
    case .some(let node): [scalar(node, of: key)].compactMap { $0 }
    }
  }

  /// The plain text of a key that must be there.
  func text(_ key: String) -> String? { scalar(key)?.text }

  /// The plain text of a key that may be absent.
  func textIfPresent(_ key: String) -> String? { scalarIfPresent(key)?.text }

  /// The plain texts of a list; none when it is absent.
  func texts(_ key: String) -> [String] { scalars(key).map(\.text) }

  // MARK: - Numbers and flags

  /// The whole number of a key that must be there.
  func integer(_ key: String) -> Int? { scalar(key)?.integer() }

  /// The whole number of a key that may be absent.
  func integerIfPresent(_ key: String) -> Int? { scalarIfPresent(key)?.integer() }

  /// Whether a key says yes (`ya`, `true`); absent means no.
  func flag(_ key: String) -> Bool { scalarIfPresent(key)?.flag() ?? false }

  // MARK: - Mappings

  /// The mapping of a key that must be there.
  func mapping(_ key: String) -> YAMLMapping? {
    if !has(key) { missing(key) }
    return mappingIfPresent(key)
  }

  /// The mapping of a key that may be absent.
  func mappingIfPresent(_ key: String) -> YAMLMapping? {
    guard let node = node(key) else { return nil }
    guard case .mapping(let inner) = node else {
      notes.add(Message("yaml.not-mapping", ["key": key]), at: node.mark)
      return nil
    }
    return YAMLMapping(inner, notes: notes)
  }

  /// The mappings of a key that holds a list of them; none when it is absent.
  func mappings(_ key: String) -> [YAMLMapping] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let list) = node else {
      notes.add(Message("yaml.not-list", ["key": key]), at: node.mark)
      return []
    }
    return list.compactMap { item in
      guard case .mapping(let inner) = item else {
        notes.add(Message("yaml.item-not-mapping", ["key": key]), at: item.mark)
        return nil
      }
      return YAMLMapping(inner, notes: notes)
    }
  }

  // MARK: - Inside

  /// Whether a key is there and holds something.
  func has(_ key: String) -> Bool { node(key) != nil }

  private func missing(_ key: String) {
    notes.add(Message("yaml.key-missing", ["key": key]), at: mapping.mark)
  }

  /// What a key holds; nothing counts as absent (`kunci:`, `kunci: ~`).
  private func node(_ key: String) -> Node? {
    guard let node = mapping.first(where: { $0.key.scalar?.string == key })?.value else {
      return nil
    }
    if case .scalar(let scalar) = node, scalar.style == .plain,
      ["", "~", "null"].contains(scalar.string)
    {
      return nil
    }
    return node
  }

  private func scalar(_ node: Node, of key: String) -> YAMLScalar? {
    guard case .scalar(let scalar) = node else {
      notes.add(Message("yaml.not-text", ["key": key]), at: node.mark)
      return nil
    }
    guard let text = TextRules.line(scalar.string) else {
      notes.add(Message("yaml.text-unprintable", ["key": key]), at: scalar.mark)
      return nil
    }
    guard !text.isEmpty else {
      notes.add(Message("yaml.text-empty", ["key": key]), at: scalar.mark)
      return nil
    }
    return YAMLScalar(text: text, key: key, mark: scalar.mark, notes: notes)
  }
}
