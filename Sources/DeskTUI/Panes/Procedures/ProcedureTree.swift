import DeskModel

/// The procedures in force as a tree to browse: offices, their units, and the procedures of each.
struct ProcedureTree: Sendable {
  /// A line of the tree.
  enum Entry: Identifiable, Sendable {
    /// An office that decrees, or one of its units.
    case group(Group)
    /// A procedure.
    case procedure(ProcedureRow)

    var id: EntryID {
      switch self {
      case .group(let group): .group(office: group.office, unit: group.unit)
      case .procedure(let row): .procedure(row.id)
      }
    }
  }

  /// What a line stands for.
  enum EntryID: Hashable, Sendable {
    case group(office: String, unit: String?)
    case procedure(ProcedureID)
  }

  /// An office, or a unit of it, with what is below it.
  struct Group: Sendable {
    var office: String
    /// `nil` for the office itself.
    var unit: String?
    var rows: [ProcedureRow]
    var isFolded: Bool

    var name: String { unit ?? office }
    var running: Int { rows.reduce(0) { $0 + $1.running } }
  }

  /// All procedures: our own office's first, each unit's together, in the order of the decrees.
  private(set) var rows: [ProcedureRow] = []
  /// The groups that were folded.
  private(set) var folded: Set<EntryID> = []
  private var hasBegun = false

  /// Takes the procedures as they are now; what was folded stays so. At first the tree is folded as far as it
  /// does not fit.
  mutating func take(_ new: [ProcedureRow], own: String, height: Int) {
    let firsts = Dictionary(
      new.map { ([$0.office, $0.unit], $0.id.rawValue) }, uniquingKeysWith: min)
    func place(_ row: ProcedureRow) -> (Int, String, String, String) {
      (
        row.office == own ? 0 : 1, row.office, firsts[[row.office, row.unit]] ?? "",
        row.id.rawValue
      )
    }
    rows = new.sorted { place($0) < place($1) }
    guard !hasBegun, !rows.isEmpty else { return }
    hasBegun = true
    if entries(matching: "").count <= height { return }
    folded = Set(
      entries(matching: "").compactMap { entry in
        guard case .group(let group) = entry else { return nil }
        return group.unit == nil && group.office == rows.first?.office ? nil : entry.id
      })
  }

  /// The procedures in which every word of a text stands, whatever its case.
  func rows(matching text: String) -> [ProcedureRow] {
    let words = text.lowercased().split(separator: " ")
    guard !words.isEmpty else { return rows }
    return rows.filter { row in
      let place = [row.id.rawValue, row.number ?? "", row.title, row.unit, row.office]
        .joined(separator: " ").lowercased()
      return words.allSatisfy { place.contains($0) }
    }
  }

  /// The lines to show; while something is looked for, everything that was found is unfolded.
  func entries(matching text: String) -> [Entry] {
    let isNarrowed = !text.allSatisfy(\.isWhitespace)
    var entries: [Entry] = []
    for ofOffice in rows(matching: text).chunked(by: \.office) {
      guard let office = ofOffice.first?.office else { continue }
      var group = Group(office: office, unit: nil, rows: ofOffice, isFolded: false)
      group.isFolded = !isNarrowed && folded.contains(.group(office: office, unit: nil))
      entries.append(.group(group))
      if group.isFolded { continue }
      for ofUnit in ofOffice.chunked(by: \.unit) {
        guard let unit = ofUnit.first?.unit else { continue }
        var group = Group(office: office, unit: unit, rows: ofUnit, isFolded: false)
        group.isFolded = !isNarrowed && folded.contains(.group(office: office, unit: unit))
        entries.append(.group(group))
        if !group.isFolded { entries += ofUnit.map { .procedure($0) } }
      }
    }
    return entries
  }

  /// Folds or unfolds a group.
  mutating func set(_ id: EntryID, folded isFolded: Bool) {
    if isFolded { folded.insert(id) } else { folded.remove(id) }
  }

  /// The group that a line is in; `nil` for an office.
  static func parent(of entry: Entry) -> EntryID? {
    switch entry {
    case .procedure(let row): .group(office: row.office, unit: row.unit)
    case .group(let group): group.unit == nil ? nil : .group(office: group.office, unit: nil)
    }
  }
}

extension [ProcedureRow] {
  /// Neighbours with the same text together.
  fileprivate func chunked(by text: (ProcedureRow) -> String) -> [[ProcedureRow]] {
    var chunks: [[ProcedureRow]] = []
    for row in self {
      if let last = chunks.last?.last, text(last) == text(row) {
        chunks[chunks.count - 1].append(row)
      } else {
        chunks.append([row])
      }
    }
    return chunks
  }
}
