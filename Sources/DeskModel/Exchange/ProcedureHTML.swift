/// A procedure as the SOP-AP form in one HTML file that needs nothing else, to be read and printed on A4.
///
/// The form of Permenpan RB 35/2012: a sheet of identity, then the table of steps with the lanes' symbols. Built of
/// the same elements as the other forms, so that nothing in it can go unescaped; a template engine would add a
/// dependency for one page whose table is computed anyway.
public struct ProcedureHTML {
  private let procedure: Procedure
  private let phrases: Phrasebook

  /// The file's text.
  ///
  /// - Throws: `ExportRefusal` when the procedure has no steps, or is not fit for use.
  public static func text(
    _ procedure: Procedure, phrases: Phrasebook
  ) throws(ExportRefusal) -> String {
    try ExportRefusal.check(procedure)
    let page = ProcedureHTML(procedure: procedure, phrases: phrases)
    return "<!DOCTYPE html>\n" + page.element.fragment
  }

  private var element: XMLText {
    let number = procedure.number.map { " (\($0))" } ?? ""
    return XMLText(
      "html", ["lang": "id"],
      [
        XMLText(
          "head", [:],
          [
            XMLText("meta", ["charset": "utf-8"]),
            XMLText(
              "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
            XMLText("title", text: procedure.title + number),
            XMLText("style", text: Self.style),
          ]),
        XMLText(
          "body", [:],
          [identity] + [service].compactMap { $0 }
            + StepsTable(procedure, phrases: phrases).elements),
      ])
  }

  // MARK: - Identity

  private var identity: XMLText {
    let dates = DateText(phrases)
    let facts: [(String, String?)] = [
      ("sop.form.number", procedure.number),
      ("sop.form.created", procedure.dates.created.map(dates.long)),
      ("sop.form.revised", procedure.dates.revised.map(dates.long)),
      ("sop.form.effective", procedure.dates.effective.map(dates.long)),
    ]
    let rows =
      facts.map { key, text in row(phrases(key), [paragraph(text ?? "")]) }
      + [
        row(phrases("sop.form.approved-by"), [XMLText("div", ["class": "tanda-tangan"], text: "")]),
        row(phrases("cli.field.title"), [XMLText("h1", text: procedure.title)]),
      ]
    let related = procedure.related.map(\.rawValue)
    let cells = [
      [
        cell("legal-basis", procedure.legalBasis), cell("qualifications", procedure.qualifications),
      ],
      [cell("related", related), cell("tools", procedure.tools)],
      [
        cell("warning", [procedure.warning].compactMap { $0 }),
        cell("records", procedure.records),
      ],
    ]
    return XMLText(
      "section", ["class": "identitas"],
      [
        XMLText(
          "div", ["class": "kepala"],
          [
            XMLText(
              "div", ["class": "instansi"],
              [
                XMLText("strong", text: procedure.office), XMLText("span", text: procedure.unit),
              ]), XMLText("table", [:], [XMLText("tbody", [:], rows)]),
          ]),
        XMLText(
          "table", ["class": "keterangan"],
          [XMLText("tbody", [:], cells.map { XMLText("tr", [:], $0) })]),
      ])
  }

  private func row(_ title: String, _ content: [XMLText]) -> XMLText {
    XMLText("tr", [:], [XMLText("th", text: title), XMLText("td", [:], content)])
  }

  private func cell(_ key: String, _ texts: [String]) -> XMLText {
    XMLText(
      "td", [:], [XMLText("h2", text: phrases("sop.form.\(key)"))] + list(texts))
  }

  private func list(_ texts: [String]) -> [XMLText] {
    if texts.isEmpty { return [paragraph("–")] }
    if texts.count == 1 { return texts.map(paragraph) }
    return [XMLText("ol", [:], texts.map { XMLText("li", text: $0) })]
  }

  private func paragraph(_ text: String) -> XMLText { XMLText("p", text: text) }

  // MARK: - Service

  /// What a service standard promises to those who ask.
  private var service: XMLText? {
    guard let service = procedure.service else { return nil }
    let parts: [(String, [String])] = [
      ("requirements", service.requirements),
      ("time-limit", [service.timeLimit].compactMap { $0 }),
      ("fee", [service.fee].compactMap { $0 }), ("products", service.products),
      ("complaints", service.complaints),
    ]
    return XMLText(
      "section", ["class": "layanan"],
      [
        XMLText("h2", text: phrases("sop.form.service")),
        XMLText(
          "table", [:],
          [
            XMLText(
              "tbody", [:],
              parts.map { key, texts in row(phrases("sop.form.service.\(key)"), list(texts)) })
          ]),
      ])
  }

  // MARK: - Looks

  /// No character of it may be one that is escaped.
  private static let style = """

    @page { size: A4 landscape; margin: 10mm; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 10mm; width: 297mm; color: #16242c; background: #fff;
      font: 8.5pt/1.25 \(PrintText.family); }
    h1, h2, p, ol { margin: 0; }
    h1 { font-size: 12pt; }
    h2 { font-size: 8.5pt; margin-bottom: 1mm; }
    ol { padding-left: 4.5mm; }
    table { border-collapse: collapse; }
    th, td { border: 0.6pt solid #6b7f89; padding: 1.2mm 2mm; vertical-align: top; text-align: left; }
    .kepala { display: flex; align-items: stretch; }
    .instansi { flex: 1; display: flex; flex-direction: column; justify-content: center;
      text-align: center; border: 0.6pt solid #6b7f89; border-right: 0; padding: 3mm; gap: 1.5mm; }
    .instansi strong { font-size: 12pt; text-transform: uppercase; }
    .kepala table { width: 58%; }
    .kepala th { width: 38mm; font-weight: normal; }
    .tanda-tangan { height: 20mm; }
    .keterangan { width: 100%; margin-top: -0.6pt; table-layout: fixed; }
    .layanan { margin-top: 5mm; break-inside: avoid; }
    .layanan h2 { font-size: 10pt; }
    .layanan table { width: 100%; }
    .layanan th { width: 45mm; }
    .langkah { margin-top: 6mm; }
    .langkah table { table-layout: fixed; }
    .langkah th { text-align: center; vertical-align: middle; background: #e3ebf0;
      padding: 2pt; font-size: 7.5pt; line-height: 1.18; overflow-wrap: anywhere; }
    .langkah th.pelaksana { font-size: 6.5pt; padding: 2pt 1pt; }
    .langkah th small { display: block; font-weight: normal; font-size: 6pt; }
    .langkah td { vertical-align: middle; padding: 2pt 4pt; font-size: 7.5pt; line-height: 1.18; }
    .langkah td.tengah { text-align: center; padding: 2pt; }
    .langkah td.alur { position: relative; padding: 0; }
    .langkah td.alur svg { position: absolute; inset: 0; width: 100%; height: 100%; display: block; }
    .langkah ul { margin: 0; padding-left: 9pt; }
    .langkah tr { break-inside: avoid; }
    .langkah thead { display: table-header-group; }
    .lukisan { position: absolute; width: 0; height: 0; }
    @media print {
      body { padding: 0 0.5mm; width: auto; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      .langkah { break-before: page; margin-top: 0; }
    }
    """
}
