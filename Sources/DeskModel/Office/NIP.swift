/// The civil-service number (Nomor Induk Pegawai) of a person: 18 digits.
///
/// Birth date (8), year and month of appointment (6), sex (1), sequence (3), by Perka BKN 22/2007. In the
/// number of contract staff (NI PPPK) `21` stands in place of the month of appointment.
public struct NIP: Hashable, Sendable {
  /// The 18 digits without spaces.
  public let digits: String

  /// Reads a number as people type it: 18 digits, with or without spaces, stops or hyphens between.
  ///
  /// - Throws: `NIPFault` when it cannot be the number of a civil servant.
  public init(_ text: String) throws(NIPFault) {
    let typed = text.unicodeScalars.filter { !" .-\u{a0}\t".unicodeScalars.contains($0) }
    guard typed.allSatisfy({ ("0"..."9").contains($0) }) else { throw .notDigits }
    guard typed.count == 18 else { throw .length(typed.count) }
    let bytes = typed.map { UInt8($0.value) }
    func number(_ range: Range<Int>) -> Int { Digits.value(bytes[range]) ?? 0 }
    let (year, month, day) = (number(0..<4), number(4..<6), number(6..<8))
    guard year >= 1900, let birth = CalendarDate(year: year, month: month, day: day) else {
      throw .birth(String(decoding: bytes[0..<8], as: UTF8.self))
    }
    let (entryYear, entryMonth) = (number(8..<12), number(12..<14))
    guard (1945...2099).contains(entryYear), (1...12).contains(entryMonth) || entryMonth == 21
    else { throw .appointment(String(decoding: bytes[8..<14], as: UTF8.self)) }
    // Contract staff are appointed in an unknown month: the year's last decides.
    let entry = entryYear * 12 + (entryMonth == 21 ? 12 : entryMonth)
    let age = (entry - (birth.year * 12 + birth.month)) / 12
    guard entry >= birth.year * 12, (16...65).contains(age) else { throw .age(age) }
    guard bytes[14] == UInt8(ascii: "1") || bytes[14] == UInt8(ascii: "2") else {
      throw .sex(String(decoding: bytes[14...14], as: UTF8.self))
    }
    guard number(15..<18) > 0 else { throw .sequence }
    digits = String(decoding: bytes, as: UTF8.self)
  }
}

extension NIP: CustomStringConvertible {
  /// The number in the groups in which letters print it, e.g. `19900412 201503 2 007`.
  public var description: String {
    let bytes = Array(digits.utf8)
    return [0..<8, 8..<14, 14..<15, 15..<18]
      .map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: " ")
  }
}

extension NIP: Codable {
  /// Reads a number from a string and checks it.
  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the 18 digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(digits)
  }
}

/// Why a text cannot be an NIP.
public enum NIPFault: Tellable, Hashable {
  /// Something in it is no digit.
  case notDigits
  /// It has this many digits instead of 18.
  case length(Int)
  /// The first eight digits are no date of birth.
  case birth(String)
  /// The next six are no year and month.
  case appointment(String)
  /// The person would have been this old when appointed.
  case age(Int)
  /// The fifteenth digit is neither 1 nor 2.
  case sex(String)
  /// The last three digits are 000.
  case sequence

  /// The sentence for a person.
  public var message: Message {
    switch self {
    case .notDigits: Message("nip.not-digits")
    case .length(let count): Message("nip.length", ["count": String(count)])
    case .birth(let digits): Message("nip.birth", ["digits": digits])
    case .appointment(let digits): Message("nip.appointment", ["digits": digits])
    case .age(let years): Message("nip.age", ["years": String(years)])
    case .sex(let digit): Message("nip.sex", ["digit": digit])
    case .sequence: Message("nip.sequence")
    }
  }
}
