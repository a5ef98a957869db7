import Crypto
import Foundation

/// The office's Ed25519 key: what it signs can be checked by everybody who has the public half, which is in
/// the journal.
///
/// It proves that a page was closed by this office's program and not written into a copy of its database
/// elsewhere. It proves nothing against who can read the file: for that, the journal's head is on paper.
struct OfficeKey {
  private let key: Curve25519.Signing.PrivateKey

  /// The public half, in lower-case hex.
  var publicKey: String { key.publicKey.rawRepresentation.hexDigits }

  /// Makes a new key and keeps it in a file that its owner alone can read, in place of one that is there.
  ///
  /// - Throws: `StoreError`.
  static func make(at path: String) throws -> OfficeKey {
    let key = Curve25519.Signing.PrivateKey()
    let unfinished = path + ".new"
    unlink(unfinished)
    let file = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StoreError.readOnly(path: path) }
    let text = Array((key.rawRepresentation.hexDigits + "\n").utf8)
    let isWritten = write(file, text, text.count) == text.count && fsync(file) == 0
    close(file)
    guard isWritten, rename(unfinished, path) == 0 else {
      unlink(unfinished)
      throw StoreError.full(path: path)
    }
    return OfficeKey(key: key)
  }

  /// The key in a file; `nil` when there is none, or no key.
  init?(at path: String) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8),
      let bytes = [UInt8](hexDigits: text.prefix { $0 != "\n" }),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    else { return nil }
    self.key = key
  }

  private init(key: Curve25519.Signing.PrivateKey) { self.key = key }

  /// Signs a text: 64 bytes in lower-case hex.
  func sign(_ text: String) throws -> String {
    try key.signature(for: Data(text.utf8)).hexDigits
  }

  /// Whether a text was signed by the private half of a public key.
  static func verify(_ signature: String, of text: String, by publicKey: String) -> Bool {
    guard let signature = [UInt8](hexDigits: signature), let bytes = [UInt8](hexDigits: publicKey),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    else { return false }
    return key.isValidSignature(signature, for: Data(text.utf8))
  }
}
