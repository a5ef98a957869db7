import DeskModel

/// Asks for nothing but a reason: waiting for an outside party, stopping a case.
struct ReasonRecipe: FormRecipe {
  /// `suspend` or `cancelCase`.
  let command: CommandID

  func fields(_ scene: FormScene) -> [FormField] {
    [
      .note(
        "reason", "form.reason", help: Message("form.reason.\(command.rawValue)"), isRequired: true)
    ]
  }

  func summary(_ scene: FormScene) -> String? {
    scene.app.text("form.summary.\(command.rawValue)")
  }

  func action(_ scene: FormScene) -> Result<Action, FormFaults> {
    let reason = scene.form["reason"]
    guard !reason.allSatisfy(\.isWhitespace) else {
      return .failure(FormFaults("reason", Message("refusal.reasonMissing")))
    }
    if command == .cancelCase {
      guard let id = scene.file?.state.id else {
        return .failure(FormFaults("reason", Message("letter.gone")))
      }
      return .success(.cancel(id, reason: reason))
    }
    guard let ref = scene.ref else { return .failure(FormFaults("reason", Message("letter.gone"))) }
    return .success(.suspend(ref, reason: reason))
  }
}
