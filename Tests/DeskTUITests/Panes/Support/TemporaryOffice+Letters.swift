import DeskModel
import DeskTUI
import DeskTestSupport

extension TemporaryOffice {
  /// Registers letters numbered from 1, as the front office does.
  func registerMany(_ count: Int) throws {
    let desk = try desk()
    defer { try? desk.close() }
    let clerk = try session("pengadministrasi-umum@kepegawaian-umum").actor
    for number in 1...count {
      let letter = Letter(
        kind: .incoming, sender: "Dinas Contoh \(number % 7)", senderNumber: "005/\(number)/2026",
        letterDate: CalendarDate(year: 2026, month: 2, day: 1 + number % 28),
        receivedDate: CalendarDate(year: 2026, month: 3, day: 2), subject: "Perihal \(number)")
      try desk.perform(
        .register(Registration(letter: letter, procedure: "ntt-001")), as: clerk)
    }
  }
}

extension TemporaryOffice {
  /// Begins a letter of the office's own, which waits for the front office's draft.
  func beginLetter(_ subject: String = "Undangan") throws {
    let desk = try desk()
    defer { try? desk.close() }
    let letter = Letter(kind: .outgoing, sender: "Sub Bagian Umum", subject: subject)
    try desk.perform(
      .register(Registration(letter: letter, procedure: "ntt-002")),
      as: try session("kepala-sub-bagian@kepegawaian-umum").actor)
  }

  /// The head disposes the oldest letters that wait.
  func dispose(_ count: Int, to roles: [RoleID]) throws {
    let desk = try desk()
    defer { try? desk.close() }
    let kadis: RoleID = "kepala-dinas@dinas-sosial"
    let head = try session(kadis).actor
    for row in try desk.queue(of: kadis, limit: count) {
      let disposition = Disposition(recipients: roles.map { Disposition.Recipient(role: $0) })
      try desk.perform(.dispose(row.ref, disposition), as: head)
    }
  }
}
