import DeskModel
import Foundation

/// The files that a letter will be attached, as paths, and the field they are typed into: Tab completes a path,
/// Enter attaches it, Backspace in the empty field takes the last one back.
struct AttachedFiles: Sendable {
  /// The field's name in its form.
  static let field = "files"

  /// The paths that are attached, in their order.
  private(set) var paths: [String] = []

  /// The field, and a line for each file.
  func fields(_ label: Message, help: Message? = nil, _ app: AppContext) -> [FormField] {
    [
      FormField(
        AttachedFiles.field, label, .text(TextField(limit: RegisterField.files.limit)),
        help: app.files.mayReadHost ? help : Message("form.files.tray"))
    ]
      + paths.enumerated().map { index, path in
        let line = "\(app.glyphs.bullet) \(path.dropFirst(FileSource.folder(of: path).count))"
        return FormField("file-\(index)", Message(""), .note(line, style: .plain))
      }
  }

  /// What a key does in the field; `nil` when it means what it means in every field.
  mutating func key(_ key: Key, in form: inout Form) -> [Effect]? {
    let path = form[AttachedFiles.field]
    if key == .backspace, path.isEmpty, !paths.isEmpty {
      form[AttachedFiles.field] = paths.removeLast()
      return []
    }
    guard key == .tab || key == .enter, !path.isEmpty else { return nil }
    if let picked = form.pickedSuggestion(AttachedFiles.field) {
      let whole = FileSource.folder(of: path) + picked
      form[AttachedFiles.field] = whole
      return picked.hasSuffix("/") ? [.ask(PathCompletion(typed: whole))] : []
    }
    return key == .tab ? [.ask(PathCompletion(typed: path))] : [.ask(FileCheck(path: path))]
  }

  /// Takes what is known of paths; `nil` for answers to other questions.
  mutating func take(_ answer: Answer, in form: inout Form) -> [Effect]? {
    if let (asked, names) = answer.to(PathCompletion.self) {
      return asked.typed == form[AttachedFiles.field] ? complete(names, in: &form) : []
    }
    guard let (asked, fault) = answer.to(FileCheck.self) else { return nil }
    guard asked.path == form[AttachedFiles.field] else { return [] }
    if let fault {
      form.show([AttachedFiles.field: fault])
    } else {
      attachTyped(in: &form)
      form.show([:])
    }
    return []
  }

  /// Attaches what stands in the field.
  mutating func attachTyped(in form: inout Form) {
    guard !form[AttachedFiles.field].isEmpty else { return }
    paths.append(form[AttachedFiles.field])
    form[AttachedFiles.field] = ""
  }

  /// The attachments that were taken in for the paths; `nil` when one could not be, which stands in the field again
  /// with the reason.
  mutating func attachments(_ taken: [TakeFiles.Taken], in form: inout Form) -> [Attachment]? {
    guard taken.count == paths.count else { return nil }
    var attachments: [Attachment] = []
    for (index, one) in taken.enumerated() {
      switch one {
      case .attachment(let attachment): attachments.append(attachment)
      case .fault(let message):
        form[AttachedFiles.field] = paths.remove(at: index)
        form.show([AttachedFiles.field: message])
        return nil
      }
    }
    return attachments
  }

  /// The paths as one text, for keeping.
  var text: String {
    get { paths.joined(separator: "\n") }
    set { paths = newValue.split(separator: "\n").map(String.init) }
  }

  /// Goes as far as all names agree; a whole name is attached, several are offered.
  private mutating func complete(_ names: [String], in form: inout Form) -> [Effect] {
    let path = form[AttachedFiles.field]
    guard let only = names.first, names.count == 1 else {
      if names.isEmpty { form.show([AttachedFiles.field: AttachmentFault.missing(path).message]) }
      let common = names.dropFirst().reduce(names.first ?? "") { $0.commonPrefix(with: $1) }
      if common.count > path.count { form[AttachedFiles.field] = common }
      let folder = FileSource.folder(of: path)
      form.suggest(
        names.map { String($0.dropFirst(folder.count)) }, for: AttachedFiles.field)
      return []
    }
    if only == path, !only.hasSuffix("/") { return [.ask(FileCheck(path: only))] }
    form[AttachedFiles.field] = only
    return []
  }
}
