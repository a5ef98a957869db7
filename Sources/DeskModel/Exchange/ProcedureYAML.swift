/// A procedure as a procedure file, with the keys of the SOP-AP form.
///
/// ``ProcedureReader`` reads it back to the same value: lanes name their posts themselves, so that no
/// dictionary is asked, and only the unit that the letterhead means (``Lane/home``) is looked up anew.
public struct ProcedureYAML {
  /// The longest line of a list or mapping that is written on one line, in characters.
  private static let longestLine = 110

  /// The file's text, with a line end at its end.
  public static func text(_ procedure: Procedure) -> String {
    let parts = [
      head(procedure), service(procedure.service),
      list("pelaksana", procedure.lanes.map(lane)), steps(procedure.steps),
      block("catatan_sumber", procedure.sourceNotes),
    ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  // MARK: - Parts

  private static func head(_ procedure: Procedure) -> [String] {
    let source = procedure.source.map {
      "{berkas: \(YAMLText.scalar($0.file)), baris: \($0.line)}"
    }
    let lines =
      [
        entry("id", YAMLText.scalar(procedure.id.rawValue)),
        entry("nama", YAMLText.scalar(procedure.title)),
        entry("nomor", procedure.number.map(YAMLText.scalar)),
        entry("instansi", YAMLText.scalar(procedure.office)),
        entry("unit", YAMLText.scalar(procedure.unit)), entry("sumber", source),
        entry("dibuat", procedure.dates.created?.description),
        entry("direvisi", procedure.dates.revised?.description),
        entry("berlaku", procedure.dates.effective?.description),
      ].compactMap { $0 }
    let related = procedure.related.map(\.rawValue)
    return lines + texts("dasar_hukum", procedure.legalBasis)
      + texts("kualifikasi", procedure.qualifications) + texts("keterkaitan", related)
      + texts("peralatan", procedure.tools)
      + [entry("peringatan", procedure.warning.map(YAMLText.scalar))].compactMap { $0 }
      + texts("pencatatan", procedure.records)
  }

  private static func service(_ service: ServiceStandard?) -> [String] {
    guard let service else { return [] }
    let lines =
      texts("persyaratan", service.requirements)
      + [
        entry("biaya", service.fee.map(YAMLText.scalar)),
        entry("jangka_waktu", service.timeLimit.map(YAMLText.scalar)),
      ].compactMap { $0 }
      + texts("produk", service.products) + texts("pengaduan", service.complaints)
    return lines.isEmpty ? ["layanan: {}"] : ["layanan:"] + indented(lines, "  ")
  }

  private static func lane(_ lane: Lane) -> [String] {
    let posts = lane.posts.map { YAMLText.scalar($0.description) }.joined(separator: ", ")
    let fields = [
      "id: \(YAMLText.scalar(lane.id.rawValue))", "nama: \(YAMLText.scalar(lane.name))",
      "jabatan: [\(posts)]",
    ]
    let line = "{\(fields.joined(separator: ", "))}"
    return line.count + 4 <= longestLine ? [line] : fields
  }

  private static func steps(_ steps: [Step]) -> [String] {
    list("langkah", steps.map(step))
  }

  private static func step(_ step: Step) -> [String] {
    let lanes = step.lanes.map { YAMLText.scalar($0.rawValue) }
    let doers = lanes.count == 1 ? lanes[0] : "[\(lanes.joined(separator: ", "))]"
    let outcomes = step.outcomes.map {
      ["{nama: \(YAMLText.scalar($0.name)), lanjut: \(target($0.next))}"]
    }
    return [
      entry("no", String(step.no)), entry("oleh", doers),
      entry("semua", step.requiresAll ? "true" : nil), entry("aksi", step.act.rawValue),
      entry("kegiatan", YAMLText.scalar(step.activity)),
      entry("waktu", step.time.map { YAMLText.scalar($0.text) }),
    ].compactMap { $0 }
      + texts("kelengkapan", step.requirements) + texts("output", step.outputs)
      + [
        entry("lanjut", step.next.map(target)), entry("tolak", step.returnTo.map(String.init)),
      ].compactMap { $0 }
      + (outcomes.isEmpty ? [] : list("putusan", outcomes))
      + [entry("keterangan", step.note.map(YAMLText.scalar))].compactMap { $0 }
  }

  private static func target(_ target: StepTarget) -> String {
    switch target {
    case .step(let no): String(no)
    case .end: "selesai"
    }
  }

  // MARK: - Lines

  private static func entry(_ key: String, _ value: String?) -> String? {
    value.map { "\(key): \($0)" }
  }

  /// A list of texts, on one line where it fits; nothing when there are none.
  private static func texts(_ key: String, _ texts: [String]) -> [String] {
    guard !texts.isEmpty else { return [] }
    let line = "\(key): [\(texts.map(YAMLText.scalar).joined(separator: ", "))]"
    return line.count <= longestLine ? [line] : block(key, texts)
  }

  private static func block(_ key: String, _ texts: [String]) -> [String] {
    list(key, texts.map { [YAMLText.scalar($0)] })
  }

  /// A list with an item's first line behind its hyphen.
  private static func list(_ key: String, _ items: [[String]]) -> [String] {
    guard !items.isEmpty else { return ["\(key): []"] }
    return ["\(key):"]
      + items.flatMap { item in
        item.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
      }
  }

  private static func indented(_ lines: [String], _ indent: String) -> [String] {
    lines.map { indent + $0 }
  }
}
