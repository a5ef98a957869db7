import DeskModel

// What is typed survives: unsaved forms go to the disk, and are offered again.
extension AppState {
  /// All unsaved forms: those open now, and those of before.
  var unsaved: [FormDraft] {
    let open = overlays.compactMap { draft(of: $0) }
    return open + parked.filter { old in !open.contains { $0.key == old.key } }
  }

  /// What is typed into a form, with what is being written for it in the desk's own editor.
  private func draft(of overlay: Overlay) -> FormDraft? {
    var layer = overlay.layer
    if let top = overlays.last, top.opener == overlay.id, let editor = top.layer as? EditorLayer {
      _ = layer.receive(.edited(editor.text), in: context(for: overlay.id))
    }
    var draft = layer.draft
    draft?.role = session.role.id
    return draft
  }

  /// Has the unsaved forms written that differ from what was last written, and those taken out that are no more.
  mutating func keepDrafts() {
    let drafts = unsaved
    guard drafts != kept else { return }
    let gone = kept.map(\.key).filter { key in !drafts.contains { $0.key == key } }
    outbox.append(
      .keepDrafts(
        drafts.filter { !kept.contains($0) }, dropping: gone, of: session.person.id))
    keptBefore = kept
    kept = drafts
    lastKept = uptime
  }

  /// Learns whether the unsaved forms are on the disk; if not, it is said once and tried again.
  mutating func learnKept(_ fault: Message?) {
    if fault != nil { kept = keptBefore }
    if let fault, fault != keepingFault { say(fault, .fault) }
    keepingFault = fault
  }

  /// Asks whether to go on with forms of before.
  mutating func offer(_ drafts: [FormDraft]) {
    parked = drafts
    kept = drafts
    guard drafts.contains(where: { $0.role == session.role.id }) else { return }
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

  // MARK: Leaving a form

  /// What becomes of what is typed when its form is left.
  enum Leaving: Hashable, Sendable {
    /// The form stays.
    case stay
    /// The form is closed, and what is typed is kept for later.
    case park
    /// What is typed is thrown away.
    case discard
  }

  /// Asks what is to become of what is typed.
  mutating func askBeforeLeaving(_ id: LayerID) {
    guard let draft = layer(id)?.draft else { return close(id) }
    leaving = id
    let key = draft.name.isEmpty ? "form.leave.question" : "form.leave.question-named"
    let lost = [
      "form": phrases("command.\(draft.key.command)"), "name": TextRules.quoted(draft.name),
    ]
    push(
      ChoiceLayer(
        title: Message("form.leave.title"), text: phrases(key, lost),
        options: [
          Dialog.Option(Leaving.stay, label: phrases("form.leave.stay")),
          Dialog.Option(.park, label: phrases("form.leave.park")),
          Dialog.Option(.discard, label: phrases("form.leave.discard")),
        ], harmless: .stay), from: .app)
  }

  /// Leaves the form that was asked about, or stays.
  mutating func leave(_ answer: Leaving) {
    guard let id = leaving else { return }
    leaving = nil
    switch answer {
    case .stay: break
    case .park:
      // `unsaved` counts what is open before what is parked, and knows the chair it was written in.
      parked = unsaved
      close(id)
      say(Message("drafts.parked"), .info)
    case .discard: close(id)
    }
  }
}
