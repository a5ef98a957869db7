import DeskModel

/// Hands a task down, or moves it to another queue: to whom, and why.
struct MoveRecipe: FormRecipe {
  /// `delegate` or `reassign`.
  let command: CommandID

  func fields(_ scene: FormScene) -> [FormField] {
    guard let file = scene.file else { return [] }
    let acts = LetterActs(
      file: file, task: scene.task, session: scene.app.session, office: scene.app.office,
      now: scene.app.now)
    let roles = acts.allowed(
      command == .delegate ? acts.subordinates : acts.reassignable, by: command)
    return [
      .roles("role", "form.move.to", help: "form.move.to.help", roles, isSingle: true, scene.app),
      .note(
        "reason", command == .delegate ? "form.note" : "form.reason", isRequired: true),
    ]
  }

  func summary(_ scene: FormScene) -> String? {
    guard let role = scene.roles("role").first else { return nil }
    return scene.app.text("act.next", ["who": scene.app.shortName(role)])
  }

  func action(_ scene: FormScene) -> Result<Action, FormFaults> {
    guard let ref = scene.ref else { return .failure(FormFaults("role", Message("letter.gone"))) }
    var faults: [String: Message] = [:]
    let role = scene.roles("role").first
    if role == nil { faults["role"] = Message("form.move.nobody") }
    let reason = scene.form["reason"]
    if reason.allSatisfy(\.isWhitespace) { faults["reason"] = Message("refusal.reasonMissing") }
    guard let role, faults.isEmpty else { return .failure(FormFaults(faults)) }
    return .success(
      command == .delegate
        ? .delegate(ref, to: role, note: reason) : .reassign(ref, to: role, reason: reason))
  }
}
