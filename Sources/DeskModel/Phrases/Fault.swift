/// What is wrong in a file that people write, and where.
public struct Fault: Tellable, Codable, Hashable {
  /// The file, as the reader was given it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The sentence.
  public var message: Message

  /// Makes a fault.
  public init(file: String, line: Int, message: Message) {
    self.file = file
    self.line = line
    self.message = message
  }
}

/// Everything that is wrong in the files of one reading; the files are refused whole.
public struct Faults: Tellable, Hashable {
  /// The faults in reading order; never empty.
  public var list: [Fault]

  /// Makes an error from faults.
  public init(_ list: [Fault]) { self.list = list }

  /// How many faults there are and where the first one stands.
  public var message: Message {
    Message(
      "fault.files",
      [
        "count": String(list.count),
        "file": list.first?.file ?? "",
        "line": String(list.first?.line ?? 0),
      ])
  }
}
