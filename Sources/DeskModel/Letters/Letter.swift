/// Names a letter: the sequence number of the event that registered it; 0 before it is registered.
public typealias LetterID = Int64

/// A paper that the office received or made: what stands on it, not what became of it.
public struct Letter: Codable, Hashable, Sendable {
  /// The letter's own name; made by the desk, never reused.
  public var id: LetterID
  /// What it is.
  public var kind: LetterKind
  /// Who may read it.
  public var secrecy: Secrecy
  /// How fast it must be answered.
  public var urgency: Urgency
  /// Its place in the classification, if given.
  public var classification: Classification?
  /// Who wrote it: an institution or a person outside, or the unit that made it.
  public var sender: String
  /// The number its sender gave it; two senders may use the same.
  public var senderNumber: String?
  /// The date on it; an outgoing letter has none before it is numbered.
  public var letterDate: CalendarDate?
  /// The day it came in.
  public var receivedDate: CalendarDate?
  /// To whom it is written.
  public var addressee: String?
  /// What it is about (hal), one line.
  public var subject: String
  /// A short summary or remark.
  public var note: String?
  /// The files that belong to it.
  public var attachments: [Attachment]
  /// The letter it answers.
  public var replyTo: LetterID?

  /// Makes a letter.
  public init(
    id: LetterID = 0, kind: LetterKind, secrecy: Secrecy = .biasa, urgency: Urgency = .biasa,
    classification: Classification? = nil, sender: String, senderNumber: String? = nil,
    letterDate: CalendarDate? = nil, receivedDate: CalendarDate? = nil, addressee: String? = nil,
    subject: String, note: String? = nil, attachments: [Attachment] = [], replyTo: LetterID? = nil
  ) {
    self.id = id
    self.kind = kind
    self.secrecy = secrecy
    self.urgency = urgency
    self.classification = classification
    self.sender = sender
    self.senderNumber = senderNumber
    self.letterDate = letterDate
    self.receivedDate = receivedDate
    self.addressee = addressee
    self.subject = subject
    self.note = note
    self.attachments = attachments
    self.replyTo = replyTo
  }
}
