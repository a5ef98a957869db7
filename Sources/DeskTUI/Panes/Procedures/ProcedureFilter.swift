import DeskModel

/// The procedures that a text is looked for in, ordered by office and unit.
enum ProcedureFilter {
  /// The rows in which every word of the text stands, whatever its case: the own office's before others', each unit's
  /// together, in the order of the decrees.
  static func rows(_ rows: [ProcedureRow], matching text: String, in own: String) -> [ProcedureRow]
  {
    let words = text.lowercased().split(separator: " ")
    let firsts = Dictionary(
      rows.map { ([$0.office, $0.unit], $0.id.rawValue) }, uniquingKeysWith: min)
    func place(_ row: ProcedureRow) -> (Int, String, String, String) {
      (
        row.office == own ? 0 : 1, row.office, firsts[[row.office, row.unit]] ?? "",
        row.id.rawValue
      )
    }
    return rows.filter { row in
      let text = [row.id.rawValue, row.number ?? "", row.title, row.unit, row.office]
        .joined(separator: " ").lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    .sorted { place($0) < place($1) }
  }
}
