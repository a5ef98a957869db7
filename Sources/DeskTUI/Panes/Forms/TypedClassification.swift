import DeskModel

// The classification where a form about a case asks for it.
extension FormScene {
  /// The name of its field.
  static let classification = "classification"

  /// The typed code, or the one at the beginning of what was picked; the letter's own counts though its list has been
  /// replaced since.
  func classification(in codes: ClassificationList?, own: Classification?) -> Classification? {
    guard let typed = text(FormScene.classification)?.split(separator: " ").first.map(String.init)
    else { return nil }
    return codes?.classification(typed: typed) ?? (own?.code == typed ? own : nil)
  }

  /// What could be meant by what is typed.
  func offers(of codes: ClassificationList?) -> [String] {
    codes?.search(form[FormScene.classification], limit: 8).map { "\($0.code) \($0.name)" } ?? []
  }

  /// That what is typed is no code, unless it is one or nothing is.
  func classificationFault(in codes: ClassificationList?, own: Classification?) -> FormFaults? {
    guard let typed = text(FormScene.classification), classification(in: codes, own: own) == nil
    else { return nil }
    return FormFaults(
      FormScene.classification,
      Message("letter.unknown.classification", ["text": TextRules.quoted(typed)]))
  }
}

extension FormField {
  /// The field of the classification.
  static func classification(_ own: Classification?, isRequired: Bool = false) -> FormField {
    FormField(
      FormScene.classification, Message("form.classification"),
      .text(TextField(own?.code ?? "", isReplaced: true)),
      help: Message("form.classification.help"), isRequired: isRequired)
  }
}
