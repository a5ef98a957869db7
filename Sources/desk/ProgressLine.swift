import DeskModel
import Glibc

/// How far something long is, on one line of a terminal; nothing where nobody watches.
final class ProgressLine {
  private let phrases: Phrasebook
  private let isWatched = isatty(STDERR_FILENO) == 1
  private var shown = ""

  init(_ phrases: Phrasebook) { self.phrases = phrases }

  /// Shows a share, if it has become another since.
  func show(_ key: String, _ done: Int64, of all: Int64) {
    guard isWatched, all > 0 else { return }
    let line = phrases(key, ["percent": "\(min(100, done * 100 / all))"])
    guard line != shown else { return }
    shown = line
    Output.progress("\r\u{1B}[K" + line)
  }

  /// Takes the line away.
  func clear() {
    if !shown.isEmpty { Output.progress("\r\u{1B}[K") }
    shown = ""
  }
}
