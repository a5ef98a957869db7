public import DeskModel

/// What a layer may know besides itself when it acts or draws.
public struct AppContext: Sendable {
  /// Who sits here.
  public let session: Session
  /// The office.
  public let office: Office
  /// The sentences.
  public let phrases: Phrasebook
  /// Writes dates and times.
  public let dates: DateText
  /// What time it is.
  public let now: Timestamp
  /// The signs the terminal shows.
  public let glyphs: Glyphs
  /// The size of the canvas that the layer draws on.
  public let area: Size
  /// Whether queue, letter and flow are on screen together.
  public let isWide: Bool
  /// Whether the layer has the keyboard.
  public let isFocused: Bool
  /// What is selected in the pane.
  public let subject: Subject?
  /// Whether the user has named an editor of their own.
  public let hasEditor: Bool
  /// From where files can be attached.
  public let files: FileSource
  /// Whether the one who sits here may enter a letter that comes in.
  public let mayRegister: Bool

  /// The day on the office's wall.
  public var today: CalendarDate { office.calendar.date(of: now) }

  /// A duration of working time.
  public func workingTime(_ minutes: Int) -> String {
    dates.duration(minutes: minutes, minutesPerDay: office.calendar.minutesPerDay)
  }

  /// The text of a phrase.
  public func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    phrases(key, arguments)
  }

  /// The text of a message.
  public func text(_ message: Message) -> String { phrases(message) }
}
