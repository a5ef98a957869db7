import DeskModel
import Testing

@testable import DeskTUI

@Suite struct TerminalSettingsTests {
  @Test(arguments: [
    (["LANG": "id_ID.UTF-8"], true), (["LANG": "C.utf8"], true), (["LANG": "C"], false),
    ([:], false), (["LANG": "C.UTF-8", "LC_ALL": "POSIX"], false),
    (["LANG": "C", "LC_CTYPE": "en_US.UTF-8"], true), (["LANG": "C.UTF-8", "LC_ALL": ""], true),
    (["LANG": "id_ID.ISO-8859-1"], false),
  ])
  func theLocaleDecidesWhatIsDrawn(environment: [String: String], isUTF8: Bool) throws {
    let settings = try TerminalSettings(environment: environment)
    #expect(settings.isUTF8 == isUTF8)
    #expect(settings.glyphs.isASCII != isUTF8)
    #expect((settings.notice == nil) == isUTF8)
  }

  @Test(
    arguments: [
      ([:], nil, true, Theme.Name.default), ([:], nil, false, .mono),
      (["NO_COLOR": "1"], nil, true, .mono), (["NO_COLOR": ""], nil, true, .default),
      (["DESK_THEME": "dark"], nil, true, .dark), (["DESK_THEME": "dark"], "light", true, .light),
      (["NO_COLOR": "1", "DESK_THEME": "dark"], nil, true, .dark),
      (["DESK_THEME": "dark"], nil, false, .mono),
    ] as [([String: String], String?, Bool, Theme.Name)])
  func theNearestWishDecidesTheTheme(
    environment: [String: String], argument: String?, hasColours: Bool, theme: Theme.Name
  ) throws {
    let settings = try TerminalSettings(environment: environment, theme: argument)
    #expect(settings.theme(hasColours: hasColours) == theme)
  }

  @Test func anUnknownThemeIsRefusedWithTheKnownOnes() {
    let error = #expect(throws: TerminalError.self) {
      try TerminalSettings(environment: [:], theme: "pink")
    }
    #expect(error?.message.arguments["known"] == "default, dark, light, mono")
  }

  @Test(
    arguments: [
      (["DESK_LOG": "/x/y.log", "HOME": "/h"], "/x/y.log"),
      (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/desk/desk.log"),
      (["HOME": "/h"], "/h/.local/state/desk/desk.log"), ([:], nil),
    ] as [([String: String], String?)])
  func theLogLiesInTheStateFolder(environment: [String: String], path: String?) throws {
    #expect(try TerminalSettings(environment: environment).logPath == path)
  }

  @Test func theUsersEscapeDelayIsKept() throws {
    #expect(try TerminalSettings(environment: [:]).escapeDelay == 25)
    #expect(try TerminalSettings(environment: ["ESCDELAY": "300"]).escapeDelay == nil)
  }

  @Test(arguments: [
    TerminalError.notATerminal, .unknownType("x"), .noCursorMovement("x"), .unknownTheme("x"),
  ])
  func everyErrorHasASentence(error: TerminalError) throws {
    for language in Phrasebook.Language.allCases {
      let book = try Phrasebook(language, in: AssetsFolder.find())
      let sentence = book(error.message)
      #expect(!sentence.contains("[") && !sentence.contains("{"))
    }
  }

  @Test func whatTheCommandLineSaysWinsOverTheEnvironment() throws {
    let environment = ["LANG": "C.UTF-8", "TERM": "xterm", "DESK_THEME": "default"]
    let settings = try TerminalSettings(environment: environment, ascii: true, noColour: true)
    #expect(settings.theme(hasColours: true) == .mono)
    #expect(settings.glyphs.isASCII)
    #expect(settings.notice == nil)
  }
}
