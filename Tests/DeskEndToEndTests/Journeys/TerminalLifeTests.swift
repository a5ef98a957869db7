import DeskPseudoTerminal
import DeskTUI
import Foundation
import Glibc
import Testing

/// What befalls a terminal during a day: other sizes, a stop, a crash, a broken line.
@Suite struct TerminalLifeTests {
  private let office: CommandLineOffice

  init() throws { office = try .founded() }

  @Test func everySizeIsDrawnAndTheSelectionStays() throws {
    try office.register("Undangan rapat")
    try office.register("Permohonan data")
    let melati = try office.sit(as: "melati-contoh", size: Size(rows: 43, columns: 132))
    try melati.press(.down)
    try melati.expect("Langkah 2 dari 6")
    for size in [Size(rows: 24, columns: 80), Size(rows: 16, columns: 60)] {
      try melati.window.resize(size)
      try melati.window.wait(for: "the foot of \(size)") { screen in
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.count >= size.rows && lines[size.rows - 1].contains("Enter buka")
          && lines.allSatisfy { $0.count <= size.columns }
      }
      try melati.expectSelected("Permohonan data")
    }
    try melati.window.resize(Size(rows: 10, columns: 50))
    try melati.expect("Perbesar jendela")
    try melati.window.resize(Size(rows: 24, columns: 80))
    try melati.expectSelected("Permohonan data")
    try melati.stand()
  }

  @Test func stopsAsAJobOfTheShellAndComesBack() throws {
    try office.register("Undangan rapat")
    let shell = try Tmux(
      ["/bin/bash", "--norc", "--noprofile", "-i"],
      environment: office.screenEnvironment.merging(["PS1": "prompt> "]) { $1 })
    try shell.wait(for: "the prompt") { $0.contains("prompt>") }
    try shell.type(office.screenCommand("melati-contoh").joined(separator: " "))
    try shell.press(.enter)
    try shell.wait(for: "the screen") { $0.contains("Undangan rapat") }
    try shell.press(.control("z"))
    try shell.wait(for: "the shell") { try $0.contains("Stopped") && !shell.isAlternate() }
    try shell.resize(Size(rows: 20, columns: 70))
    try shell.type("fg")
    try shell.press(.enter)
    try shell.wait(for: "the screen again") { screen in
      let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
      return try screen.contains("Undangan rapat") && lines[19].contains("Enter buka")
        && shell.isAlternate()
    }
    try shell.press(.character("q"))
    try shell.wait(for: "the shell") { _ in try !shell.isAlternate() }
    try shell.type("echo hidup-$((40+2))")
    try shell.press(.enter)
    try shell.wait(for: "a shell that hears") { $0.contains("hidup-42") }
  }

  @Test(arguments: [SIGSEGV, SIGILL, SIGABRT])
  func aCrashGivesTheTerminalBack(signal: Int32) throws {
    // The shell between is not interactive: it mends no modes.
    let script = """
      stty -a > before; "$@" < /dev/tty & echo $! > pid; wait $!
      stty -a > after; echo "ended"; read line; echo "heard $line"
      """
    let command = office.screenCommand("melati-contoh")
    let terminal = try PseudoTerminal(
      ["/bin/sh", "-c", "cd \(office.home) && \(script)", "sh"] + command,
      environment: office.screenEnvironment)
    try terminal.wait(forText: "? bantuan")
    let pid = try String(contentsOfFile: office.home + "/pid", encoding: .utf8)
    let process = try #require(Int32(pid.trimmingCharacters(in: .newlines)))
    // A sanitizer that a signal from outside finds at its own work waits for itself.
    try terminal.wait(for: "a desk that waits") { _ in
      let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      return state?.contains(") S ") == true
    }
    kill(process, signal)
    try terminal.wait(for: "the shell") {
      $0.isGivenBack && $0.screen.contains("ended")
    }
    let modes = try ["before", "after"].map {
      try String(contentsOfFile: office.home + "/" + $0, encoding: .utf8)
    }
    #expect(modes[0] == modes[1])
    terminal.send("halo\r")
    try terminal.wait(forText: "heard halo")
  }

  @Test func aBrokenLineEndsItAtOnceAndTheFormIsOfferedAgain() throws {
    let cempaka = try office.sitAtTerminal(as: "cempaka-misal")
    cempaka.press(.character("n"))
    try cempaka.wait(forText: "Catat surat masuk")
    cempaka.send("Panti Contoh\t9/PC")
    try cempaka.wait(forText: "9/PC")
    cempaka.hangUp()
    let exit = try cempaka.waitForExit()
    #expect(exit == .code(0) || exit == .signal(SIGHUP))

    let again = try office.sit(as: "cempaka-misal")
    try again.expect("Lanjutkan isian yang belum disimpan?")
    try again.key(.enter)
    try again.expect("Panti Contoh", "9/PC")
  }

  @Test func aClosedWindowEndsItAtOnce() throws {
    let cempaka = try office.sit(as: "cempaka-misal")
    try cempaka.press(.register)
    try cempaka.type("Panti Contoh")
    try cempaka.expect("Panti Contoh")
    let process = try cempaka.window.process()
    try cempaka.window.close()
    try waitForEnd(of: process)
    let again = try office.sit(as: "cempaka-misal")
    try again.expect("Lanjutkan isian yang belum disimpan?")
  }

  /// Waits until a process of somebody else's has gone; one that nobody has buried yet counts as gone.
  private func waitForEnd(of process: Int32) throws {
    let deadline = ContinuousClock.now + PseudoTerminal.patience
    while let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      !stat.contains(") Z ")
    {
      try #require(ContinuousClock.now < deadline, "process \(process) goes on")
      poll(nil, 0, 10)
    }
  }
}
