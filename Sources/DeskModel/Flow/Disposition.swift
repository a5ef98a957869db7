/// What is written on a disposition sheet (lembar disposisi): who is to do what, until when.
public struct Disposition: Codable, Hashable, Sendable {
  /// A post ticked on the sheet.
  public struct Recipient: Codable, Hashable, Sendable {
    /// The role.
    public var role: RoleID
    /// Whether it is only to know of it (untuk diketahui).
    public var forInformation: Bool

    /// Makes a recipient.
    public init(role: RoleID, forInformation: Bool = false) {
      self.role = role
      self.forInformation = forInformation
    }
  }

  /// The posts ticked, in the order ticked; the first that acts leads.
  public var recipients: [Recipient]
  /// The instructions ticked, as keys of the office's list (`tanggapan`, `siapkan-jawaban` …).
  public var instructions: [String]
  /// Free words.
  public var note: String?
  /// The day by whose end it must be done.
  public var deadline: CalendarDate?

  /// The instructions that a sheet has to tick, in its order.
  public static let instructions = [
    "tanggapan", "proses-lebih-lanjut", "koordinasikan", "wakili", answer,
    "bicarakan", "untuk-diketahui", filing,
  ]

  /// Makes a disposition.
  public init(
    recipients: [Recipient], instructions: [String] = [], note: String? = nil,
    deadline: CalendarDate? = nil
  ) {
    self.recipients = recipients
    self.instructions = instructions
    self.note = note
    self.deadline = deadline
  }

  /// The roles that are to act.
  public var acting: [RoleID] { recipients.filter { !$0.forInformation }.map(\.role) }
  /// The roles that are only to know.
  public var informed: [RoleID] { recipients.filter(\.forInformation).map(\.role) }
}
