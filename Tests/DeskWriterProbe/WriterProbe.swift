import DeskModel
import Foundation
import Glibc

/// A desk without a screen that works as fast as it is let, for tests and benchmarks with many writers.
///
/// `DeskWriterProbe OFFICE ROUNDS PAUSE NAME` registers letters and has the head of the office dispose every other
/// one. After each action that the office has acknowledged it writes one line: `register NUMBER MICROSECONDS
/// SUBJECT` or `dispose CASE MICROSECONDS`. Between two actions it pauses for a random time of at most PAUSE
/// milliseconds.
@main
enum WriterProbe {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let rounds = Int(arguments[2]), let pause = UInt32(arguments[3])
    else {
      complain("usage: DeskWriterProbe OFFICE ROUNDS PAUSE NAME")
      exit(2)
    }
    do {
      try work(
        at: Desk(OfficeFolder(arguments[1])), rounds: rounds, pause: pause, name: arguments[4])
    } catch {
      complain("\(error)")
      exit(1)
    }
  }

  private static func work(
    at desk: Desk, rounds: Int, pause: UInt32, name: String
  ) throws {
    let clerk = try actor("pengadministrasi-umum@kepegawaian-umum", at: desk)
    let head = try actor("kepala-dinas@dinas-sosial", at: desk)
    let sheet = Disposition(
      recipients: [Disposition.Recipient(role: "kepala-bidang@rehabilitasi-sosial")])
    for round in 0..<rounds {
      if pause > 0 { usleep(UInt32.random(in: 0...pause) * 1_000) }
      let letter = Letter(
        kind: .incoming, sender: "Panti Contoh", subject: "Surat \(name).\(round)")
      var start = now
      let receipt = try desk.perform(
        .register(Registration(letter: letter, procedure: "ntt-001")), as: clerk)
      tell("register \(receipt.number?.sequence ?? 0) \(now - start) \(letter.subject)")
      guard round.isMultiple(of: 2), let id = receipt.startedCase,
        let task = try desk.caseView(id)?.state.openTasks.first
      else { continue }
      start = now
      try desk.perform(.dispose(TaskRef(task), sheet), as: head)
      tell("dispose \(id) \(now - start)")
    }
  }

  private static func actor(_ role: RoleID, at desk: Desk) throws -> Actor {
    let today = desk.office.calendar.date(of: desk.clock())
    guard let holder = desk.office.holders(of: role, on: today).first else {
      throw Refusal(.vacant)
    }
    return Actor(person: holder.person, role: role, standing: holder.kind)
  }

  /// A monotonic clock, in microseconds.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
  }

  /// Writes a line at once and whole: a kill cannot cut what was said.
  private static func tell(_ line: String) {
    _ = (line + "\n").withCString { write(STDOUT_FILENO, $0, strlen($0)) }
  }

  private static func complain(_ line: String) {
    _ = (line + "\n").withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }
}
