/// The screen, keyboard and mouse that the desk runs on: the real one, or one in memory for tests.
///
/// Not Sendable: one thread owns it. Others may only call `waker`.
public protocol Terminal: AnyObject {
  /// The size of the screen now.
  var size: Size { get }
  /// The signs that it can show.
  var glyphs: Glyphs { get }
  /// Ends a wait in `next` with `.wake`; safe to call from any thread.
  var waker: @Sendable () -> Void { get }

  /// Shows a grid, sending only what differs from the last.
  func draw(_ grid: Grid)
  /// Waits for the next event, at most so long; without a limit when `nil`.
  ///
  /// After `.hangup` the caller leaves; the real terminal answers every further call with `.hangup`.
  func next(timeoutMilliseconds: Int?) -> TerminalEvent
  /// Gives the terminal to another program, such as an editor, while `body` runs, and takes it back.
  func suspended<Result>(_ body: () throws -> Result) rethrows -> Result
  /// Stops the process as Ctrl-Z does and, when the user brings it back, restores the screen.
  func suspendProcess()
  /// Turns reports of the mouse on or off; off, the user's terminal can select text as usual.
  func setMouse(_ on: Bool)
  /// The theme that is drawn with.
  var theme: Theme.Name { get }
  /// Draws with another theme from now on; a terminal without colours stays with mono.
  func setTheme(_ name: Theme.Name)
  /// Gives the terminal back for good. Harmless when repeated.
  func end()
}
