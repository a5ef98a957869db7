import DeskModel

// Files that go with a letter of the office's own.
extension CaseForm {
  /// What a key does in the field of files; `nil` when it means what it means in every field.
  mutating func filesKey(_ key: Key, _ app: AppContext) -> [Effect]? {
    guard recipe.takesFiles, form.focusedID == AttachedFiles.field else { return nil }
    let before = files.paths
    let effects = files.key(key, in: &form)
    if files.paths != before { build(app) }
    return effects
  }

  /// Attaches a path that was typed and not yet attached.
  mutating func attachTyped(_ app: AppContext) {
    guard recipe.takesFiles else { return }
    let before = files.paths
    files.attachTyped(in: &form)
    if files.paths != before { build(app) }
  }

  /// Takes what is known of files; `nil` for answers to other questions. Once all were taken in, what waited for
  /// them is done.
  mutating func takeFiles(_ answer: Answer, _ app: AppContext) -> [Effect]? {
    guard recipe.takesFiles else { return nil }
    let before = files.paths
    defer { if files.paths != before { build(app) } }
    guard let (_, taken) = answer.to(TakeFiles.self) else {
      return files.take(answer, in: &form)
    }
    guard case .register(var registration) = waiting else { return [] }
    waiting = nil
    guard let attachments = files.attachments(taken, in: &form) else {
      isSaving = false
      return []
    }
    registration.letter.attachments = attachments
    return [.perform(.register(registration))]
  }
}
