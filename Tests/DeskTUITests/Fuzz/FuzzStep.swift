import DeskModel
import DeskTUI
import Foundation

/// One thing that happens in an office under random fingers.
///
/// Written as one line, so that what led to a fault can be kept, repeated and shortened line by line.
enum FuzzStep: Hashable {
  /// Somebody sits down at one of the two desks, in place of who sat there.
  case sit(desk: Int, RoleID, Manner)
  /// The terminal of a desk reports something: all that came at once.
  case send(desk: Int, [TerminalEvent])
  /// Time goes by, in milliseconds.
  case wait(Int)
  /// The host's clock is set back by minutes.
  case setBack(Int)
  /// A third desk enters a letter.
  case letter(String)
  /// The administrator changes people, appointments or keys: what, is drawn from a number.
  case administer(UInt64)
  /// A third desk sets numbers aside for paper, or voids some: which, is drawn from a number.
  case keepBook(UInt64)
  /// The files of unsaved forms are spoilt on the disk: how, is drawn from a number.
  case spoilDrafts(UInt64)

  /// What is particular about a desk.
  enum Manner: String, CaseIterable {
    case plain, wide, ascii, editor
  }
}

extension FuzzStep: LosslessStringConvertible {
  var description: String {
    switch self {
    case .sit(let desk, let role, let manner): "sit \(desk) \(role) \(manner.rawValue)"
    case .send(let desk, let events):
      (["send \(desk)"] + events.map { "\(FuzzEvent($0))" }).joined(separator: " ")
    case .wait(let time): "wait \(time)"
    case .setBack(let minutes): "back \(minutes)"
    case .letter(let subject): "letter \(FuzzEvent.quoted(subject))"
    case .administer(let number): "administer \(number)"
    case .keepBook(let number): "book \(number)"
    case .spoilDrafts(let number): "spoil \(number)"
    }
  }

  init?(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    guard words.count >= 2 else { return nil }
    switch words[0] {
    case "sit":
      guard words.count == 4, let desk = Int(words[1]), let manner = Manner(rawValue: words[3])
      else { return nil }
      self = .sit(desk: desk, RoleID(words[2]), manner)
    case "send":
      let events = words.dropFirst(2).compactMap(FuzzEvent.init)
      guard let desk = Int(words[1]), events.count == words.count - 2 else { return nil }
      self = .send(desk: desk, events.map(\.event))
    case "letter":
      guard let subject = FuzzEvent.text(words[1]) else { return nil }
      self = .letter(subject)
    default:
      guard let number = UInt64(words[1]) else { return nil }
      switch words[0] {
      case "wait": self = .wait(Int(number))
      case "back": self = .setBack(Int(number))
      case "administer": self = .administer(number)
      case "book": self = .keepBook(number)
      case "spoil": self = .spoilDrafts(number)
      default: return nil
      }
    }
  }
}

/// What a terminal reports, as a word without blanks.
private struct FuzzEvent: LosslessStringConvertible {
  let event: TerminalEvent

  init(_ event: TerminalEvent) { self.event = event }

  private static let kinds: [String: MouseEvent.Kind] = [
    "left": .press(.left), "middle": .press(.middle), "right": .press(.right),
    "double": .doubleClick, "release": .release, "wheel-up": .wheelUp, "wheel-down": .wheelDown,
  ]

  /// A text as letters, digits and its other bytes in hex; Foundation's own way back loses a mark of byte order.
  static func quoted(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain = byte < 0x80 && isalnum(Int32(byte)) != 0
      return isPlain
        ? String(UnicodeScalar(byte)) : "%" + String(Int(byte) + 256, radix: 16).dropFirst()
    }.joined()
  }

  static func text(_ quoted: String) -> String? {
    var bytes: [UInt8] = []
    var rest = quoted.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  var description: String {
    switch event {
    case .key(let key): "k:\(Self.quoted(key.label))"
    case .paste(let text): "p:\(Self.quoted(text))"
    case .mouse(let mouse):
      "m:\(Self.kinds.first { $0.value == mouse.kind }?.key ?? ""):\(mouse.point.row)"
        + ":\(mouse.point.column)"
    case .resize(let size): "s:\(size.rows):\(size.columns)"
    case .wake: "wake"
    case .timeout: "timeout"
    case .hangup: "hangup"
    }
  }

  init?(_ word: String) {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let numbers = parts.suffix(2).compactMap { Int($0) }
    switch (parts[0], parts.count) {
    case ("k", 2):
      guard let key = Self.text(parts[1]).flatMap(Key.init(label:)) else { return nil }
      event = .key(key)
    case ("p", 2):
      guard let text = Self.text(parts[1]) else { return nil }
      event = .paste(text)
    case ("m", 4):
      guard let kind = Self.kinds[parts[1]], numbers.count == 2 else { return nil }
      event = .mouse(MouseEvent(kind, at: Point(row: numbers[0], column: numbers[1])))
    case ("s", 3):
      guard numbers.count == 2 else { return nil }
      event = .resize(Size(rows: numbers[0], columns: numbers[1]))
    case ("wake", 1): event = .wake
    case ("timeout", 1): event = .timeout
    case ("hangup", 1): event = .hangup
    default: return nil
    }
  }
}
