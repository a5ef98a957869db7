import DeskModel
import DeskTUI
import DeskTestSupport
import Foundation
import Testing

/// Whatever is pressed at a desk, it goes on, and the office stays whole.
@Suite struct KeyFuzzTests {
  /// How much is pressed: `DESK_FUZZ=<seeds>x<events>`, or as little as fits into every run of the tests.
  private static let amount: (seeds: Int, events: Int) = {
    let parts = ProcessInfo.processInfo.environment["DESK_FUZZ"]?.split(separator: "x")
      .compactMap { Int($0) }
    guard let parts, parts.count == 2 else { return (20, 200) }
    return (max(1, parts[0]), parts[1])
  }()

  private static let chairs: [RoleID] = [
    "pengadministrasi-umum@kepegawaian-umum", "kepala-dinas@dinas-sosial",
    "kepala-bidang@rehabilitasi-sosial", "sub-koordinator@rehsos-anak-lansia",
    "staf@rehsos-anak-lansia",
  ]

  @Test(arguments: 1...UInt64(amount.seeds))
  func anyKeysLeaveTheOfficeWhole(seed: UInt64) throws {
    var fingers = Fingers(seed: seed)
    let office = try TemporaryOffice()
    for subject in ["Undangan rapat", "Permohonan data", "Laporan bencana"] {
      try office.register(subject)
    }
    var desk: DeskDriver?
    var pressed = 0
    while pressed < Self.amount.events {
      let sitting = try desk ?? DeskDriver(office, as: Self.chairs[fingers.roll(5)])
      let terminal = sitting.terminal
      let events = fingers.next(in: sitting.state.currentContext, on: terminal.size)
      office.wait(milliseconds: [20, 200, 2_000, 600_000][fingers.roll(4)])
      if fingers.roll(200) == 0 { try office.register("Surat \(pressed)") }
      sitting.send(fingers.roll(500) == 0 ? events + [.hangup] : events)
      pressed += events.count
      desk = sitting.hasEnded ? nil : sitting
      guard !sitting.hasEnded else { continue }
      try #require(terminal.grid.size == terminal.size, "after \(pressed): \(events)")
      if fingers.roll(20) == 0 { try look(at: sitting, after: "\(pressed): \(events)") }
    }
    _ = try office.desk().verify()
  }

  /// Nothing on the screen steers a terminal, and every sentence is there.
  private func look(at desk: DeskDriver, after what: String) throws {
    let grid = desk.terminal.grid
    let scalars = (0..<grid.size.rows).flatMap { grid.row($0).flatMap { $0.text.unicodeScalars } }
    let steering = scalars.first { $0.properties.generalCategory == .control }
    try #require(steering == nil, "after \(what)\n\(desk.screen)")
    let missing = desk.screen.firstMatch(of: /\[[a-z]+(\.[a-zA-Z-]+)+\]/)
    try #require(missing == nil, "after \(what)\n\(desk.screen)")
  }
}
