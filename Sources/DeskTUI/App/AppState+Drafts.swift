import DeskModel

// What is typed survives: unsaved forms go to the disk, and are offered again.
extension AppState {
  /// All unsaved forms: those open now, and those of before.
  var unsaved: [FormDraft] {
    let open = overlays.compactMap(\.layer.draft)
    return open + parked.filter { old in !open.contains { $0.key == old.key } }
  }

  /// Has the unsaved forms written, if they are not as they were last written.
  mutating func keepDrafts() {
    let drafts = unsaved
    guard drafts != kept else { return }
    kept = drafts
    lastKept = now
    outbox.append(.saveDrafts(drafts, of: session.person.id))
  }

  /// Asks whether to go on with forms of before.
  mutating func offer(_ drafts: [FormDraft]) {
    parked = drafts
    kept = drafts
    guard !drafts.isEmpty else { return }
    push(draftsLayer(), from: .app)
  }

  /// Opens the form of a draft again with what was typed.
  mutating func resume(_ key: FormDraft.Key) {
    guard let draft = parked.first(where: { $0.key == key }) else { return }
    guard let form = makers.resumed(draft, context(for: focused)) else {
      return say(Message("drafts.gone"), .warn)
    }
    push(form, from: focused)
  }
}
