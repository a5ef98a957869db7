/// What a letter should have been registered as: the act of who keeps the book and has found a slip.
public struct Correction: Hashable, Sendable {
  /// The letter as it should stand in the book; what no correction changes is left as it is.
  public var letter: Letter
  /// The last correction that was seen, by its entry in the journal; `nil` for none. After another one it is refused.
  public var over: Int64?
  /// Why.
  public var reason: String

  /// Makes a correction.
  public init(_ letter: Letter, over: Int64?, reason: String) {
    self.letter = letter
    self.over = over
    self.reason = reason
  }
}

/// See ``Event/letterCorrected(_:)``.
public struct LetterCorrected: Codable, Hashable, Sendable {
  /// The case the letter travels in.
  public var `case`: CaseID
  /// The letter.
  public var letter: LetterID
  /// What stood in the book, and what stands there now.
  public var changes: LetterChanges
  /// Why.
  public var reason: String
  /// The posts on its path so far, where an ordinary letter becomes one that only they may read; else empty.
  public var readers: [RoleID]
  /// The waiting tasks that are due at another time from now on, because of the urgency.
  public var due: [TaskDue]

  /// When a task is late from now on.
  public struct TaskDue: Codable, Hashable, Sendable {
    /// The task.
    public var task: TaskID
    /// When it is late; `nil` when nothing bounds it any more.
    public var due: Timestamp?
  }
}

/// The fields of a letter that a correction changed; the others are `nil`.
public struct LetterChanges: Codable, Hashable, Sendable {
  /// A field before and after; `nil` where it is empty.
  public struct Change<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    /// What stood there.
    public var from: Value?
    /// What stands there now.
    public var to: Value?

    /// Makes a change; `nil` where there is none.
    fileprivate init?(_ from: Value?, _ to: Value?) {
      guard from != to else { return nil }
      self.from = from
      self.to = to
    }
  }

  /// Tanggal terima.
  public var receivedDate: Change<CalendarDate>?
  /// Pengirim.
  public var sender: Change<String>?
  /// Nomor surat.
  public var senderNumber: Change<String>?
  /// Tanggal surat.
  public var letterDate: Change<CalendarDate>?
  /// Hal.
  public var subject: Change<String>?
  /// Ringkasan.
  public var note: Change<String>?
  /// Sifat.
  public var secrecy: Change<Secrecy>?
  /// Urgensi.
  public var urgency: Change<Urgency>?
  /// Klasifikasi.
  public var classification: Change<Classification>?

  /// What differs between a letter as it stands and as it should.
  init(from old: Letter, to new: Letter) {
    receivedDate = Change(old.receivedDate, new.receivedDate)
    sender = Change(old.sender, new.sender)
    senderNumber = Change(old.senderNumber, new.senderNumber)
    letterDate = Change(old.letterDate, new.letterDate)
    subject = Change(old.subject, new.subject)
    note = Change(old.note, new.note)
    secrecy = Change(old.secrecy, new.secrecy)
    urgency = Change(old.urgency, new.urgency)
    classification = Change(old.classification, new.classification)
  }

  /// Whether nothing differs.
  var isEmpty: Bool { list.isEmpty }

  /// What changed, in the order of the agenda book: dates and words as they are kept, a classification by its code.
  public var list: [FieldChange] {
    [
      FieldChange(.receivedDate, receivedDate, \.description), FieldChange(.sender, sender, \.self),
      FieldChange(.senderNumber, senderNumber, \.self),
      FieldChange(.letterDate, letterDate, \.description), FieldChange(.subject, subject, \.self),
      FieldChange(.note, note, \.self), FieldChange(.secrecy, secrecy, \.rawValue),
      FieldChange(.urgency, urgency, \.rawValue),
      FieldChange(.classification, classification, \.code),
    ].compactMap { $0 }
  }
}

/// What a correction did to one field, as texts; `nil` where it is empty.
public struct FieldChange: Hashable, Sendable {
  /// The field.
  public var field: LetterField
  /// What stood there.
  public var from: String?
  /// What stands there now.
  public var to: String?

  fileprivate init?<Value>(
    _ field: LetterField, _ change: LetterChanges.Change<Value>?, _ text: (Value) -> String
  ) {
    guard let change else { return nil }
    self.field = field
    from = change.from.map(text)
    to = change.to.map(text)
  }
}

extension Letter {
  /// Takes what a correction changed.
  mutating func apply(_ changes: LetterChanges) {
    if let change = changes.receivedDate { receivedDate = change.to }
    if let change = changes.sender { sender = change.to ?? "" }
    if let change = changes.senderNumber { senderNumber = change.to }
    if let change = changes.letterDate { letterDate = change.to }
    if let change = changes.subject { subject = change.to ?? "" }
    if let change = changes.note { note = change.to }
    if let to = changes.secrecy?.to { secrecy = to }
    if let to = changes.urgency?.to { urgency = to }
    if let change = changes.classification { classification = change.to }
  }
}
