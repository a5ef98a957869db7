import Foundation

/// Reads a flat JSON object of strings, the form of the locale files.
///
/// A general decoder spends a tenth of the program's start on the phrases alone, so what such a file usually
/// holds is read directly. Whatever else it may hold by RFC 8259 is left to `JSONDecoder`.
enum FlatJSON {
  /// The strings of the object by key.
  ///
  /// - Throws: `DecodingError` when the file is not a flat JSON object of strings.
  static func strings(_ data: Data) throws -> [String: String] {
    if let plain = data.withUnsafeBytes({ plainStrings($0) }) { return plain }
    return try JSONDecoder().decode([String: String].self, from: data)
  }

  /// The strings, if every one is UTF-8 with no other escapes than those of one letter.
  private static func plainStrings(_ bytes: UnsafeRawBufferPointer) -> [String: String]? {
    var scanner = Scanner(bytes: bytes)
    var strings: [String: String] = [:]
    strings.reserveCapacity(1_024)
    guard scanner.take("{") else { return nil }
    repeat {
      guard let key = scanner.string(), scanner.take(":"), let value = scanner.string() else {
        return nil
      }
      strings[key] = value
    } while scanner.take(",")
    return scanner.take("}") && scanner.isAtEnd ? strings : nil
  }

  private struct Scanner {
    let bytes: UnsafeRawBufferPointer
    var index = 0

    /// Whether nothing but white space is left.
    var isAtEnd: Bool {
      mutating get {
        skipBlanks()
        return index == bytes.count
      }
    }

    /// Goes past a character, if it is the next one.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
      skipBlanks()
      guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
      index += 1
      return true
    }

    mutating func string() -> String? {
      guard take("\"") else { return nil }
      let start = index
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "\""):
          defer { index += 1 }
          return String(
            validating: UnsafeRawBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
        case UInt8(ascii: "\\"): return escapedString(from: start)
        case 0..<0x20: return nil
        default: index += 1
        }
      }
      return nil
    }

    private mutating func escapedString(from start: Int) -> String? {
      var text = Array(bytes[start..<index])
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
        case UInt8(ascii: "\\"):
          guard index < bytes.count else { return nil }
          switch bytes[index] {
          case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[index])
          case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
          default: return nil
          }
          index += 1
        case 0..<0x20: return nil
        default: text.append(byte)
        }
      }
      return nil
    }

    private mutating func skipBlanks() {
      while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
    }
  }
}
