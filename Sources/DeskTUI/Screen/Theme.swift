/// A colour by its number in the palette of 256, with the nearest of the eight that every colour terminal has.
public struct Colour: Hashable, Sendable {
  /// 0 to 255, as `xterm-256color` counts.
  public let rich: UInt8
  /// 0 to 7: black, red, green, yellow, blue, magenta, cyan, white.
  public let basic: UInt8

  /// Makes a colour.
  public init(_ rich: UInt8, basic: UInt8) {
    self.rich = rich
    self.basic = basic
  }

  // The eight, which the user's own terminal palette decides.
  static let black = Colour(0, basic: 0)
  static let red = Colour(1, basic: 1)
  static let green = Colour(2, basic: 2)
  static let yellow = Colour(3, basic: 3)
  static let magenta = Colour(5, basic: 5)
  static let cyan = Colour(6, basic: 6)
}

/// How one role looks.
public struct Paint: Hashable, Sendable {
  /// Attributes that do not need colour.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// Makes a set.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Bold or bright.
    public static let bold = Attributes(rawValue: 1)
    /// Faint.
    public static let dim = Attributes(rawValue: 2)
    /// Underlined.
    public static let underline = Attributes(rawValue: 4)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 8)
  }

  /// The text's colour; `nil` for the terminal's own.
  public let foreground: Colour?
  /// The ground's colour; `nil` for the terminal's own.
  public let background: Colour?
  /// What is shown besides colour.
  public let attributes: Attributes

  /// Makes a paint.
  public init(
    _ foreground: Colour? = nil, on background: Colour? = nil, _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// How every role looks.
public struct Theme: Sendable {
  /// The themes there are, by the names that `--theme` and `DESK_THEME` take.
  public enum Name: String, CaseIterable, Sendable {
    /// The terminal's own colours, with a few of its eight.
    case `default`
    /// Light text on a dark ground.
    case dark
    /// Dark text on a light ground.
    case light
    /// No colour at all.
    case mono
  }

  /// Its name.
  public let name: Name
  private let paints: [Paint]

  /// Gathers a theme from a look for every role.
  init(name: Name, paint: (StyleRole) -> Paint) {
    self.name = name
    paints = StyleRole.allCases.map(paint)
  }

  /// The theme of a name.
  public init(_ name: Name) {
    switch name {
    case .default: self.init(name: name, paint: Theme.defaultPaint)
    case .dark: self.init(name: name, paint: Theme.darkPaint)
    case .light: self.init(name: name, paint: Theme.lightPaint)
    case .mono: self.init(name: name, paint: Theme.monoPaint)
    }
  }

  /// How a style looks: its role's paint, bold when it stands out.
  public subscript(style: Style) -> Paint {
    let index = Int(style.role.rawValue)
    let paint = index < paints.count ? paints[index] : Paint()
    guard style.strong else { return paint }
    return Paint(
      paint.foreground, on: paint.background,
      paint.attributes.subtracting(.dim).union(.bold))
  }
}
