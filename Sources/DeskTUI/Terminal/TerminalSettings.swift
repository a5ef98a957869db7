public import DeskModel

/// How the screen is to be used, as the environment and the command line say.
public struct TerminalSettings: Equatable, Sendable {
  /// The terminal's type, `TERM`.
  public let type: String
  /// Whether the locale's encoding is UTF-8; else only ASCII is drawn.
  public let isUTF8: Bool
  /// Whether ASCII was asked for, whatever the locale.
  public let wantsASCII: Bool
  /// The theme that was asked for; `nil` leaves it to the terminal.
  public let theme: Theme.Name?
  /// Whether `NO_COLOR` is set, which counts when no theme was asked for (no-color.org).
  public let noColour: Bool
  /// How long to wait for the rest of an escape sequence, in milliseconds; `nil` when `ESCDELAY` decides.
  public let escapeDelay: Int?
  /// Where stderr goes while the screen is in use; `nil` when no folder for it is known.
  public let logPath: String?

  /// Reads the environment.
  ///
  /// - Parameters:
  ///   - theme: what `--theme` said; it comes before `DESK_THEME`.
  ///   - ascii: whether `--ascii` was said.
  ///   - noColour: whether `--no-color` was said; it comes before every theme.
  /// - Throws: `TerminalError.unknownTheme`.
  public init(
    environment: [String: String], theme: String? = nil, ascii: Bool = false,
    noColour: Bool = false
  ) throws(TerminalError) {
    func value(_ name: String) -> String? {
      guard let value = environment[name], !value.isEmpty else { return nil }
      return value
    }
    if let wanted = theme ?? value("DESK_THEME") {
      guard let name = Theme.Name(rawValue: wanted) else { throw .unknownTheme(wanted) }
      self.theme = noColour ? .mono : name
    } else {
      self.theme = noColour ? .mono : nil
    }
    wantsASCII = ascii
    type = value("TERM") ?? ""
    self.noColour = value("NO_COLOR") != nil
    escapeDelay = value("ESCDELAY") == nil ? 25 : nil
    // The first of the three that is set decides (POSIX, environment variables).
    let locale = (value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? "C").lowercased()
    isUTF8 = locale.contains("utf-8") || locale.contains("utf8")
    let stateFolder = value("XDG_STATE_HOME") ?? value("HOME").map { $0 + "/.local/state" }
    logPath = value("DESK_LOG") ?? stateFolder.map { $0 + "/desk/desk.log" }
  }

  /// The signs to draw with: old hardware terminals and other locales get ASCII.
  public var glyphs: Glyphs {
    let canShow = isUTF8 && !type.hasPrefix("vt1") && !type.hasPrefix("vt2")
    return canShow && !wantsASCII ? .unicode : .ascii
  }

  /// A word to the user about a screen that shows less than it could.
  public var notice: Message? {
    isUTF8 || wantsASCII ? nil : Message("terminal.ascii-notice")
  }

  /// The theme for a terminal with or without colours.
  func theme(hasColours: Bool) -> Theme.Name {
    guard hasColours else { return .mono }
    return theme ?? (noColour ? .mono : .default)
  }
}
