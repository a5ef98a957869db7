/// A sheet of paper, with as many points on it as its text is to be small.
struct PrintPage {
  /// The sheet in millimetres.
  var paper: (width: Int, height: Int)
  /// The width in points as they are drawn.
  var width: Double
  /// The height in points as they are drawn.
  var height: Double

  /// White space around, in points.
  static let margin = 26.0

  /// What is between the margins.
  var inner: Double { width - 2 * Self.margin }

  private init(_ paper: (width: Int, height: Int), points: Double) {
    self.paper = paper
    width = Double(paper.width) * points
    height = Double(paper.height) * points
  }

  /// Sheets in the order in which they are tried: A4 in full size, then A3 with text as large as fits on it.
  static let all: [PrintPage] = {
    let point = 72 / 25.4
    let (wide4, high4, wide3, high3) = ((297, 210), (210, 297), (420, 297), (297, 420))
    let smaller = [0.75, 0.82, 0.9, 1, 1.12, 1.25, 1.4, 1.6, 1.8, 2.1, 2.5, 3, 4, 6, 9]
    return [wide4, high4].map { PrintPage($0, points: point) }
      + smaller.flatMap { scale in
        [wide3, high3].map { PrintPage($0, points: point * scale) }
      }
  }()
}
