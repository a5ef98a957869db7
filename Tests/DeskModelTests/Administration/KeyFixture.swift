import Foundation

@testable import DeskModel

/// Keys that look like real ones; nobody has their secret halves.
enum KeyFixture {
  /// The line of a `.pub` file: strings, each after its length.
  static func line(_ type: String, _ parts: [Data], comment: String = "siapa@mana") -> String {
    let bytes = ([Data(type.utf8)] + parts).reduce(into: Data()) { all, part in
      all.append(contentsOf: (0..<4).map { UInt8(part.count >> (24 - 8 * $0) & 255) })
      all.append(part)
    }
    return "\(type) \(bytes.base64EncodedString()) \(comment)"
  }

  static func ed25519(_ fill: UInt8) -> String {
    line("ssh-ed25519", [Data(repeating: fill, count: 32)])
  }

  static func rsa(bits: Int) -> String {
    line("ssh-rsa", [Data([1, 0, 1]), Data([0] + [UInt8](repeating: 0xC3, count: bits / 8))])
  }
}
