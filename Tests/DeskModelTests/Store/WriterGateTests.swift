import DeskTestSupport
import Foundation
import Glibc
import Synchronization
import Testing

@testable import DeskModel

/// Who waits at the office's gate goes in by the order of arrival, and nobody waits for the dead.
@Suite struct WriterGateTests {
  private let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("gate-\(UUID().uuidString)").path

  /// How many tickets have been taken, by the gate's own count.
  private func taken() -> Int {
    FileManager.default.contents(atPath: path).map { bytes in
      bytes.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    } ?? 0
  }

  @Test func whoComesFirstGoesInFirst() throws {
    defer { unlink(path) }
    let count = 24
    let order = Mutex<[Int]>([])
    let path = path
    let group = DispatchGroup()
    try WriterGate(path: path).locked {
      for number in 0..<count {
        group.enter()
        Thread.detachNewThread {
          try? WriterGate(path: path).locked { order.withLock { $0.append(number) } }
          group.leave()
        }
        // The next one comes when this one stands in the line; the first ticket is the holder's.
        while taken() < number + 2 { usleep(200) }
      }
      #expect(order.withLock { $0.isEmpty })
    }
    group.wait()
    #expect(order.withLock { $0 } == Array(0..<count))
  }

  @Test func whoeverDiesInTheLineHoldsUpNobodyAndLetsNobodyIn() throws {
    defer { unlink(path) }
    let entered = Mutex(false)
    let path = path
    let group = DispatchGroup()
    try WriterGate(path: path).locked {
      let dying = open(path, O_RDWR)
      #expect(WaitingLine(descriptor: dying).takeTicket() == 1)
      group.enter()
      Thread.detachNewThread {
        try? WriterGate(path: path).locked { entered.withLock { $0 = true } }
        group.leave()
      }
      while taken() < 3 { usleep(200) }
      close(dying)
      // The one behind now waits for the holder itself.
      usleep(20_000)
      #expect(!entered.withLock { $0 })
    }
    group.wait()
    #expect(entered.withLock { $0 })
  }

  @Test(arguments: [Data(), Data("kosong".utf8), Data(repeating: 0xff, count: 64)])
  func aGateThatSomebodyWroteIntoStillKeepsOthersOut(_ content: Data) throws {
    defer { unlink(path) }
    try content.write(to: URL(fileURLWithPath: path))
    let inside = Mutex((now: 0, most: 0, all: 0))
    let path = path
    atOnce(8) { _ in
      for _ in 0..<50 {
        try? WriterGate(path: path).locked {
          inside.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
            $0.all += 1
          }
          inside.withLock { $0.now -= 1 }
        }
      }
    }
    let (most, all) = inside.withLock { ($0.most, $0.all) }
    #expect(most == 1)
    #expect(all == 400)
  }
}
