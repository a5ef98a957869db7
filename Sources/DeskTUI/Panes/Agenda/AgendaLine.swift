import DeskModel

/// The columns of an agenda book, as on paper, as many as the line has room for.
struct AgendaTable {
  let app: AppContext
  let isIncoming: Bool
  private let columns: Columns

  /// Columns for the rows in memory, in a book of letters that come in or go out.
  init(_ rows: [AgendaRow], isIncoming: Bool, width: Int, app: AppContext) {
    self.app = app
    self.isIncoming = isIncoming
    let longest = rows.lazy.map { TextWidth.columns($0.letter?.number?.text ?? "") }.max() ?? 0
    func title(_ key: String) -> String { app.text("agenda.column.\(key)") }
    columns = Columns([
      .init(title("number"), width: .fixed(max(4, min(longest, width / 4)))),
      .init("", width: .fixed(1)),
      .init(title(isIncoming ? "received" : "dated"), width: .fixed(6), rank: 2),
      .init(title(isIncoming ? "sender" : "addressee"), width: .flexible(minimum: 14, share: 2)),
      .init(title("paper"), width: .flexible(minimum: 22), rank: 3),
      .init(title("subject"), width: .flexible(minimum: 18, share: 3)),
      .init(title("standing"), width: .flexible(minimum: 13)),
      .init(title("remark"), width: .fixed(14), rank: 4),
    ])
  }

  func drawTitles(into canvas: inout Canvas) { columns.drawTitles(into: &canvas) }

  /// A line of the book; the book writes the numbers that no letter has.
  func draw(_ row: AgendaRow, of book: AgendaBook, into canvas: inout Canvas) {
    switch row {
    case .letter(let row): draw(row, into: &canvas)
    case .reserved(let number): draw(number, of: book, into: &canvas)
    }
  }

  /// A number that was set aside: who did it when and why, and whether it is open.
  private func draw(_ number: ReservedNumber, of book: AgendaBook, into canvas: inout Canvas) {
    let person = number.voided?.by ?? number.reservedBy
    let time = number.voided?.at ?? number.reserved
    let style: Style = number.isOpen ? .plain : .muted
    let standing = number.isOpen ? "reserved" : "voided"
    columns.draw(
      [
        Columns.Cell(
          book.pattern.sequence(number.place.sequence),
          style: number.isOpen ? .plain.emphasised : .muted),
        Columns.Cell(""),
        Columns.Cell(
          app.dates.dayAndMonth(app.office.calendar.date(of: time)), style: .muted),
        Columns.Cell(app.office.person(person)?.name ?? person.rawValue, style: style),
        Columns.Cell(""),
        Columns.Cell(number.voided?.reason ?? number.reason, style: style),
        Columns.Cell(
          "\(number.isOpen ? app.glyphs.bullet : app.glyphs.cross) "
            + app.text("agenda.standing.\(standing)"), style: number.isOpen ? .warn : .muted),
        Columns.Cell(""),
      ], into: &canvas)
  }

  private func draw(_ row: LetterRow, into canvas: inout Canvas) {
    let isOver = row.status == .cancelled
    let style: Style = isOver || row.isHidden ? .muted : .plain
    let day = isIncoming ? row.receivedDate : row.letterDate
    columns.draw(
      [
        Columns.Cell(row.number?.text ?? "", style: isOver ? .muted : .plain.emphasised),
        row.urgencyCell(),
        Columns.Cell(day.map(app.dates.dayAndMonth) ?? "", style: .muted),
        Columns.Cell(isIncoming ? row.sender : row.addressee ?? row.sender, style: style),
        Columns.Cell(paper(row), style: .muted),
        Columns.Cell(app.subject(of: row), style: style),
        LetterStanding(row).cell(app),
        Columns.Cell(remark(row), style: .muted),
      ], into: &canvas)
  }

  /// Date and number of the letter itself; of one of ours, when it went out.
  private func paper(_ row: LetterRow) -> String {
    let date = row.letterDate.map(app.dates.dayAndMonth)
    if isIncoming {
      return [date, row.senderNumber].compactMap { $0 }.joined(separator: ", ")
    }
    guard let sent = row.sent else { return "" }
    let day = app.dates.dayAndMonth(app.office.calendar.date(of: sent))
    return [app.text("agenda.sent", ["date": day]), row.channel].compactMap { $0 }
      .joined(separator: ", ")
  }

  /// The closed day that it came after, the day it was corrected, sifat where it is not ordinary, and where the letter lies.
  private func remark(_ row: LetterRow) -> String {
    let secrecy = row.secrecy == .biasa ? nil : app.text("secrecy.\(row.secrecy.rawValue)")
    let late = row.lateRemark(app.phrases, app.dates)
    let corrected = row.correctedRemark(app.phrases, app.dates, in: app.office.calendar)
    return [late, corrected, secrecy, row.place].compactMap { $0 }.joined(separator: ", ")
  }
}
