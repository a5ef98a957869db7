/// A file that belongs to a letter; its bytes lie in the office's attachment folder under their hash.
public struct Attachment: Codable, Hashable, Sendable {
  /// The file's name when it was attached, without its folder.
  public var name: String
  /// The size in bytes.
  public var size: Int64
  /// The SHA-256 of the bytes, 64 lower-case hexadecimal digits.
  public var sha256: String

  /// Makes an attachment.
  public init(name: String, size: Int64, sha256: String) {
    self.name = name
    self.size = size
    self.sha256 = sha256
  }
}
