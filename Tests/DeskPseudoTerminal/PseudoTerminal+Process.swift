public import DeskTUI
import Foundation
import Glibc

extension PseudoTerminal {
  /// The path of a program that was built beside the tests, such as `desk`.
  public static func built(_ name: String) -> String {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent(name).path
  }

  /// What xterm sends for a key.
  public static func sequence(_ key: Key) -> String {
    switch key {
    case .character(let character): String(character)
    case .control(let character):
      String(Unicode.Scalar((character.asciiValue ?? 0x40) & 0x1F))
    case .alt(let character): "\u{1B}\(character)"
    case .up: "\u{1B}OA"
    case .down: "\u{1B}OB"
    case .right: "\u{1B}OC"
    case .left: "\u{1B}OD"
    case .home: "\u{1B}OH"
    case .end: "\u{1B}OF"
    case .pageUp: "\u{1B}[5~"
    case .pageDown: "\u{1B}[6~"
    case .insert: "\u{1B}[2~"
    case .delete: "\u{1B}[3~"
    case .backspace: "\u{7F}"
    case .enter: "\r"
    case .tab: "\t"
    case .backTab: "\u{1B}[Z"
    case .escape: "\u{1B}"
    case .function(let number): functionSequence(number)
    }
  }

  private static func functionSequence(_ number: Int) -> String {
    let sequences = [
      "\u{1B}OP", "\u{1B}OQ", "\u{1B}OR", "\u{1B}OS", "\u{1B}[15~", "\u{1B}[17~", "\u{1B}[18~",
      "\u{1B}[19~", "\u{1B}[20~", "\u{1B}[21~", "\u{1B}[23~", "\u{1B}[24~",
    ]
    return sequences.indices.contains(number - 1) ? sequences[number - 1] : ""
  }

  /// What a build that is watched reads: where to write the profile of its coverage, how its sanitizer works.
  public static var inherited: [String: String] {
    let names = ["LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS"]
    return ProcessInfo.processInfo.environment.filter { names.contains($0.key) }
  }

  static func variables(adding added: [String: String]) -> [String: String] {
    var variables = [
      "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8",
      "HOME": NSTemporaryDirectory(),
    ]
    variables.merge(inherited) { $1 }
    variables.merge(added) { $1 }
    return variables.filter { !$0.value.isEmpty }
  }

  /// Starts a program on a terminal of its own.
  static func spawn(
    _ arguments: [String], on device: [CChar], environment: [String: String]
  ) throws -> pid_t {
    try spawn(arguments, environment: environment, inNewSession: true) { actions in
      // The first terminal opened in a new session becomes its controlling one, so that resizing signals.
      posix_spawn_file_actions_addopen(&actions, 0, device, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
  }

  /// Starts a program with the files that are named.
  static func spawn(
    _ arguments: [String], environment: [String: String], inNewSession: Bool,
    files: (inout posix_spawn_file_actions_t) -> Void
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    files(&actions)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Tests run on threads that block every signal, and a child would inherit that.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // POSIX_SPAWN_SETSID is hidden by the Glibc module.
    let newSession: Int32 = inNewSession ? 0x80 : 0
    posix_spawnattr_setflags(&attributes, Int16(newSession | Int32(POSIX_SPAWN_SETSIGMASK)))
    let argv = arguments.map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, arguments.first ?? "", &actions, &attributes, argv, envp)
    guard code == 0 else { throw Failure.system("posix_spawn", code) }
    return process
  }
}
