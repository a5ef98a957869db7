/// The table that a run prints: each line a measure against its baseline and its goal.
struct Report {
  private var lines: [[String]] = [["measure", "value", "baseline", "ratio", "goal", ""]]
  private(set) var missed = 0

  /// Adds a line whose ratio is held against a goal ("at most"), where there is one.
  mutating func ratio(
    _ name: String, _ value: Double, to baseline: Double, unit: String, goal: Double?
  ) {
    let ratio = value / baseline
    let met = goal.map { ratio <= $0 }
    if met == false { missed += 1 }
    lines.append([
      name, figure(value) + " " + unit, figure(baseline) + " " + unit, figure(ratio),
      goal.map { "<= " + figure($0) } ?? "", met.map { $0 ? "ok" : "MISSED" } ?? "",
    ])
  }

  /// Adds a line whose value is held against a goal ("at most").
  mutating func value(_ name: String, _ value: Double, unit: String, goal: Double) {
    let met = value <= goal
    if !met { missed += 1 }
    lines.append([
      name, figure(value) + " " + unit, "", "", "<= " + figure(goal) + " " + unit,
      met ? "ok" : "MISSED",
    ])
  }

  /// Adds a line that only informs.
  mutating func note(_ name: String, _ value: Double, unit: String) {
    lines.append([name, figure(value) + " " + unit, "", "", "", ""])
  }

  /// The table, columns padded.
  var text: String {
    let widths = (0..<6).map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      line.enumerated().map { column, cell in
        let gap = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 || column == 5 ? cell + gap : gap + cell
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private func figure(_ value: Double) -> String {
    let digits = abs(value) >= 100 ? 0 : abs(value) >= 10 ? 1 : 2
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let rounded = (value * scale).rounded() / scale
    let text = "\(rounded)"
    return digits == 0 ? String(text.prefix { $0 != "." }) : text
  }
}
