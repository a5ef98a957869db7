import DeskModel

/// Sends a task back with a reason, and with a corrected text where there is one.
struct ReturnRecipe: FormRecipe {
  var command: CommandID { .giveBack }

  func fields(_ scene: FormScene) -> [FormField] {
    let reason = FormField.note("reason", "form.reason", help: help(scene), isRequired: true)
    guard let draft = correctable(scene) else { return [reason] }
    return [
      reason,
      FormField(
        "text", Message("form.return.text"),
        .area(
          TextArea(draft.text, limit: Flow.longestDraft), rows: max(3, scene.app.area.rows - 9)),
        help: Message("form.return.text.help")),
    ]
  }

  /// What is to be said: to who handed the task down also what has come of it.
  private func help(_ scene: FormScene) -> Message {
    guard let above = scene.task?.delegatedBy.last else {
      return Message("form.return.reason.help")
    }
    return Message("form.return.handed-down.help", ["who": scene.app.shortName(above)])
  }

  /// The text, where its reader may correct it.
  private func correctable(_ scene: FormScene) -> CaseState.Draft? {
    guard let task = scene.task, task.act == .periksa || task.act == .tandatangani else {
      return nil
    }
    return scene.draft
  }

  /// The corrected text; `nil` while it is as it was.
  private func corrected(_ scene: FormScene) -> String? {
    guard let draft = correctable(scene), scene.form.fields.contains(where: { $0.id == "text" })
    else { return nil }
    let text = scene.form["text"]
    return text == TextArea.clean(draft.text) ? nil : text
  }

  func summary(_ scene: FormScene) -> String? {
    guard let ref = scene.ref else { return nil }
    let text = corrected(scene)
    let next = scene.outlook(
      .giveBack(
        ref, reason: scene.text("reason") ?? "-", corrected: text,
        basedOn: scene.draft?.version ?? 0))
    guard let text, let draft = scene.draft else { return next }
    let changes = DraftDiff(from: draft.text, to: text)
    let corrected = scene.app.text(
      "form.return.corrected",
      [
        "version": "\(scene.file?.state.nextVersion ?? draft.version + 1)",
        "lines": "\(changes.lines.count { $0.change == .added })",
      ])
    return [corrected, next].compactMap { $0 }.joined(separator: " ")
  }

  func action(_ scene: FormScene) -> Result<Action, FormFaults> {
    guard let ref = scene.ref else { return .failure(FormFaults("reason", Message("letter.gone"))) }
    guard let reason = scene.text("reason"), !reason.allSatisfy(\.isWhitespace) else {
      return .failure(FormFaults("reason", Message("refusal.reasonMissing")))
    }
    return .success(
      .giveBack(
        ref, reason: reason, corrected: corrected(scene), basedOn: scene.draft?.version ?? 0))
  }
}
