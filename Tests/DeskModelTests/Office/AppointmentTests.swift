import DeskModel
import Testing

@Suite struct AppointmentTests {
  @Test(arguments: [
    ("2026-03-01", false), ("2026-03-02", true), ("2026-03-05", true), ("2026-03-06", false),
  ])
  func holdsFromItsFirstToItsLastDay(_ day: String, _ holds: Bool) throws {
    let appointment = Appointment(
      person: "melati", role: "kepala-dinas@dinas-sosial", kind: .plh,
      from: try #require(CalendarDate("2026-03-02")),
      until: CalendarDate("2026-03-05"), decree: "1/SPT")
    #expect(appointment.isInForce(on: try #require(CalendarDate(day))) == holds)
  }

  @Test func staysInForceWhileOpen() throws {
    let appointment = Appointment(
      person: "melati", role: "staf@keuangan", from: try #require(CalendarDate("2026-03-02")))
    #expect(appointment.isInForce(on: .latest))
    #expect(!appointment.isInForce(on: .earliest))
  }
}
