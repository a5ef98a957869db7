extension LetterKind {
  /// The kinds as files and command lines call them.
  public enum Word: String, CaseIterable, Sendable {
    /// Surat masuk.
    case incoming = "surat-masuk"
    /// Surat keluar.
    case outgoing = "surat-keluar"
    /// Nota dinas.
    case notaDinas = "nota-dinas"
    /// TOR.
    case termsOfReference = "tor"
    /// Surat perintah tugas.
    case assignment = "spt"
    /// Surat perintah perjalanan dinas.
    case travelOrder = "sppd"
    /// Surat keputusan.
    case decree = "sk"
    /// Undangan.
    case invitation = "undangan"
    /// Surat edaran.
    case circular = "surat-edaran"
    /// Rekomendasi, surat izin.
    case recommendation = "rekomendasi"
    /// Laporan.
    case report = "laporan"

    /// The kind that the word means.
    public var kind: LetterKind {
      switch self {
      case .incoming: .incoming
      case .outgoing: .outgoing
      case .notaDinas: .notaDinas
      case .termsOfReference: .termsOfReference
      case .assignment: .assignment
      case .travelOrder: .travelOrder
      case .decree: .decree
      case .invitation: .invitation
      case .circular: .circular
      case .recommendation: .recommendation
      case .report: .report
      }
    }
  }

  /// The word that means the kind.
  public var word: String { Word.allCases.first { $0.kind == self }?.rawValue ?? rawValue }
}
