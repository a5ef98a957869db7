/// The digits by which a person confirms a paraf or a signature.
///
/// It says that the person means it; who the person is, the way in has settled (the SSH key, the host's user). Nothing
/// that prints values can show it.
public struct PIN: Hashable, Sendable {
  /// How many digits there may be.
  public static let lengths = 6...12
  /// The PIN of everybody in a practice office: published, so that it protects nothing and teaches how it goes.
  public static let practice = PIN(digits: "246810")
  /// What is said where it is asked for.
  public static let practiceHint = Message("pin.practice", ["pin": practice.digits])

  let digits: String

  private init(digits: String) { self.digits = digits }

  /// Takes what was typed.
  ///
  /// - Throws: `PINFault.notDigits` or `.length`.
  public init(typed text: String) throws(PINFault) {
    guard text.utf8.count <= 1_000, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .notDigits
    }
    guard Self.lengths.contains(text.utf8.count) else { throw .length }
    digits = text
  }

  /// Refuses what a colleague would try first.
  ///
  /// - Throws: `PINFault.trivial` for rows and repetitions of digits and for the published PIN, `.personal` for
  ///   digits of the civil-service number and of the birth date in it.
  func requireFit(for person: Person) throws(PINFault) {
    let values = digits.utf8.map { Int($0) }
    let steps = Set(zip(values, values.dropFirst()).map { ($1 - $0 + 10) % 10 })
    let repeats = (1...values.count / 2).contains { period in
      values.indices.dropFirst(period).allSatisfy { values[$0] == values[$0 - period] }
    }
    guard steps.count > 1, !repeats, digits != Self.practice.digits else { throw .trivial }
    guard let number = person.nip?.digits else { return }
    let (year, month, day) = (number.prefix(4), number.dropFirst(4).prefix(2), number.dropFirst(6))
    let birth = "\(day.prefix(2))\(month)"
    guard !number.contains(digits), digits != "\(birth)\(year)",
      digits != "\(birth)\(year.suffix(2))"
    else { throw .personal }
  }
}

extension PIN: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Never the digits.
  public var description: String { "PIN" }
  /// Never the digits.
  public var debugDescription: String { "PIN" }
  /// Without the digits.
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

/// How a person's PIN stands, for the one who is about to be asked for it.
public enum PINStanding: Hashable, Sendable {
  /// The office is for practice: the published one is everybody's.
  case practice
  /// The person has chosen one.
  case chosen
  /// None was chosen yet, or the administrator has reset it: the person chooses one now.
  case unset
  /// None is taken now, and why.
  case barred(PINFault)
}

/// How often somebody may err, and what follows.
enum PINLock {
  /// Wrong tries, however many desks they are spread over, before none is taken for a time.
  static let tries = 5
  /// One day, in milliseconds: a lock must not be a way of keeping a colleague from working.
  private static let longest: Int64 = 86_400_000

  /// How long a lock lasts that follows on a number of locks without a right try between: 1, 2, 4 … minutes.
  ///
  /// - Returns: milliseconds.
  static func length(after locks: Int) -> Int64 {
    locks < 11 ? min(60_000 << Int64(max(0, locks)), longest) : longest
  }
}
