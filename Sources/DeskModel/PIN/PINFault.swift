/// Why a PIN was not taken; nothing was done with it.
public enum PINFault: Tellable, Hashable {
  /// Something in it is no digit.
  case notDigits
  /// It is too short or too long.
  case length
  /// It is among those that are tried first.
  case trivial
  /// It stands in the person's civil-service number.
  case personal
  /// The second time something else was typed.
  case differs
  /// It is the one in use.
  case unchanged
  /// Everybody has the published one in a practice office.
  case practice
  /// The person has none yet.
  case unset
  /// Paraf and signature need one, and none was given.
  case missing
  /// It is not the person's.
  case wrong(left: Int)
  /// There were too many wrong ones; the time as the office writes it.
  case locked(until: String)
  /// What it is held against is gone, or is not what the journal vouches for.
  case lost

  /// The sentence for a person.
  public var message: Message {
    switch self {
    case .notDigits: Message("pin.not-digits")
    case .length:
      Message(
        "pin.length",
        ["shortest": "\(PIN.lengths.lowerBound)", "longest": "\(PIN.lengths.upperBound)"])
    case .trivial: Message("pin.trivial")
    case .personal: Message("pin.personal")
    case .differs: Message("pin.differs")
    case .unchanged: Message("pin.unchanged")
    case .practice: Message("pin.practice-kept", ["pin": PIN.practice.digits])
    case .unset: Message("pin.unset")
    case .missing: Message("pin.missing")
    case .wrong(let left): Message("pin.wrong", ["left": "\(left)"])
    case .locked(let time): Message("pin.locked", ["time": time, "count": "\(PINLock.tries)"])
    case .lost: Message("pin.lost")
    }
  }
}
