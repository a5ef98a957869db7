import DeskModel
import Testing

@testable import DeskTUI

@Suite struct CommandTableTests {
  private let table = CommandTable.standard

  @Test(arguments: CommandID.allCases)
  func everyCommandHasARowAKeyALabelAndATip(_ id: CommandID) throws {
    let command = try #require(table[id])
    #expect(!command.keys.isEmpty)
    #expect(!command.contexts.isEmpty)
    for language in Phrasebook.Language.allCases {
      let phrases = AppFixture.phrasebook(language)
      for key in [command.label, command.tip] {
        #expect(!phrases(key).isEmpty && !phrases(key).hasPrefix("["), "\(key) in \(language)")
      }
    }
  }

  @Test(arguments: CommandContext.allCases)
  func noTwoCommandsOfAContextShareAKey(_ context: CommandContext) {
    var owners: [Key: CommandID] = [:]
    for command in table.commands(in: context) {
      for key in command.keys {
        #expect(owners[key] == nil, "\(key.label) in \(context): \(command.id) and \(owners[key]!)")
        owners[key] = command.id
      }
    }
  }

  @Test(arguments: CommandID.allCases)
  func theKeyOfACommandFindsIt(_ id: CommandID) throws {
    let command = try #require(table[id])
    for context in command.contexts {
      for key in command.keys {
        #expect(table.command(for: key, in: context)?.id == id)
        #expect(Key(label: key.label) == key)
      }
    }
  }

  @Test(arguments: [CommandContext.form, .editor, .picker])
  func whereTextIsTypedNoLetterIsACommandThatTextCouldNotReach(_ context: CommandContext) {
    for command in table.commands(in: context) {
      let hasOther = command.keys.contains { if case .character = $0 { false } else { true } }
      #expect(hasOther, "\(command.id) could not be reached while typing")
    }
  }

  @Test func whatCannotBeTakenBackIsNeverOnEnterOrSpace() {
    for command in table.commands where command.danger != .none {
      #expect(!command.keys.contains(.enter) && !command.keys.contains(.character(" ")))
    }
  }

  @Test(arguments: Phrasebook.Language.allCases, [60, 80, 132])
  func everyCommandStandsInHelp(_ language: Phrasebook.Language, width: Int) {
    let phrases = AppFixture.phrasebook(language)
    let lines = HelpText.lines(
      table, phrases: phrases, glyphs: .unicode, here: nil, width: width)
    let text = lines.map(\.text).joined(separator: "\n")
    for command in table.commands {
      #expect(text.contains(phrases(command.label)), "\(command.id)")
      #expect(text.contains(command.keys[0].display(phrases, .unicode)), "\(command.id)")
    }
    #expect(lines.allSatisfy { TextWidth.columns($0.text) <= width })
  }

  @Test(
    arguments: CommandTable.standard.commands(in: .inbox).filter { $0.group != .moving }.map(\.id))
  func everyCommandIsFoundByThePalette(_ id: CommandID) throws {
    guard id != .palette else { return }
    let command = try #require(table[id])
    var state = AppFixture.state()
    state.press(.character(":"))
    state.type(AppFixture.phrases(command.label))
    #expect(state.screen.contains("►\(AppFixture.phrases(command.label))"))
  }

  @Test(arguments: Command.Group.allCases)
  func everyHeadingOfHelpHasAPhrase(_ group: Command.Group) {
    for language in Phrasebook.Language.allCases {
      #expect(!AppFixture.phrasebook(language)("help.group.\(group.rawValue)").hasPrefix("["))
    }
  }

  @Test func everyDangerousCommandHasAQuestion() {
    for command in table.commands where command.danger != .none {
      for language in Phrasebook.Language.allCases {
        let question = AppFixture.phrasebook(language)("danger.\(command.id.rawValue)")
        #expect(question.contains("{letter}"))
      }
    }
  }
}
