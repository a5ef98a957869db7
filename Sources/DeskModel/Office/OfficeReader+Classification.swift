extension OfficeReader {
  /// Reads dated lists of classification codes, newest first.
  ///
  /// - Throws: every fault of the file.
  public static func classifications(_ file: File) throws(Faults) -> [ClassificationList] {
    try YAMLFile.read(file.bytes, file: file.name) { top in
      top.expect(keys: ["daftar"])
      return entries(top, "daftar").compactMap(list).sorted { $0.from > $1.from }
    }
  }

  private static func list(_ entry: YAMLMapping) -> ClassificationList? {
    entry.expect(keys: ["nama", "berlaku", "sampai", "kode"])
    let name = entry.text("nama")
    let from = date(entry, "berlaku")
    let until = entry.scalarIfPresent("sampai").flatMap { date($0) }
    if let from, let until, until < from {
      entry.fault(Message("office.until-before-from", ["from": from.dayFirst]), at: "sampai")
    }
    guard let codes = entry.mapping("kode") else { return nil }
    let entries = codes.keys.compactMap { code -> Classification? in
      guard ClassificationList.isCode(code) else {
        codes.fault(Message("office.not-a-code", ["value": TextRules.quoted(code)]), at: code)
        return nil
      }
      return codes.text(code).map { Classification(code: code, name: $0) }
    }
    guard let name, let from else { return nil }
    return ClassificationList(name: name, from: from, until: until, entries: entries)
  }
}
