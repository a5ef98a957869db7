import Foundation

extension Event {
  /// The names that events have in the journal; they never change their meaning.
  enum Name: String, Codable, Hashable, Sendable, CaseIterable {
    case officeFounded, personAdded, personChanged, personRetired, personReinstated
    case calendarChanged, appointmentMade, appointmentEnded
    case userMapped, userUnmapped, keyAdded, keyRemoved
    case procedureEnacted, letterRegistered, letterCorrected, numberTaken, caseStarted
    case laneBound
    case officeKeyed, numbersReserved, numberVoided, pageClosed
    case branchStarted, branchEnded, taskCreated, taskOpened, taskClaimed
    case taskReleased, taskFinished, taskReopened, taskReassigned, taskSuspended, taskResumed
    case disposed, draftWritten, parafGiven, letterSent, letterArchived, caseFinished, caseCancelled
    case pinChosen, pinTried, pinLocked, pinReset
  }

  /// The event's name in the journal.
  var name: Name {
    switch self {
    case .officeFounded: .officeFounded
    case .personAdded: .personAdded
    case .personChanged: .personChanged
    case .personRetired: .personRetired
    case .personReinstated: .personReinstated
    case .calendarChanged: .calendarChanged
    case .appointmentMade: .appointmentMade
    case .appointmentEnded: .appointmentEnded
    case .userMapped: .userMapped
    case .userUnmapped: .userUnmapped
    case .keyAdded: .keyAdded
    case .keyRemoved: .keyRemoved
    case .procedureEnacted: .procedureEnacted
    case .letterRegistered: .letterRegistered
    case .letterCorrected: .letterCorrected
    case .numberTaken: .numberTaken
    case .officeKeyed: .officeKeyed
    case .numbersReserved: .numbersReserved
    case .numberVoided: .numberVoided
    case .pageClosed: .pageClosed
    case .caseStarted: .caseStarted
    case .laneBound: .laneBound
    case .branchStarted: .branchStarted
    case .branchEnded: .branchEnded
    case .taskCreated: .taskCreated
    case .taskOpened: .taskOpened
    case .taskClaimed: .taskClaimed
    case .taskReleased: .taskReleased
    case .taskFinished: .taskFinished
    case .taskReopened: .taskReopened
    case .taskReassigned: .taskReassigned
    case .taskSuspended: .taskSuspended
    case .taskResumed: .taskResumed
    case .disposed: .disposed
    case .draftWritten: .draftWritten
    case .parafGiven: .parafGiven
    case .letterSent: .letterSent
    case .letterArchived: .letterArchived
    case .caseFinished: .caseFinished
    case .caseCancelled: .caseCancelled
    case .pinChosen: .pinChosen
    case .pinTried: .pinTried
    case .pinLocked: .pinLocked
    case .pinReset: .pinReset
    }
  }

  /// The event's facts.
  private var payload: any Encodable {
    switch self {
    case .officeFounded(let e): e
    case .personAdded(let e): e
    case .personChanged(let e): e
    case .personRetired(let e): e
    case .personReinstated(let e): e
    case .calendarChanged(let e): e
    case .appointmentMade(let e): e
    case .appointmentEnded(let e): e
    case .userMapped(let e): e
    case .userUnmapped(let e): e
    case .keyAdded(let e): e
    case .keyRemoved(let e): e
    case .procedureEnacted(let e): e
    case .letterRegistered(let e): e
    case .letterCorrected(let e): e
    case .numberTaken(let e): e
    case .officeKeyed(let e): e
    case .numbersReserved(let e): e
    case .numberVoided(let e): e
    case .pageClosed(let e): e
    case .caseStarted(let e): e
    case .laneBound(let e): e
    case .branchStarted(let e): e
    case .branchEnded(let e): e
    case .taskCreated(let e): e
    case .taskOpened(let e): e
    case .taskClaimed(let e): e
    case .taskReleased(let e): e
    case .taskFinished(let e): e
    case .taskReopened(let e): e
    case .taskReassigned(let e): e
    case .taskSuspended(let e): e
    case .taskResumed(let e): e
    case .disposed(let e): e
    case .draftWritten(let e): e
    case .parafGiven(let e): e
    case .letterSent(let e): e
    case .letterArchived(let e): e
    case .caseFinished(let e): e
    case .caseCancelled(let e): e
    case .pinChosen(let e): e
    case .pinTried(let e): e
    case .pinLocked(let e): e
    case .pinReset(let e): e
    }
  }

  /// The facts as canonical JSON: keys sorted, no blanks, slashes plain, UTF-8.
  ///
  /// Every value is an integer, a string, a truth value, a list or an object, so that any JSON writer
  /// with sorted keys gives the same bytes.
  func body() throws -> String {
    try payload.canonicalJSON()
  }

  /// Reads an event back from its name and body.
  ///
  /// - Throws: `DecodingError` when the body lacks what the name promises.
  init(name: Name, body: String) throws {
    func read<Payload: Decodable>() throws -> Payload { try Payload(json: body) }
    self =
      switch name {
      case .officeFounded: .officeFounded(try read())
      case .personAdded: .personAdded(try read())
      case .personChanged: .personChanged(try read())
      case .personRetired: .personRetired(try read())
      case .personReinstated: .personReinstated(try read())
      case .calendarChanged: .calendarChanged(try read())
      case .appointmentMade: .appointmentMade(try read())
      case .appointmentEnded: .appointmentEnded(try read())
      case .userMapped: .userMapped(try read())
      case .userUnmapped: .userUnmapped(try read())
      case .keyAdded: .keyAdded(try read())
      case .keyRemoved: .keyRemoved(try read())
      case .procedureEnacted: .procedureEnacted(try read())
      case .letterRegistered: .letterRegistered(try read())
      case .letterCorrected: .letterCorrected(try read())
      case .numberTaken: .numberTaken(try read())
      case .officeKeyed: .officeKeyed(try read())
      case .numbersReserved: .numbersReserved(try read())
      case .numberVoided: .numberVoided(try read())
      case .pageClosed: .pageClosed(try read())
      case .caseStarted: .caseStarted(try read())
      case .laneBound: .laneBound(try read())
      case .branchStarted: .branchStarted(try read())
      case .branchEnded: .branchEnded(try read())
      case .taskCreated: .taskCreated(try read())
      case .taskOpened: .taskOpened(try read())
      case .taskClaimed: .taskClaimed(try read())
      case .taskReleased: .taskReleased(try read())
      case .taskFinished: .taskFinished(try read())
      case .taskReopened: .taskReopened(try read())
      case .taskReassigned: .taskReassigned(try read())
      case .taskSuspended: .taskSuspended(try read())
      case .taskResumed: .taskResumed(try read())
      case .disposed: .disposed(try read())
      case .draftWritten: .draftWritten(try read())
      case .parafGiven: .parafGiven(try read())
      case .letterSent: .letterSent(try read())
      case .letterArchived: .letterArchived(try read())
      case .caseFinished: .caseFinished(try read())
      case .caseCancelled: .caseCancelled(try read())
      case .pinChosen: .pinChosen(try read())
      case .pinTried: .pinTried(try read())
      case .pinLocked: .pinLocked(try read())
      case .pinReset: .pinReset(try read())
      }
  }
}
