import Foundation

/// A plain text as a mail by RFC 5322 and 2047, for a program such as `sendmail` to take.
public struct MailMessage: Hashable, Sendable {
  /// Somebody's name and address.
  public struct Mailbox: Hashable, Sendable {
    /// The name, in any script.
    public var name: String
    /// The address.
    public var address: MailAddress

    /// Names a mailbox.
    public init(name: String, address: MailAddress) {
      self.name = name
      self.address = address
    }
  }

  /// Who sends it; `nil` leaves it to the program that takes it.
  public var from: Mailbox?
  /// Who gets it.
  public var to: Mailbox
  /// What it is about, in any script.
  public var subject: String
  /// The text.
  public var body: String
  /// When it was written.
  public var date: Timestamp
  /// The zone that the date is told in.
  public var zone: OfficeZone

  /// Makes a mail.
  public init(
    from: Mailbox?, to: Mailbox, subject: String, body: String, date: Timestamp, zone: OfficeZone
  ) {
    self.from = from
    self.to = to
    self.subject = subject
    self.body = body
    self.date = date
    self.zone = zone
  }

  /// The headers, an empty line, and the body in UTF-8; lines end with a newline, as `sendmail` takes them.
  public var text: String {
    var headers: [String] = []
    if let from { headers.append("From: " + Self.written(from)) }
    headers += [
      "To: " + Self.written(to), "Subject: " + Self.encoded(subject), "Date: " + stamp,
      "MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8",
      "Content-Transfer-Encoding: 8bit", "Auto-Submitted: auto-generated",
    ]
    let lines = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { Self.clean(String($0)) }
    return (headers + [""] + lines).joined(separator: "\n") + "\n"
  }

  private static func written(_ box: Mailbox) -> String {
    "\(encoded(box.name)) <\(box.address.text)>"
  }

  /// A text as encoded words of at most 75 characters, folded: nothing in it can end a header or begin another.
  private static func encoded(_ text: String) -> String {
    var words: [String] = []
    var chunk: [UInt8] = []
    for character in clean(text) {
      let bytes = Array(String(character).utf8)
      // 45 bytes are 60 of the 75 characters that a word may have.
      if !chunk.isEmpty, chunk.count + bytes.count > 45 {
        words.append(word(chunk))
        chunk = []
      }
      chunk += bytes
    }
    if !chunk.isEmpty || words.isEmpty { words.append(word(chunk)) }
    return words.joined(separator: "\n ")
  }

  private static func word(_ bytes: [UInt8]) -> String {
    "=?UTF-8?B?\(Data(bytes).base64EncodedString())?="
  }

  /// Without control characters and marks that turn text around.
  private static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(TextRules.isForbidden(scalar) ? " " : scalar)
    }
    return String(result)
  }

  /// The date as mail writes it, whatever the office's language: `Mon, 2 Mar 2026 09:00:00 +0800`.
  private var stamp: String {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let (day, minute) = (zone.date(of: date), zone.minuteOfDay(of: date))
    func two(_ number: Int) -> String { Digits.padded(number, 2) }
    let second = Int(date.milliseconds / 1_000 % 60)
    let clock = "\(two(minute / 60)):\(two(minute % 60)):\(two(second))"
    let offset = "+\(two(zone.offsetMinutes / 60))\(two(zone.offsetMinutes % 60))"
    let date = "\(day.day) \(months[day.month - 1]) \(day.year)"
    return "\(days[day.weekday.index]), \(date) \(clock) \(offset)"
  }
}
