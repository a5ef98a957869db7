extension OfficeReader {
  /// When a book begins again, as the files say it.
  private enum ResetWord: String, CaseIterable {
    case tahunan
    case tidakPernah = "tidak pernah"

    var reset: AgendaBook.Reset {
      switch self {
      case .tahunan: .yearly
      case .tidakPernah: .never
      }
    }
  }

  static func books(_ top: YAMLMapping) -> [AgendaBook] {
    var seen = SlugCheck()
    var taken: Set<LetterKind> = []
    let books = entries(top, "buku").compactMap { entry in
      entry.expect(keys: ["id", "nama", "jenis", "pola", "mulai_ulang"])
      let id = seen.slug(entry, "id")
      let name = entry.text("nama")
      let kinds = kinds(entry, taken: &taken)
      let pattern = pattern(entry)
      let reset = entry.scalarIfPresent("mulai_ulang").map { $0.choice(of: ResetWord.self)?.reset }
      guard let id, let name, let pattern else { return nil as AgendaBook? }
      return AgendaBook(
        id: AgendaBookID(id), name: name, kinds: kinds, pattern: pattern,
        reset: (reset ?? nil) ?? .yearly)
    }
    if !taken.contains(.incoming) { top.fault(Message("office.no-incoming-book"), at: "buku") }
    return books
  }

  /// The kinds that a book takes; a letter must know its book, so no kind stands in two.
  private static func kinds(
    _ entry: YAMLMapping, taken: inout Set<LetterKind>
  ) -> [LetterKind] {
    let words = entry.scalars("jenis")
    if words.isEmpty { entry.fault(Message("yaml.key-missing", ["key": "jenis"])) }
    var kinds: [LetterKind] = []
    for word in words {
      guard let kind = word.choice(of: LetterKind.Word.self)?.kind else { continue }
      if taken.insert(kind).inserted {
        kinds.append(kind)
      } else {
        word.fault(Message("office.kind-twice", ["value": word.quoted]))
      }
    }
    return kinds
  }

  private static func pattern(_ entry: YAMLMapping) -> NumberPattern? {
    guard let text = entry.scalar("pola") else { return nil }
    do {
      return try NumberPattern(text.text)
    } catch {
      text.fault(error.message)
      return nil
    }
  }
}
