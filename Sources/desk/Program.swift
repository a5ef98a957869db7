import ArgumentParser
import DeskModel

/// The program from its arguments to its exit code.
enum Program {
  /// Does what the arguments say, and tells on stderr in one sentence when it cannot.
  static func run(_ arguments: [String]) -> ExitStatus {
    do {
      // The everyday start goes straight to the screen: the parser's set-up would be seen as a delay.
      if let screen = ScreenCall(quick: arguments) {
        try screen.run()
      } else {
        var command = try DeskCommand.parseAsRoot(arguments)
        try command.run()
      }
      return .done
    } catch {
      return end(error, arguments)
    }
  }

  private static func end(_ error: any Error, _ arguments: [String]) -> ExitStatus {
    switch error {
    case is Output.ReaderGone: return .done
    case let error as AssetsError:
      Output.complain(error.sentence)
      return .assets
    case let error as Faults:
      tell(error)
      return .refused
    case let error as any Tellable:
      tell(error.message)
      return status(of: error)
    default:
      return parsing(error, arguments)
    }
  }

  /// What the parser throws: help that was asked for, or a command line that it does not understand.
  private static func parsing(_ error: any Error, _ arguments: [String]) -> ExitStatus {
    switch DeskCommand.exitCode(for: error) {
    case .success:
      try? Output.text(HelpText.indonesian(DeskCommand.fullMessage(for: error)))
      return .done
    case .validationFailure:
      tell(UsageSentence.message(DeskCommand.message(for: error), arguments: arguments))
      return .usage
    default:
      tell(Message("cli.unexpected", ["detail": TextRules.quoted("\(error)")]))
      return .refused
    }
  }

  /// The first fault of a file, and how many there are: one sentence, where a list is not asked for.
  private static func tell(_ faults: Faults) {
    say { phrases in
      guard let first = faults.list.first, faults.list.count > 1 else {
        return faults.list.first?.text(phrases) ?? phrases(faults.message)
      }
      return phrases(
        "cli.faults", ["first": first.text(phrases), "count": "\(faults.list.count - 1)"])
    }
  }

  private static func tell(_ message: Message) { say { $0(message) } }

  private static func say(_ sentence: (Phrasebook) -> String) {
    do {
      Output.complain(sentence(try Workplace().phrases))
    } catch {
      Output.complain((error as? AssetsError)?.sentence ?? "\(error)")
    }
  }

  private static func status(of error: any Tellable) -> ExitStatus {
    switch error {
    case is StoreError: .office
    case is JournalFault: .journal
    case BackupFault.damaged, BackupFault.notWhole: .journal
    case let error as CommandFault: error.status
    case IdentityFault.unnamed: .usage
    default: .refused
    }
  }
}
