/// One letter travelling through one procedure (berkas), as far as deciding needs to know it.
public struct CaseState: Hashable, Sendable {
  /// Where a case is in its life.
  public enum Status: String, Codable, Hashable, Sendable {
    /// On its way.
    case running
    /// Through.
    case finished
    /// Stopped with a reason.
    case cancelled
  }

  /// A path of its own through the procedure; branch 0 is the trunk.
  public struct Branch: Hashable, Sendable {
    /// The branch it split from; `nil` for the trunk.
    public var parent: Int?
    /// The unit whose people do ambiguous lanes.
    public var unit: UnitID?
    /// The roles that a lane stands for on this branch; several make a split on entry, none leaves a
    /// step of several lanes to the others.
    public var bindings: [LaneID: [RoleID]] = [:]
    /// The deadlines that dispositions gave with those lanes; they can only make a task due earlier.
    public var deadlines: [LaneID: Timestamp] = [:]
    /// Whether the branch has come to its end.
    public var isEnded = false
    /// The filing step at which it ended to wait for the others, if it did.
    public var joinsAt: Int?
  }

  /// A version of the text (konsep).
  public struct Draft: Hashable, Sendable {
    /// From 1, growing by one.
    public var version: Int
    /// The task it was written in: a drafting step's, or that of a rank above who corrected it.
    public var task: TaskID
    /// The text itself.
    public var text: String
    /// Who wrote it.
    public var author: PersonID
    /// When.
    public var written: Timestamp
  }

  /// A rank's agreement with one version of the text; the head's is the signature.
  public struct Paraf: Hashable, Sendable {
    /// The task that asked for it.
    public var task: TaskID
    /// The step that asked for it.
    public var step: Int
    /// The draft version it was put on: it falls when a newer one is written.
    public var version: Int
    /// The role that agreed.
    public var role: RoleID
    /// The person who agreed.
    public var person: PersonID
    /// How the person held the role.
    public var standing: Appointment.Kind
    /// When.
    public var given: Timestamp
    /// Whether it is the final signature.
    public var isSignature: Bool
  }

  /// The case's name.
  public var id: CaseID
  /// The procedure, in the version the case began with.
  public var procedure: Procedure
  /// The version of the procedure.
  public var procedureVersion: Int
  /// The letter that travels.
  public var letter: Letter
  /// The letter's number in an agenda book, once it has one.
  public var number: AgendaNumber?
  /// The entry that corrected the letter last, if one did.
  public var corrected: Int64?
  /// When the letter was filed, if it was.
  public var archived: Timestamp?
  /// When the letter was sent, if it was.
  public var sent: Timestamp?
  /// When the case began.
  public var started: Timestamp
  /// Who began it.
  public var startedBy: PersonID
  /// Where it is in its life.
  public var status: Status = .running
  /// All its tasks, oldest first.
  public var tasks: [Task] = []
  /// Its branches; the index is the branch's number.
  public var branches: [Branch] = []
  /// The versions of its text, oldest first.
  public var drafts: [Draft] = []
  /// Parafs and the signature, oldest first, the fallen ones too.
  public var parafs: [Paraf] = []
  /// The posts on the letter's path, which alone may read it; empty for an ordinary letter, which all may read.
  public var readers: Set<RoleID> = []

  /// A case that has just begun: the trunk and no task.
  public init(
    id: CaseID, procedure: Procedure, procedureVersion: Int, letter: Letter, started: Timestamp,
    startedBy: PersonID, unit: UnitID?
  ) {
    self.id = id
    self.procedure = procedure
    self.procedureVersion = procedureVersion
    self.letter = letter
    self.started = started
    self.startedBy = startedBy
    branches = [Branch(parent: nil, unit: unit)]
  }

  /// The task with an identifier, if it is one of this case.
  public func task(_ id: TaskID) -> Task? { tasks.first { $0.id == id } }

  /// The tasks that wait.
  public var openTasks: [Task] { tasks.filter { $0.state == .open } }

  /// Whether a step still waits for somebody; acknowledgements hold nothing up.
  public var hasOpenSteps: Bool { tasks.contains { $0.state == .open && $0.kind == .step } }

  /// The roles bound to a lane on a branch, looked for up to the trunk.
  public func binding(of lane: LaneID, on branch: Int) -> [RoleID]? {
    path(of: branch).lazy.compactMap { $0.bindings[lane] }.first
  }

  /// The deadline bound with a lane on a branch, looked for up to the trunk.
  func deadline(of lane: LaneID, on branch: Int) -> Timestamp? {
    path(of: branch).first { $0.bindings[lane] != nil }?.deadlines[lane]
  }

  /// The unit a branch belongs to: its own, else its parent's.
  public func unit(of branch: Int) -> UnitID? {
    path(of: branch).lazy.compactMap(\.unit).first
  }

  /// The earliest deadline that holds on a branch.
  public func deadline(of branch: Int) -> Timestamp? {
    let lanes = Set(path(of: branch).flatMap(\.bindings.keys))
    return lanes.compactMap { deadline(of: $0, on: branch) }.min()
  }

  /// A branch and those it split from, up to the trunk.
  private func path(of branch: Int) -> [Branch] { lineage(of: branch).map { branches[$0] } }

  /// The numbers of a branch and of those it split from, up to the trunk.
  func lineage(of branch: Int) -> [Int] {
    var numbers: [Int] = []
    var number: Int? = branch
    // A parent always has a smaller number; anything else would go round for ever.
    while let n = number, branches.indices.contains(n) {
      numbers.append(n)
      number = branches[n].parent.flatMap { $0 < n ? $0 : nil }
    }
    return numbers
  }
}
