/// Shows which part of something long is in view.
struct ScrollBar: Sendable {
  /// The first line in view.
  let first: Int
  /// How many lines there are.
  let count: Int

  /// Draws it down a column of a canvas, whose height is the part in view.
  func draw(into canvas: inout Canvas, at column: Int) {
    let height = canvas.height
    guard height > 1, count > height else { return }
    let thumb = max(1, height * height / count)
    let range = max(1, count - height)
    let start = min(height - thumb, (first * (height - thumb) + range / 2) / range)
    for row in 0..<height {
      let isThumb = row >= start && row < start + thumb
      canvas.put(
        isThumb ? canvas.glyphs.scrollThumb : canvas.glyphs.scrollTrack,
        at: Point(row: row, column: column), style: .border)
    }
  }
}
