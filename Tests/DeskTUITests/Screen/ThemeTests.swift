import DeskTUI
import Foundation
import Testing

@Suite struct ThemeTests {
  /// Contrast as WCAG 2 measures it; 4.5 is its level AA for text.
  @Test(arguments: [Theme.Name.dark, .light])
  func everyTextIsLegibleOnItsGround(name: Theme.Name) throws {
    let theme = Theme(name)
    for role in StyleRole.allCases {
      let paint = theme[Style(role)]
      let text = try #require(paint.foreground)
      let ground = try #require(paint.background)
      let wanted = role == .disabled || role == .border ? 3.0 : 4.5
      #expect(contrast(text.rich, ground.rich) >= wanted, "\(role)")
    }
  }

  @Test(arguments: Theme.Name.allCases)
  func basicColoursDoNotHideTheText(name: Theme.Name) {
    for role in StyleRole.allCases {
      let paint = Theme(name)[Style(role)]
      if let text = paint.foreground, let ground = paint.background {
        #expect(text.basic != ground.basic, "\(role)")
      }
    }
  }

  @Test(arguments: [Theme.Name.default, .mono])
  func ownColoursOfTheTerminalAreKept(name: Theme.Name) {
    #expect(Theme(name)[.plain] == Paint())
  }

  @Test func monoNamesNoColour() {
    for role in StyleRole.allCases {
      let paint = Theme(.mono)[Style(role)]
      #expect(paint.foreground == nil && paint.background == nil)
    }
  }

  @Test(arguments: [StyleRole.focus, .selected, .current, .inputFocus, .danger])
  func whatMattersIsShownWithoutColour(role: StyleRole) {
    #expect(!Theme(.mono)[Style(role)].attributes.isEmpty)
  }

  @Test(arguments: Theme.Name.allCases)
  func standingOutIsBoldAndNeverFaint(name: Theme.Name) {
    for role in StyleRole.allCases {
      let attributes = Theme(name)[Style(role, strong: true)].attributes
      #expect(attributes.contains(.bold) && !attributes.contains(.dim))
    }
  }

  private func contrast(_ first: UInt8, _ second: UInt8) -> Double {
    let (a, b) = (luminance(first), luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The palette of xterm from 16 on: a cube of six levels, then 24 greys.
  private func luminance(_ colour: UInt8) -> Double {
    let index = Int(colour) - 16
    let levels = [0.0, 95, 135, 175, 215, 255]
    let parts: [Double] =
      colour >= 232
      ? Array(repeating: Double(8 + 10 * (Int(colour) - 232)), count: 3)
      : [levels[index / 36], levels[index / 6 % 6], levels[index % 6]]
    let linear = parts.map { part in
      part / 255 <= 0.03928 ? part / 255 / 12.92 : pow((part / 255 + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
