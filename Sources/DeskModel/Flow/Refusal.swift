/// Why an action was not done: nothing was written, and the sentence says what to do instead.
public struct Refusal: Tellable, Hashable {
  /// The reasons, stable for tests and for `--json`.
  public enum Code: String, Codable, Hashable, Sendable, CaseIterable {
    /// The person does not hold the role today.
    case notHolder
    /// The task is another role's.
    case notYours
    /// Somebody else finished it first.
    case alreadyDone
    /// It was taken back, cancelled, or done in another lane.
    case withdrawn
    /// Somebody else changed it since it was shown.
    case changed
    /// Somebody else has claimed it.
    case claimed
    /// The letter is secret, and the role is not on its path, or its queue was lent without it.
    case secret
    /// It waits for an outside party.
    case suspended
    /// It does not wait.
    case notSuspended
    /// There is no such task, case or procedure.
    case unknown
    /// The step asks for something else.
    case wrongAct
    /// A reason must be given.
    case reasonMissing
    /// There is no text yet.
    case draftMissing
    /// The text is not the one that was seen.
    case draftChanged
    /// A paraf below has fallen because the text changed.
    case parafFallen
    /// The one who drafted the text does not answer for it with a paraf.
    case ownDraft
    /// Disposition, paraf and signature are not handed to another rank.
    case notDelegable
    /// Whoever was lent a queue has no mandate to paraf, to sign, to put in force or to lend it on.
    case lentQueue
    /// The queue cannot be lent so, or was not lent.
    case lendingUnfit
    /// The letter is not signed.
    case notSigned
    /// The number needs a classification.
    case classificationMissing
    /// It must be said how the letter was sent.
    case channelMissing
    /// An outcome must be picked.
    case choiceMissing
    /// The next step could be several roles': one must be named.
    case recipientMissing
    /// A recipient cannot do the next step.
    case recipientUnfit
    /// A recipient was named where the disposition or an earlier step has settled who does it.
    case recipientBound
    /// Nobody holds the role that was named.
    case vacant
    /// The deadline has passed already.
    case badDeadline
    /// There is nothing that it could go back to.
    case nowhereBack
    /// What came of it was already opened, or cannot be undone.
    case notRecallable
    /// The role may not do this.
    case notAllowed
    /// The case has ended.
    case caseEnded
    /// The procedure cannot be started.
    case notStartable
    /// A text is too long, or has characters that no text should have.
    case badText
    /// It is no letter from outside, its case was stopped, or it is filed.
    case notCorrectable
    /// A field of the letter is empty, too long, or has characters that no field should have.
    case badLetter
    /// The number pattern gives no number.
    case badNumber
    /// No agenda book takes letters of this kind.
    case bookMissing
    /// The procedure has errors and is not put in force.
    case procedureFaulty
    /// The procedure in force, or the book, says the same.
    case nothingChanged
    /// Another version of the procedure came in force meanwhile.
    case versionChanged
    /// No numbers, or more than are set aside at once.
    case badBlock
    /// The number was not set aside, or is used or voided already.
    case notReserved
    /// The letter is of another year than its number.
    case otherYear
    /// The day's page is closed already.
    case pageClosed
    /// The computer's clock is behind the journal, and what is asked for could not be undone.
    case clockBehind
    /// The day has not come.
    case pageAhead
    /// The office was founded later: none of its books had a page on that day.
    case pageBefore
    /// The office has no key to sign with.
    case keyMissing
  }

  /// The reason.
  public var code: Code
  /// The sentence.
  public var message: Message
  /// The roles to choose from, for ``Code/recipientMissing``.
  public var candidates: [RoleID]

  /// Makes a refusal; its sentence is the phrase `refusal.<code>`.
  public init(_ code: Code, _ arguments: [String: String] = [:], candidates: [RoleID] = []) {
    self.code = code
    self.message = Message("refusal.\(code.rawValue)", arguments)
    self.candidates = candidates
  }

  /// Makes a refusal with a sentence that says more than its code.
  init(_ code: Code, saying message: Message) {
    self.code = code
    self.message = message
    candidates = []
  }
}
