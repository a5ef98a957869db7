import Yams

/// One text of a YAML file, with its place: runs of white space are one space, and it is not empty.
struct YAMLScalar {
  /// The text.
  let text: String
  /// The key that holds it.
  let key: String
  private let mark: Mark?
  private let notes: FaultNotes

  init(text: String, key: String, mark: Mark?, notes: FaultNotes) {
    self.text = text
    self.key = key
    self.mark = mark
    self.notes = notes
  }

  /// The text, short and safe enough to stand in a sentence.
  var quoted: String { TextRules.quoted(text) }

  /// Notes something wrong with the text.
  func fault(_ message: Message) { notes.add(message, at: mark) }

  /// The whole number that is written, or a fault.
  func integer() -> Int? {
    guard let number = Int(text), text.allSatisfy(\.isASCII), number >= 0 else {
      fault(Message("yaml.not-number", ["key": key, "value": quoted]))
      return nil
    }
    return number
  }

  /// The date that is written (`2026-03-05`), or a fault.
  func date() -> CalendarDate? {
    if let date = CalendarDate(text) { return date }
    fault(Message("yaml.not-date", ["key": key, "value": quoted]))
    return nil
  }

  /// The slug that is written (`kepala-bidang`), or a fault.
  func slug() -> String? {
    if text[...].isSlug { return text }
    fault(Message("yaml.not-slug", ["key": key, "value": quoted]))
    return nil
  }

  /// Whether yes is written, or a fault when it is neither yes nor no.
  func flag() -> Bool? {
    switch text.lowercased() {
    case "ya", "true": return true
    case "tidak", "false": return false
    default:
      fault(Message("yaml.not-flag", ["key": key, "value": quoted]))
      return nil
    }
  }

  /// The one of several words that is written, or a fault with the one that was probably meant.
  func choice<Value: RawRepresentable<String> & CaseIterable>(
    of type: Value.Type
  ) -> Value? {
    if let value = Value(rawValue: text) { return value }
    let known = Value.allCases.map(\.rawValue)
    if let meant = Spelling.nearest(to: text, in: known) {
      fault(Message("yaml.choice-suggest", ["key": key, "value": quoted, "meant": meant]))
    } else {
      let list = known.joined(separator: ", ")
      fault(Message("yaml.choice-unknown", ["key": key, "value": quoted, "known": list]))
    }
    return nil
  }
}

extension Substring {
  /// Whether it is a name of small letters, digits and single hyphens between them, 1 to 64 long.
  var isSlug: Bool {
    let parts = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return utf8.count <= 64
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
              || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          }
      }
  }
}
