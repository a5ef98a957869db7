import DeskModel

/// The procedures that a text is looked for in, ordered by office and unit.
enum ProcedureFilter {
  /// The rows in which every word of the text stands, whatever its case, in the order of offices, units, and names.
  static func rows(_ rows: [ProcedureRow], matching text: String) -> [ProcedureRow] {
    let words = text.lowercased().split(separator: " ")
    return rows.filter { row in
      let place = [row.id.rawValue, row.number ?? "", row.title, row.unit, row.office]
        .joined(separator: " ").lowercased()
      return words.allSatisfy { place.contains($0) }
    }
    .sorted { ($0.office, $0.unit, $0.id.rawValue) < ($1.office, $1.unit, $1.id.rawValue) }
  }
}
