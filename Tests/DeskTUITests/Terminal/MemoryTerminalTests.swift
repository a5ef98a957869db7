import DeskTUI
import Testing

@Suite struct MemoryTerminalTests {
  @Test func eventsComeInOrderAndThenTheEnd() {
    let terminal = MemoryTerminal(events: [.key(.up)])
    terminal.send([.wake])
    #expect(terminal.next(timeoutMilliseconds: nil) == .key(.up))
    #expect(terminal.next(timeoutMilliseconds: 500) == .wake)
    #expect(terminal.next(timeoutMilliseconds: 0) == .timeout)
    #expect(terminal.next(timeoutMilliseconds: nil) == .hangup)
    #expect(terminal.next(timeoutMilliseconds: 0) == .timeout)
  }

  @Test func whenIdleItAsksForMore() {
    var steps: [[TerminalEvent]] = [[.key(.enter)], [.timeout, .key(.escape)]]
    let terminal = MemoryTerminal(onIdle: { _ in steps.isEmpty ? [] : steps.removeFirst() })
    var seen: [TerminalEvent] = []
    while seen.last != .hangup { seen.append(terminal.next(timeoutMilliseconds: nil)) }
    #expect(seen == [.key(.enter), .timeout, .key(.escape), .hangup])
  }

  @Test func aResizeChangesTheSizeWhenItIsTaken() {
    let terminal = MemoryTerminal(events: [.resize(Size(rows: 5, columns: 9))])
    #expect(terminal.size == Size(rows: 24, columns: 80))
    _ = terminal.next(timeoutMilliseconds: nil)
    #expect(terminal.size == Size(rows: 5, columns: 9))
  }

  @Test func afterTheEndThereIsOnlyTheEnd() {
    let terminal = MemoryTerminal(events: [.key(.up)])
    terminal.end()
    #expect(terminal.next(timeoutMilliseconds: nil) == .hangup)
  }

  @Test func itKeepsWhatWasDrawn() {
    let terminal = MemoryTerminal()
    var canvas = Canvas(size: terminal.size, glyphs: terminal.glyphs)
    canvas.put("x", at: .zero)
    terminal.draw(canvas.grid)
    #expect(terminal.grid == canvas.grid)
    #expect(terminal.drawings == 1)
  }
}
