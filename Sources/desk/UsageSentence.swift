import ArgumentParser
import DeskModel

/// Tells what the parser does not understand in the office's words.
///
/// The parser gives its errors as English sentences only; the shapes known are said anew, the rest is quoted.
enum UsageSentence {
  /// The sentence for a parser's message.
  static func message(_ text: String, arguments: [String]) -> Message {
    let help = (["desk"] + path(arguments) + ["--help"]).joined(separator: " ")
    // What the message quotes, and nothing of what follows it on other lines.
    let line = text.split(separator: "\n").first.map(String.init) ?? text
    let pieces = line.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
    let quoted = pieces.indices.filter { $0 % 2 == 1 }.map { TextRules.quoted(pieces[$0]) }
    func say(_ key: String, _ text: String) -> Message {
      Message("cli.usage.\(key)", ["text": text, "help": help])
    }
    let shapes: [(begins: String, key: String)] = [
      ("Missing expected argument", "missing-argument"), ("Unknown option", "unknown-option"),
      ("Missing value for", "missing-value"), ("Unexpected argument", "unexpected"),
      ("The value", "bad-value"),
    ]
    for shape in shapes where line.hasPrefix(shape.begins) {
      if let first = quoted.first { return say(shape.key, first) }
    }
    if line.contains("unexpected arguments") {
      return say("unexpected", quoted.joined(separator: ", "))
    }
    return say("other", TextRules.quoted(line))
  }

  /// The subcommands that the arguments begin with.
  private static func path(_ arguments: [String]) -> [String] {
    var path: [String] = []
    var known = DeskCommand.configuration.subcommands
    for word in arguments {
      guard let next = known.first(where: { $0.configuration.commandName == word }) else { break }
      path.append(word)
      known = next.configuration.subcommands
    }
    return path
  }
}

/// The parser's help with its own few words in Indonesian.
enum HelpText {
  private static let words = [
    ("OVERVIEW: ", ""), ("USAGE: ", "PEMAKAIAN: "), ("ARGUMENTS:", "ISIAN:"),
    ("OPTIONS:", "PILIHAN:"), ("SUBCOMMANDS:", "PERINTAH:"),
    ("Show help information.", "Tampilkan bantuan."), ("Show the version.", "Tampilkan versi."),
    ("(default: ", "(bawaan: "), ("(default)", "(bawaan)"), ("(values: ", "(pilihan: "),
    ("<options>", "<pilihan>"), ("<subcommand>", "<perintah>"),
    ("See 'desk help", "Rincian: 'desk help"), ("' for detailed help.", "'"),
  ]

  /// Says what the parser prints around our own texts in Indonesian.
  static func indonesian(_ help: String) -> String {
    words.reduce(help) { $0.replacing($1.0, with: $1.1) }
  }
}
