import DeskModel

/// Senders that were entered before and begin as typed.
struct SenderRecall: Question {
  let typed: String

  func answer(from desk: Desk, for session: Session) throws -> [String] {
    try desk.senders(beginningWith: typed)
  }
}

/// Letters that are probably the one on the form.
struct SameLetters: Question {
  let sender: String
  let number: String
  let date: CalendarDate?

  func answer(from desk: Desk, for session: Session) throws -> [LetterRow] {
    try desk.sameLetters(sender: sender, number: number, date: date, for: session.actor)
  }
}

/// The procedures that the one who sits here can start by entering a letter.
struct RegistrableProcedures: Question {
  func answer(from desk: Desk, for session: Session) throws -> [ProcedureRow] {
    try desk.procedures(begunBy: session.role.id, byEntry: true, for: session.actor)
  }
}

/// Whether a role can start any procedure by entering a letter.
struct MayRegister: Question {
  let role: RoleID

  func answer(from desk: Desk, for session: Session) throws -> Bool {
    try desk.begins(byEntry: true, role)
  }
}

/// The classification that is in force today.
struct ClassificationInForce: Question {
  /// The lists of the program's own files, read once.
  private static let lists = Result {
    try OfficeReader.classifications(in: AssetsFolder.find())
  }

  func answer(from desk: Desk, for session: Session) throws -> ClassificationList? {
    let today = desk.office.calendar.date(of: desk.clock())
    return try ClassificationInForce.lists.get().first { $0.isInForce(on: today) }
  }
}

/// The files and folders whose path begins as typed.
struct PathCompletion: Question {
  let typed: String

  func answer(from desk: Desk, for session: Session) throws -> [String] {
    desk.files.completions(of: typed)
  }
}

/// Takes files into the office's attachment folder, in their order; each that cannot be taken says why.
struct TakeFiles: Question {
  enum Taken: Sendable {
    case attachment(Attachment)
    case fault(Message)
  }

  let paths: [String]

  func answer(from desk: Desk, for session: Session) throws -> [Taken] {
    paths.map { path in
      do throws(AttachmentFault) {
        return .attachment(try desk.attachmentStore.store(path))
      } catch {
        return .fault(error.message)
      }
    }
  }
}

/// Whether a file could be attached, before it is.
struct FileCheck: Question {
  let path: String

  func answer(from desk: Desk, for session: Session) throws -> Message? {
    do throws(AttachmentFault) {
      try desk.attachmentStore.check(path)
      return nil
    } catch {
      return error.message
    }
  }
}
