/// What a cell means. A theme says how each looks; drawing code never names a colour.
public enum StyleRole: UInt8, CaseIterable, Sendable {
  /// Running text.
  case plain
  /// The title of the screen or of a dialog.
  case title
  /// The heading of a column or group.
  case heading
  /// Less important text: labels, timestamps, what is done.
  case muted
  /// The selection bar where the keyboard is.
  case focus
  /// The selected row of a pane that does not have the keyboard.
  case selected
  /// What should catch the eye without meaning anything: links, found text.
  case accent
  /// A key to press, in hints and help.
  case key
  /// Needs attention soon.
  case warn
  /// Late, refused, or cannot be taken back.
  case danger
  /// Done, agreed, in order.
  case ok
  /// The step of the flow that the letter stands at.
  case current
  /// Lines around and between.
  case border
  /// The lines around what has the keyboard.
  case borderFocus
  /// A field to fill.
  case input
  /// The field being filled.
  case inputFocus
  /// A small count or mark beside a name.
  case badge
  /// What cannot be used now.
  case disabled
  /// The ground of a dialog, menu or palette above the panes.
  case overlay
  /// The header and hint bars.
  case bar
  /// Text added since the last look.
  case added
  /// Text taken out since the last look.
  case removed
}

/// How a cell is drawn: what it means, and whether it stands out among its like.
public struct Style: Hashable, Sendable {
  /// What it means.
  public var role: StyleRole
  /// Stands out among others of its role: an unread row, a final step.
  public var strong: Bool

  /// Makes a style.
  public init(_ role: StyleRole, strong: Bool = false) {
    self.role = role
    self.strong = strong
  }

  /// The same, standing out.
  public var emphasised: Style { Style(role, strong: true) }
}

// One name a role, so that a call reads `style: .muted`.
extension Style {
  /// `StyleRole.plain`.
  public static let plain = Style(.plain)
  /// `StyleRole.title`.
  public static let title = Style(.title)
  /// `StyleRole.heading`.
  public static let heading = Style(.heading)
  /// `StyleRole.muted`.
  public static let muted = Style(.muted)
  /// `StyleRole.focus`.
  public static let focus = Style(.focus)
  /// `StyleRole.selected`.
  public static let selected = Style(.selected)
  /// `StyleRole.accent`.
  public static let accent = Style(.accent)
  /// `StyleRole.key`.
  public static let key = Style(.key)
  /// `StyleRole.warn`.
  public static let warn = Style(.warn)
  /// `StyleRole.danger`.
  public static let danger = Style(.danger)
  /// `StyleRole.ok`.
  public static let ok = Style(.ok)
  /// `StyleRole.current`.
  public static let current = Style(.current)
  /// `StyleRole.border`.
  public static let border = Style(.border)
  /// `StyleRole.borderFocus`.
  public static let borderFocus = Style(.borderFocus)
  /// `StyleRole.input`.
  public static let input = Style(.input)
  /// `StyleRole.inputFocus`.
  public static let inputFocus = Style(.inputFocus)
  /// `StyleRole.badge`.
  public static let badge = Style(.badge)
  /// `StyleRole.disabled`.
  public static let disabled = Style(.disabled)
  /// `StyleRole.overlay`.
  public static let overlay = Style(.overlay)
  /// `StyleRole.bar`.
  public static let bar = Style(.bar)
  /// `StyleRole.added`.
  public static let added = Style(.added)
  /// `StyleRole.removed`.
  public static let removed = Style(.removed)
}
