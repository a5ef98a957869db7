import DeskModel

// Keys, pasted text and answers, field by field.
extension RegisterForm {
  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    switch input {
    case .key(let key): return type(key, in: app)
    case .paste(let text): return .done(insert(text, in: app))
    case .mouse(let event): return .done(click(event, in: app))
    }
  }

  private mutating func type(_ key: Key, in app: AppContext) -> Reaction {
    if let effects = recallKey(key, in: app) { return .done(effects) }
    switch key {
    case .tab: return .done(focus == .files ? tabInFiles(in: app) : leave(by: 1, in: app))
    case .enter:
      if focus == .files, !text(.files).isEmpty { return .done([.ask(FileCheck(path: path))]) }
      if focus == fields.last { return .done([.toast(Message("register.how-to-save"), .info)]) }
      return .done(leave(by: 1, in: app))
    case .down: return .done(leave(by: 1, in: app))
    case .backTab, .up: return .done(leave(by: -1, in: app))
    case .backspace where focus == .files && text(.files).isEmpty && !files.isEmpty:
      texts[.files]?.set(files.removeLast())
      return .handled
    default: break
    }
    if focus.kind == .choice { return choose(key) ? .handled : .ignored }
    let before = text(focus)
    guard texts[focus]?.handle(key) == true else { return .ignored }
    if case .character = key, text(focus) == before {
      faults[focus] = tooLong(focus)
      return .handled
    }
    return .done(text(focus) == before ? [] : changed(in: app))
  }

  /// The path in the files' field.
  private var path: String { text(.files) }

  // MARK: Recall

  /// What a key does while something is offered; `nil` when it means what it always means.
  private mutating func recallKey(_ key: Key, in app: AppContext) -> [Effect]? {
    guard let current = recall.current else { return nil }
    switch key {
    case .down: recall.move(by: 1)
    case .up: recall.move(by: -1)
    case .escape: recall = Recall()
    case .tab, .enter: return accept(current.text, in: app)
    default: return nil
    }
    return []
  }

  mutating func accept(_ text: String, in app: AppContext) -> [Effect] {
    texts[focus]?.set(text)
    recall = Recall()
    faults[focus] = nil
    if focus == .files { return text.hasSuffix("/") ? [.ask(PathCompletion(typed: text))] : [] }
    return sameCheck(in: app) + leave(by: 1, in: app)
  }

  /// Asks what could be meant after a change, and whether the letter is in the books already.
  private mutating func changed(in app: AppContext) -> [Effect] {
    faults[focus] = nil
    refusal = nil
    recall = Recall()
    switch focus {
    case .sender:
      let typed = text(.sender)
      knownSender = nil
      return sameCheck(in: app) + (typed.isEmpty ? [] : [.ask(SenderRecall(typed: typed))])
    case .number, .written: return sameCheck(in: app)
    case .classification:
      recallClassification()
      return []
    default: return []
    }
  }

  private mutating func sameCheck(in app: AppContext) -> [Effect] {
    same = []
    return sameQuestion(today: app.today).map { [.ask($0)] } ?? []
  }

  private mutating func recallClassification() {
    let typed = text(.classification)
    guard let list = classifications, !typed.isEmpty, list.entry(typed) == nil else { return }
    recall = Recall(list.search(typed).map { Recall.Item(text: $0.code, detail: $0.name) })
  }

  // MARK: From field to field

  /// Leaves the field for the next or the one before; a date is written out on the way.
  mutating func leave(by step: Int, in app: AppContext) -> [Effect] {
    let fields = fields
    guard let here = fields.firstIndex(of: focus) else { return [] }
    return go(to: fields[(here + step + fields.count) % fields.count], in: app)
  }

  mutating func go(to field: RegisterField, in app: AppContext) -> [Effect] {
    recall = Recall()
    let old = focus
    focus = field
    if old == .sender, let known = knownSender { texts[.sender]?.set(known) }
    guard old.kind == .date, old != field else { return [] }
    do throws(DateFault) {
      if let date = try ShortDate.date(text(old), today: app.today) {
        texts[old]?.set(date.dayFirst)
      }
    } catch {
      faults[old] = error.message
    }
    return []
  }

  private mutating func tabInFiles(in app: AppContext) -> [Effect] {
    if path.isEmpty { return leave(by: 1, in: app) }
    return [.ask(PathCompletion(typed: path))]
  }

  // MARK: Choices

  private mutating func choose(_ key: Key) -> Bool {
    let count = options(focus).count
    guard count > 0 else { return false }
    let here = picked(focus)
    switch key {
    case .left: pick(focus, (here + count - 1) % count)
    case .right, .character(" "): pick(focus, (here + 1) % count)
    case .home: pick(focus, 0)
    case .end: pick(focus, count - 1)
    case .character(let letter):
      let wanted = letter.lowercased()
      let order = (1...count).map { (here + $0) % count }
      guard let found = order.first(where: { options(focus)[$0].initial == wanted }) else {
        return true
      }
      pick(focus, found)
    default: return false
    }
    return true
  }

  /// What a choice can be: the phrase key or the title, and the letter that picks it.
  struct Option: Hashable, Sendable {
    let text: Message
    let initial: String
  }

  func options(_ field: RegisterField) -> [Option] {
    func option(_ key: String, _ initial: String) -> Option {
      Option(text: Message(key), initial: initial)
    }
    switch field {
    case .secrecy:
      return [
        option("secrecy.B", "b"), option("secrecy.T", "t"), option("secrecy.R", "r"),
        option("secrecy.SR", "s"),
      ]
    case .urgency:
      return [
        option("urgency.biasa", "b"), option("urgency.segera", "s"),
        option("urgency.sangatSegera", "s"),
      ]
    case .procedure:
      return procedures.map {
        Option(
          text: Message("register.procedure-title", ["title": $0.title]),
          initial: $0.title.prefix(1).lowercased())
      }
    default: return []
    }
  }

  func picked(_ field: RegisterField) -> Int {
    switch field {
    case .secrecy: Secrecy.allCases.firstIndex(of: secrecy) ?? 0
    case .urgency: Urgency.allCases.firstIndex(of: urgency) ?? 0
    default: procedures.firstIndex { $0.id == procedure } ?? 0
    }
  }

  mutating func pick(_ field: RegisterField, _ index: Int) {
    switch field {
    case .secrecy: secrecy = Secrecy.allCases[index]
    case .urgency: urgency = Urgency.allCases[index]
    default: procedure = procedures[index].id
    }
  }

  // MARK: Pasting

  /// Puts text into the field, or says why it does not fit: nothing is cut without a word.
  mutating func insert(_ pasted: String, in app: AppContext) -> [Effect] {
    guard focus.kind != .choice else { return [] }
    let room = focus.limit - text(focus).count
    // Bytes first: counting the characters of a pasted book takes longer than refusing it.
    guard pasted.utf8.count <= focus.limit * 16, pasted.count <= room else {
      faults[focus] = tooLong(focus)
      return []
    }
    texts[focus]?.paste(pasted)
    let isClean = pasted.allSatisfy { character in
      character.isNewline || character == "\t"
        || !character.unicodeScalars.contains(where: TextRules.isForbidden)
    }
    let told = isClean ? [] : [Effect.toast(Message("register.cleaned"), .warn)]
    return changed(in: app) + told
  }

  private func tooLong(_ field: RegisterField) -> Message {
    let longest = ["longest": String(field.limit)]
    return field.letterField.map { Message("letter.too-long.\($0.rawValue)", longest) }
      ?? Message("register.too-long", longest)
  }

  // MARK: Answers

  mutating func take(_ answer: Answer, in app: AppContext) -> [Effect] {
    if let (_, found) = answer.to(RegistrableProcedures.self) {
      procedures = found
    } else if let (_, list) = answer.to(ClassificationInForce.self) {
      classifications = list
    } else if let (asked, names) = answer.to(SenderRecall.self) {
      guard focus == .sender, asked.typed == text(.sender) else { return [] }
      let typed = asked.typed.lowercased()
      knownSender = names.first { $0.lowercased() == typed }
      guard knownSender == nil else { return [] }
      recall = Recall(names.map { Recall.Item(text: $0) })
    } else if let (asked, rows) = answer.to(SameLetters.self) {
      if asked == sameQuestion(today: app.today) { same = rows }
    } else if let (asked, names) = answer.to(PathCompletion.self) {
      if asked.typed == path { return complete(names, in: app) }
    } else if let (asked, fault) = answer.to(FileCheck.self) {
      guard asked.path == path else { return [] }
      faults[.files] = fault
      guard fault == nil else { return [] }
      files.append(path)
      texts[.files]?.set("")
    } else if let (_, taken) = answer.to(TakeFiles.self) {
      return take(taken, in: app)
    }
    return []
  }

  /// Goes as far as all names agree; a whole name is attached, several are offered.
  private mutating func complete(_ names: [String], in app: AppContext) -> [Effect] {
    guard let only = names.first, names.count == 1 else {
      if names.isEmpty { faults[.files] = AttachmentFault.missing(path).message }
      let common = PathNames.commonStart(names)
      if common.count > path.count { texts[.files]?.set(common) }
      recall = Recall(names.map { Recall.Item(text: $0) })
      return []
    }
    if only == path, !only.hasSuffix("/") { return [.ask(FileCheck(path: only))] }
    texts[.files]?.set(only)
    return []
  }
}
