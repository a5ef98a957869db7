import DeskModel

/// Paraf or signature where the procedure leaves open who is next: asks for them, and nothing else.
struct AgreementRecipe: FormRecipe {
  /// `paraf` or `sign`.
  let command: CommandID

  /// What the form would do, on the text as it was when the form was opened.
  private func action(_ scene: FormScene, to recipients: [RoleID]) -> Action? {
    scene.ref.map { Self.action(command, $0, draft: scene.draft?.version ?? 0, to: recipients) }
  }

  /// The act of a command.
  static func action(
    _ command: CommandID, _ ref: TaskRef, draft: Int, to recipients: [RoleID] = []
  ) -> Action {
    command == .sign
      ? .sign(ref, draft: draft, recipients: recipients)
      : .paraf(ref, draft: draft, recipients: recipients)
  }

  func fields(_ scene: FormScene) -> [FormField] {
    guard let action = action(scene, to: []), let roles = scene.candidates(after: action) else {
      return []
    }
    return [
      .roles(
        FormField.recipients, "form.recipients", help: "form.recipients.help", roles, scene.app)
    ]
  }

  func summary(_ scene: FormScene) -> String? {
    action(scene, to: scene.roles(FormField.recipients)).flatMap(scene.outlook)
  }

  func action(_ scene: FormScene) -> Result<Action, FormFaults> {
    guard let action = action(scene, to: scene.roles(FormField.recipients)) else {
      return .failure(FormFaults(FormField.recipients, Message("letter.gone")))
    }
    if case .failure(let refusal) = scene.attempt(action) {
      return .failure(FormFaults(FormField.recipients, refusal.message))
    }
    return .success(action)
  }
}
