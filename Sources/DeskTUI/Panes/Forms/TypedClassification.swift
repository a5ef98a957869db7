import DeskModel

// The classification where a form about a case asks for it.
extension FormScene {
  /// The name of its field.
  static let classification = "classification"

  /// That of the letter at hand, or of the one that is answered: its field begins with it.
  var ownClassification: Classification? { file?.state.letter.classification }

  /// What is typed or was picked; the letter's own counts though its list has been replaced since.
  func classification(in codes: ClassificationList?) -> Classification? {
    guard let code = text(FormScene.classification).flatMap(ClassificationList.code) else {
      return nil
    }
    return codes?.classification(typed: code)
      ?? (ownClassification?.code == code ? ownClassification : nil)
  }

  /// What could be meant by what is typed.
  func offers(of codes: ClassificationList?) -> [String] {
    codes?.search(form[FormScene.classification], limit: 8).map { "\($0.code) \($0.name)" } ?? []
  }

  /// That what is typed is no code, unless it is one or nothing is.
  func classificationFault(in codes: ClassificationList?) -> FormFaults? {
    guard let typed = text(FormScene.classification), classification(in: codes) == nil else {
      return nil
    }
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
