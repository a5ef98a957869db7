extension Canvas {
  /// Fills the ground of a field to type in, the same for all of them.
  ///
  /// - Parameter hint: what stands in it while it is empty, in the place of dots.
  /// - Returns: the style of what is typed.
  mutating func fillInput(focused: Bool, isEmpty: Bool, hint: String? = nil) -> Style {
    let style: Style = focused ? .inputFocus : .input
    fill(style: style)
    guard isEmpty else { return style }
    if let hint {
      put(hint, at: Point(row: 0, column: 1), style: .muted)
    } else {
      // Dots as on paper: an empty field is seen without colour.
      put(String(repeating: ".", count: min(24, width)), at: .zero, style: focused ? style : .muted)
    }
    return style
  }
}
