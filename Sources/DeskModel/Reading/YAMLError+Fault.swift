import Yams

extension YamlError {
  /// What the parser could not read, as a sentence at a line.
  ///
  /// The parser's own words are English and a programmer's; the slips that people make are few, and
  /// each has its own sentence that says what to mend.
  func fault(file: String, text: String) -> Fault {
    func fault(_ key: String, _ mark: Mark?, _ arguments: [String: String] = [:]) -> Fault {
      // The parser gives line 0 for an error that it cannot place.
      Fault(
        file: file, line: Swift.max(1, mark?.line ?? 1), column: mark?.column,
        message: Message(key, arguments))
    }
    switch self {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // A bracket or quote that never closes is reported where the file ends; people look for it
      // where it was opened.
      let opened = context?.mark ?? mark
      if problem.contains("',' or ']'") || problem.contains("',' or '}'") {
        return fault("yaml.bracket-open", opened)
      }
      if problem.contains("unexpected end of stream") { return fault("yaml.quote-open", opened) }
      if problem.contains("mapping values are not allowed") {
        return fault("yaml.colon-in-text", mark)
      }
      if problem.contains("tab character") { return fault("yaml.tab", mark) }
      if problem.contains("cannot start any token") { return fault("yaml.sign-at-start", mark) }
      if problem.contains("could not find expected ':'") {
        return fault("yaml.colon-missing", opened)
      }
      if problem.contains("did not find expected key") || problem.contains("expected '-'")
        || problem.contains("block entries")
      {
        return fault("yaml.indentation", mark)
      }
      if problem.contains("another document") { return fault("yaml.second-document", mark) }
      if problem.contains("undefined alias") { return fault("yaml.star-in-text", mark) }
      return fault("yaml.unreadable", mark)
    case .reader:
      return Fault(
        file: file, line: YAMLText.firstControlCharacter(text),
        message: Message("yaml.control-character"))
    case .duplicatedKeysInMapping(let keys, let context):
      return fault(
        "yaml.key-twice", context.mark,
        ["key": TextRules.quoted(keys.first ?? "")])
    default:
      return fault("yaml.unreadable", nil)
    }
  }
}
