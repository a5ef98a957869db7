public import DeskModel

/// A form that was filled in and not saved: what survives a crash or a lost line.
public struct FormDraft: Codable, Hashable, Sendable {
  /// The form it is of, and what about: two drafts with the same key are one.
  public struct Key: Codable, Hashable, Sendable {
    /// The command that opens the form, by its raw value.
    public var command: String
    /// The case it is about.
    public var caseID: CaseID?
    /// The task it is about.
    public var taskID: TaskID?

    /// The procedure it is about.
    public var procedure: ProcedureID?

    /// Names a draft.
    public init(
      _ command: CommandID, caseID: CaseID? = nil, taskID: TaskID? = nil,
      procedure: ProcedureID? = nil
    ) {
      self.command = command.rawValue
      self.caseID = caseID
      self.taskID = taskID
      self.procedure = procedure
    }
  }

  /// Which form.
  public var key: Key
  /// What it is called to the user, e.g. the letter's number and subject.
  public var name: String
  /// The role it was filled in as; set by the desk when it is kept.
  public var role: RoleID?
  /// The fields' values as typed, by field id.
  public var values: [String: String]

  /// Makes a draft.
  public init(key: Key, name: String, values: [String: String]) {
    self.key = key
    self.name = name
    self.values = values
  }

  /// The form's command.
  public var command: CommandID? { CommandID(rawValue: key.command) }
}
