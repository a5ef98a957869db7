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
    /// Somebody else changed it since it was shown.
    case changed
    /// Somebody else has claimed it.
    case claimed
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
    /// A text is too long or empty.
    case badText
    /// The number pattern gives a number that is too long.
    case badNumber
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
}
