import DeskModel
import Glibc

/// What is wrong with what a command was given, apart from what the rules say.
enum CommandFault: Tellable {
  /// No office was named where one must be.
  case officeUnnamed
  /// Nobody was named who acts.
  case actorUnnamed
  /// A word is not one of those known.
  case unknownWord(option: String, text: String, known: [String])
  /// A task, letter, case or procedure with this name is not there.
  case notFound(what: String, id: String)
  /// A letter has no text that is signed.
  case notSigned(id: String)
  /// An action lacks what it needs.
  case missing(option: String, action: String)
  /// Of several chairs none was named, in a request that comes by SSH.
  case chairUnnamed(known: [String])
  /// A role is held by several people, and the one who lends it was not named.
  case holderUnnamed(known: [String])
  /// A file of PINs lacks a line: the old one and the new one are needed, or the new one alone.
  case pinFileShort(hasOld: Bool)
  /// No procedure begins with such a letter by such a role.
  case procedureUnnamed(known: [String])
  /// A file cannot be read.
  case fileUnreadable(String)
  /// A file is not text in UTF-8.
  case fileNotText(String)
  /// A file is named by who is only lent the rights that it would be read with.
  case fileNotSent(String)
  /// A file is larger than any text of a letter.
  case fileTooLarge(String)
  /// The structure was given without its people.
  case peopleMissing
  /// Nobody in the office keeps the agenda books.
  case nobodyRegisters
  /// An office that is not for practice stands where the practice office is to be.
  case notPractice(String)
  /// The old practice office cannot be put aside.
  case notMoved(String, detail: String)
  /// A folder or file was named by an empty text.
  case pathEmpty
  /// A path has characters that no line of a file can hold.
  case pathUnfit(String)
  /// What was to be written to a path could not be, for the system's reason.
  case outputFailed(String, Int32)
  /// A backup was made or restored without attachments that the office had lost before.
  case backupWithGaps(count: Int)
  /// The doctor found something; it was listed.
  case notHealthy(errors: Int, warnings: Int)
  /// Neither one procedure was named, nor all with a folder.
  case exportOneOrAll
  /// The folder of a file to be written is not there.
  case exportFolderMissing(String)
  /// A file stands where a folder is to be.
  case exportIsFile(String)
  /// A file is there already.
  case exportThereAlready(String)
  /// A text is no number of an agenda book.
  case notNumber(String)
  /// Numbers of agenda books are unaccounted for.
  case numbersMissing(Int)
  /// What is to be written is there already.
  case fileExists(String)
  /// A text is no mail address.
  case notMail(String)
  /// There is no program that takes mail.
  case sendmailMissing
  /// Some mails were not taken; they were listed.
  case mailsRefused(Int)
  /// Files were refused; the faults were listed.
  case filesRefused(Int)
  /// A calendar was refused; its faults were listed.
  case calendarRefused

