import Crypto
import CryptoExtras
import Foundation

/// What a PIN is held against: its scrypt hash, with salt and cost. It stays outside the journal.
struct PINSecret: Equatable, Sendable {
  /// What one try costs whoever tries.
  struct Cost: Equatable, Sendable {
    /// The power of two of scrypt's N.
    var exponent: Int
    var blockSize: Int
    var parallelism: Int

    /// 32 MiB and 50 to 100 ms on the hosts that offices have: measured, see `docs/command-line.md`.
    static let standard = Cost(exponent: 15, blockSize: 8, parallelism: 1)
    /// More than this nobody has chosen: a row that asks for it was tampered with.
    var isSane: Bool {
      (1...20).contains(exponent) && (1...32).contains(blockSize) && (1...16).contains(parallelism)
    }
  }

  let salt: Data
  let cost: Cost
  let hash: Data

  /// A secret as it was kept.
  init(salt: Data, cost: Cost, hash: Data) {
    self.salt = salt
    self.cost = cost
    self.hash = hash
  }

  /// Hashes a PIN with a salt of its own.
  ///
  /// - Throws: `PINFault.lost` when there is no memory for it.
  init(_ pin: PIN, cost: Cost) throws(PINFault) {
    salt = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
    self.cost = cost
    hash = try Self.key(pin, salt: salt, cost: cost).withUnsafeBytes { Data($0) }
  }

  /// Whether it was made of this PIN; takes as long whether or not.
  ///
  /// - Throws: `PINFault.lost` when it cannot be told.
  func matches(_ pin: PIN) throws(PINFault) -> Bool {
    // Keys are compared in constant time.
    try Self.key(pin, salt: salt, cost: cost) == SymmetricKey(data: hash)
  }

  /// What the journal knows of it: tells one secret from another, and nothing about the PIN to who lacks the salt.
  func seal(of person: PersonID) -> String {
    var hash = SHA256()
    for part in [Data(person.rawValue.utf8), salt, self.hash] {
      hash.update(data: Data("\(part.count):".utf8) + part)
    }
    hash.update(data: Data("\(cost.exponent):\(cost.blockSize):\(cost.parallelism)".utf8))
    return hash.finalize().hexDigits
  }

  private static func key(
    _ pin: PIN, salt: Data, cost: Cost
  ) throws(PINFault) -> SymmetricKey {
    guard cost.isSane else { throw .lost }
    do {
      return try KDF.Scrypt.deriveKey(
        from: Data(pin.digits.utf8), salt: salt, outputByteCount: 32, rounds: 1 << cost.exponent,
        blockSize: cost.blockSize, parallelism: cost.parallelism)
    } catch {
      throw .lost
    }
  }
}
