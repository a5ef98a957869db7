/// What is wrong in a file that was read, and where: one sentence at one line.
public struct Fault: Codable, Hashable, Sendable {
  /// The file, as its reader was told to call it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, if it is known.
  public var column: Int?
  /// What is wrong there.
  public var message: Message

  /// Makes a fault.
  public init(file: String, line: Int, column: Int? = nil, message: Message) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// The fault as people and editors read it: `file:line: sentence`.
  public func text(_ phrases: Phrasebook) -> String {
    "\(file):\(line): \(phrases(message))"
  }
}

extension Fault: Comparable {
  /// Orders faults as they stand in their files.
  public static func < (a: Self, b: Self) -> Bool {
    (a.file, a.line, a.column ?? 0, a.message.key)
      < (b.file, b.line, b.column ?? 0, b.message.key)
  }
}

/// Every fault of a file that was refused whole.
public struct Faults: Tellable, Equatable {
  /// The faults in the order they stand in; at least one.
  public let list: [Fault]

  /// Collects faults, ordered.
  public init(_ list: [Fault]) { self.list = list.sorted() }

  /// How many faults there are, and in which file the first one stands.
  public var message: Message {
    Message(
      "fault.refused",
      ["file": list.first?.file ?? "", "count": String(list.count)])
  }
}
