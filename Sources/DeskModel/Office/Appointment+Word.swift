extension Appointment.Kind {
  /// The kinds as files and command lines write them.
  public enum Word: String, CaseIterable, Sendable {
    case definitif, plt, plh

    /// The kind.
    public var kind: Appointment.Kind {
      switch self {
      case .definitif: .definitive
      case .plt: .plt
      case .plh: .plh
      }
    }
  }

  /// The kind as lists write it; a lent queue stands in no file.
  public var word: String {
    switch self {
    case .definitive: Word.definitif.rawValue
    case .plt: Word.plt.rawValue
    case .plh: Word.plh.rawValue
    case .lent: "pengganti"
    }
  }
}
