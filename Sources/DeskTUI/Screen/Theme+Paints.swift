extension Theme {
  /// Without colour: every role that must be told apart has an attribute of its own.
  static func monoPaint(_ role: StyleRole) -> Paint {
    switch role {
    case .plain, .border, .overlay, .input: Paint()
    case .title, .heading, .key, .ok, .accent, .borderFocus: Paint(nil, on: nil, .bold)
    case .muted, .disabled: Paint(nil, on: nil, .dim)
    case .focus, .bar: Paint(nil, on: nil, .reverse)
    case .current: Paint(nil, on: nil, [.reverse, .bold])
    case .selected, .added, .inputFocus: Paint(nil, on: nil, .underline)
    case .warn: Paint(nil, on: nil, .bold)
    case .danger: Paint(nil, on: nil, [.bold, .underline])
    case .badge: Paint(nil, on: nil, .reverse)
    case .removed: Paint(nil, on: nil, .dim)
    }
  }

  /// The terminal's own ground and text: legible on dark and light grounds alike, so neither yellow nor blue text.
  static func defaultPaint(_ role: StyleRole) -> Paint {
    switch role {
    case .plain, .border, .overlay, .input: Paint()
    case .title, .heading: Paint(nil, on: nil, .bold)
    case .muted, .disabled: Paint(nil, on: nil, .dim)
    case .focus: Paint(nil, on: nil, .reverse)
    case .bar: Paint(nil, on: nil, .reverse)
    case .selected: Paint(nil, on: nil, .underline)
    case .accent: Paint(.cyan)
    case .key: Paint(.cyan, on: nil, .bold)
    case .warn: Paint(.magenta)
    case .danger: Paint(.red, on: nil, .bold)
    case .ok, .added: Paint(.green)
    case .current: Paint(.black, on: .yellow)
    case .borderFocus: Paint(.cyan, on: nil, .bold)
    case .inputFocus: Paint(nil, on: nil, .underline)
    case .badge: Paint(.black, on: .cyan)
    case .removed: Paint(.red)
    }
  }

  static func darkPaint(_ role: StyleRole) -> Paint {
    let ground = Colour(235, basic: 0)
    let raised = Colour(237, basic: 0)
    let text = Colour(253, basic: 7)
    switch role {
    case .plain: return Paint(text, on: ground)
    case .title: return Paint(Colour(231, basic: 7), on: ground, .bold)
    case .heading: return Paint(Colour(153, basic: 6), on: ground, .bold)
    case .muted: return Paint(Colour(248, basic: 7), on: ground)
    case .focus: return Paint(Colour(16, basic: 0), on: Colour(153, basic: 6))
    case .selected: return Paint(text, on: Colour(239, basic: 0), .underline)
    case .accent: return Paint(Colour(117, basic: 6), on: ground)
    case .key: return Paint(Colour(222, basic: 3), on: ground, .bold)
    case .warn: return Paint(Colour(221, basic: 3), on: ground)
    case .danger: return Paint(Colour(210, basic: 1), on: ground, .bold)
    case .ok: return Paint(Colour(114, basic: 2), on: ground)
    case .current: return Paint(Colour(16, basic: 0), on: Colour(221, basic: 3), .bold)
    case .border: return Paint(Colour(246, basic: 7), on: ground)
    case .borderFocus: return Paint(Colour(153, basic: 6), on: ground, .bold)
    case .input: return Paint(text, on: raised)
    case .inputFocus: return Paint(Colour(231, basic: 7), on: Colour(24, basic: 4), .underline)
    case .badge: return Paint(Colour(16, basic: 0), on: Colour(117, basic: 6))
    case .disabled: return Paint(Colour(246, basic: 7), on: ground, .dim)
    case .overlay: return Paint(text, on: raised)
    case .bar: return Paint(text, on: Colour(239, basic: 0))
    case .added: return Paint(Colour(114, basic: 2), on: ground)
    case .removed: return Paint(Colour(210, basic: 1), on: ground)
    }
  }

  static func lightPaint(_ role: StyleRole) -> Paint {
    let ground = Colour(231, basic: 7)
    let raised = Colour(255, basic: 7)
    let text = Colour(234, basic: 0)
    switch role {
    case .plain: return Paint(text, on: ground)
    case .title: return Paint(Colour(16, basic: 0), on: ground, .bold)
    case .heading: return Paint(Colour(18, basic: 4), on: ground, .bold)
    case .muted: return Paint(Colour(241, basic: 0), on: ground)
    case .focus: return Paint(Colour(231, basic: 7), on: Colour(25, basic: 4))
    case .selected: return Paint(text, on: Colour(253, basic: 7), .underline)
    case .accent: return Paint(Colour(25, basic: 4), on: ground)
    case .key: return Paint(Colour(90, basic: 5), on: ground, .bold)
    case .warn: return Paint(Colour(94, basic: 5), on: ground)
    case .danger: return Paint(Colour(124, basic: 1), on: ground, .bold)
    case .ok: return Paint(Colour(22, basic: 2), on: ground)
    case .current: return Paint(Colour(16, basic: 0), on: Colour(222, basic: 3), .bold)
    case .border: return Paint(Colour(243, basic: 0), on: ground)
    case .borderFocus: return Paint(Colour(25, basic: 4), on: ground, .bold)
    case .input: return Paint(text, on: raised)
    case .inputFocus: return Paint(Colour(16, basic: 0), on: Colour(195, basic: 6), .underline)
    case .badge: return Paint(Colour(231, basic: 7), on: Colour(25, basic: 4))
    case .disabled: return Paint(Colour(243, basic: 0), on: ground, .dim)
    case .overlay: return Paint(text, on: raised)
    case .bar: return Paint(text, on: Colour(253, basic: 7))
    case .added: return Paint(Colour(22, basic: 2), on: ground)
    case .removed: return Paint(Colour(124, basic: 1), on: ground)
    }
  }
}
