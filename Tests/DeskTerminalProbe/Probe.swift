import DeskModel
import DeskTUI
import Foundation

/// A full-screen program with nothing behind it, for tests that need a real terminal: it shows a list, tells each
/// event in its last row, and crashes on demand.
@main
enum Probe {
  static func main() {
    do {
      let settings = try TerminalSettings(environment: ProcessInfo.processInfo.environment)
      let terminal = try NcursesTerminal(settings)
      run(terminal)
      terminal.end()
      print("ended")
    } catch {
      FileHandle.standardError.write(Data("refused: \(error.message.key)\n".utf8))
      exit(2)
    }
  }

  private static func run(_ terminal: NcursesTerminal) {
    var selected = 0
    var told = "ready"
    while true {
      terminal.draw(frame(terminal, selected: selected, told: told))
      let event = terminal.next(timeoutMilliseconds: nil)
      told = description(of: event)
      switch event {
      case .hangup, .key(.character("q")): return
      case .key(.down): selected += 1
      case .key(.up): selected -= 1
      case .key(.control("z")): terminal.suspendProcess()
      case .key(.control("e")): terminal.suspended { borrow() }
      case .key(.control("t")): trap(selected)
      case .key(.control("o")): print(overflow(selected))
      case .key(.control("x")): exit(7)
      case .key(.control("w")): pokeFromAnotherThread(terminal.waker)
      case .key(.control("r")): FileHandle.standardError.write(Data("a warning\n".utf8))
      default: break
      }
    }
  }

  private static func frame(_ terminal: NcursesTerminal, selected: Int, told: String) -> Grid {
    var canvas = Canvas(size: terminal.size, glyphs: terminal.glyphs)
    let inside = canvas.box(title: "Probe", focused: true)
    canvas.within(inside) { canvas in
      for row in 0..<max(0, canvas.height - 1) {
        let here = Rect(row: row, column: 0, height: 1, width: canvas.width)
        canvas.put("\(row) surat 日本 é ✅", at: here.origin, style: row % 3 == 0 ? .warn : .plain)
        if row == selected { canvas.restyle(here, role: .focus) }
      }
      canvas.put(told, at: Point(row: canvas.height - 1, column: 0), style: .muted)
    }
    return canvas.grid
  }

  private static func description(of event: TerminalEvent) -> String {
    switch event {
    case .key(let key): "key \(key.label)"
    case .paste(let text): "paste \(text.split(separator: "\n"))"
    case .mouse(let mouse):
      "\(mouse.point.row),\(mouse.point.column) \(mouse.kind)"
        .replacingOccurrences(of: "DeskTUI.MouseEvent.Button.", with: "")
    case .resize(let size): "size \(size.rows)x\(size.columns)"
    default: "\(event)"
    }
  }

  private static func borrow() {
    print("lent")
    _ = readLine()
  }

  private static func trap(_ index: Int) {
    let none: [Int] = []
    print(none[index])
  }

  private static func overflow(_ depth: Int) -> Int {
    // Large enough that the stack ends before the 65,536 calls do that the thread sanitizer can follow.
    withUnsafeTemporaryAllocation(byteCount: 512, alignment: 8) { space in
      space[0] = UInt8(truncatingIfNeeded: depth)
      return depth == .max ? 0 : overflow(depth + 1) + Int(space[0])
    }
  }

  private static func pokeFromAnotherThread(_ waker: @escaping @Sendable () -> Void) {
    Thread.detachNewThread { waker() }
  }
}
