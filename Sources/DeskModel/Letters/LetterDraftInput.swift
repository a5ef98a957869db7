/// What a registration form or a command line gives: raw text in every field, empty where left out.
public struct LetterDraftInput: Codable, Hashable, Sendable {
  /// What the paper is; the form's own choice, never typed.
  public var kind: LetterKind
  /// Sifat: a code (B, T, R, SR) or a name; empty is ordinary.
  public var secrecy = ""
  /// Urgensi: a name; empty is ordinary.
  public var urgency = ""
  /// A classification code; may be empty.
  public var classification = ""
  /// Who wrote it.
  public var sender = ""
  /// The sender's number; may be empty.
  public var senderNumber = ""
  /// The date on the letter as typed.
  public var letterDate = ""
  /// The day it came in as typed; empty is today for an incoming letter.
  public var receivedDate = ""
  /// To whom it is written; may be empty.
  public var addressee = ""
  /// What it is about.
  public var subject = ""
  /// A summary or remark; may be empty.
  public var note = ""

  /// Makes an empty form for a kind of letter.
  public init(kind: LetterKind) { self.kind = kind }
}

/// A field of the registration form.
public enum LetterField: String, Codable, Hashable, Sendable, CaseIterable {
  /// Sifat.
  case secrecy
  /// Urgensi.
  case urgency
  /// Klasifikasi.
  case classification
  /// Pengirim.
  case sender
  /// Nomor surat.
  case senderNumber
  /// Tanggal surat.
  case letterDate
  /// Tanggal terima.
  case receivedDate
  /// Kepada.
  case addressee
  /// Hal.
  case subject
  /// Ringkasan.
  case note
}

/// What is wrong in one field of a form.
public struct FieldFault: Tellable, Codable, Hashable {
  /// The field.
  public var field: LetterField
  /// The sentence.
  public var message: Message

  /// Makes a fault.
  public init(_ field: LetterField, _ message: Message) {
    self.field = field
    self.message = message
  }
}

/// Everything that is wrong with a form.
public struct LetterFaults: Tellable, Hashable {
  /// The faults in the order of the form; never empty.
  public let list: [FieldFault]

  /// Makes an error from faults.
  public init(_ list: [FieldFault]) { self.list = list }

  /// The first fault: a form shows each at its field, a command line has one sentence.
  public var message: Message { list.first?.message ?? Message("letter.unusable") }
}
