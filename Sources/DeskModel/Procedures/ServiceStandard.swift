/// What an office promises to those who ask for a service (standar pelayanan).
///
/// Source of the parts: UU 25/2009 and Permenpan RB 15/2014, the ones that concern who asks.
public struct ServiceStandard: Codable, Hashable, Sendable {
  /// What the applicant must bring (Persyaratan).
  public var requirements: [String]
  /// What it costs, as decreed (Biaya/tarif).
  public var fee: String?
  /// How long it takes at most, as decreed (Jangka waktu penyelesaian).
  public var timeLimit: String?
  /// What the applicant gets (Produk pelayanan).
  public var products: [String]
  /// Where one can complain (Penanganan pengaduan).
  public var complaints: [String]
}