  var message: Message {
    switch self {
    case .notMail(let text): Message("admin.bad-mail", ["text": TextRules.quoted(text)])
    case .sendmailMissing: Message("cli.remind.no-sendmail")
    case .mailsRefused(let count): Message("cli.remind.some-refused", ["count": "\(count)"])
    case .officeUnnamed: Message("cli.office-unnamed")
    case .actorUnnamed: Message("cli.actor-unnamed")
    case .unknownWord(let option, let text, let known):
      Message(
        "cli.unknown-word",
        [
          "option": option, "text": TextRules.quoted(text),
          "known": known.joined(separator: ", "),
        ])
    case .notFound(let what, let id):
      Message("cli.not-found.\(what)", ["id": TextRules.quoted(id)])
    case .notSigned(let id): Message("cli.letter.not-signed", ["id": id])
    case .missing(let option, let action):
      Message("cli.missing", ["option": option, "action": action])
    case .chairUnnamed(let known):
      Message("cli.chair-unnamed", ["known": known.joined(separator: ", ")])
    case .holderUnnamed(let known):
      Message("cli.holder-unnamed", ["known": known.joined(separator: ", ")])
    case .pinFileShort(let hasOld): Message(hasOld ? "cli.pin.file-old-new" : "cli.pin.file-new")
    case .procedureUnnamed(let known):
      Message("cli.procedure-unnamed", ["known": known.joined(separator: ", ")])
    case .fileUnreadable(let path): Message("cli.file-unreadable", Self.file(path))
    case .fileNotText(let path): Message("cli.file-not-text", Self.file(path))
    case .fileNotSent(let path): Message("cli.file-not-sent", Self.file(path))
    case .fileTooLarge(let path): Message("cli.file-too-large", Self.file(path))
    case .peopleMissing: Message("cli.people-missing")
    case .nobodyRegisters: Message("office.nobody-registers")
    case .notPractice(let path): Message("cli.not-practice", ["path": path])
    case .notMoved(let path, let detail):
      Message("cli.not-moved", ["path": path, "detail": detail])
    case .pathEmpty: Message("cli.path-empty")
    case .pathUnfit(let path): Message("cli.path-unfit", Self.file(path))
    case .outputFailed(let path, let errno): Self.outputFailed(path, errno)
    case .backupWithGaps(let count): Message("cli.backup.gaps", ["count": "\(count)"])
    case .notHealthy(let errors, let warnings):
      Message("cli.doctor.found", ["errors": "\(errors)", "warnings": "\(warnings)"])
    case .exportOneOrAll: Message("cli.export.one-or-all")
    case .exportFolderMissing(let path): Message("cli.export.folder-missing", ["path": path])
    case .exportIsFile(let path): Message("cli.export.is-file", ["path": path])
    case .exportThereAlready(let path): Message("cli.export.there-already", ["path": path])
    case .notNumber(let text):
      Message("cli.agenda.not-a-number", ["text": TextRules.quoted(text)])
    case .numbersMissing(let count): Message("cli.agenda.missing", ["count": "\(count)"])
    case .fileExists(let path): Message("cli.file-exists", Self.file(path))
    case .filesRefused(let count): Message("cli.files-refused", ["count": "\(count)"])
    case .calendarRefused: Message("cli.calendar.refused")
    }
  }

  /// How the program ends with it.
  var status: ExitStatus {
    switch self {
    case .officeUnnamed, .actorUnnamed, .unknownWord, .missing, .procedureUnnamed,
      .chairUnnamed, .holderUnnamed, .peopleMissing, .pathEmpty, .exportOneOrAll:
      .usage
    case .notFound, .fileUnreadable, .fileNotSent, .fileNotText, .fileTooLarge, .nobodyRegisters,
      .outputFailed,
      .filesRefused, .calendarRefused, .exportFolderMissing, .exportIsFile, .exportThereAlready,
      .pathUnfit, .notNumber, .fileExists, .notMail, .sendmailMissing,
      .mailsRefused, .notSigned, .pinFileShort:
      .refused
    case .notPractice, .notMoved: .office
    case .backupWithGaps, .numbersMissing: .journal
    case .notHealthy(let errors, _): errors > 0 ? .journal : .refused
    }
  }

  /// The usual reasons in the office's words; any other as the system says it.
  private static func outputFailed(_ path: String, _ errno: Int32) -> Message {
    let reason: String? =
      switch errno {
      case ENOSPC, EDQUOT, EFBIG: "full"
      case EACCES, EPERM: "denied"
      case EROFS: "read-only"
      case ENOENT, ENOTDIR: "no-folder"
      case EISDIR: "folder"
      case EIO: "device"
      default: nil
      }
    guard let reason else {
      return Message(
        "cli.output-failed", ["path": path, "detail": String(cString: strerror(errno))])
    }
    return Message("cli.output-failed.\(reason)", ["path": path])
  }

  private static func file(_ path: String) -> [String: String] {
    ["file": TextRules.quoted(path)]
  }
}
