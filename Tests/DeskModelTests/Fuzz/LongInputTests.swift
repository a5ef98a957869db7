import DeskTestSupport
import Testing

@testable import DeskModel

/// What is as long as a file may be, or longer than anybody writes, takes no longer than it must.
@Suite struct LongInputTests {
  @Test func aTextFullOfSignsIsEscapedSoon() {
    let time = WorkedTime.measure {
      #expect(XMLText.escaped(String(repeating: "<", count: 500_000)).utf8.count == 2_000_000)
    }
    #expect(time < .seconds(8))
  }

  @Test func aLongWordIsBrokenIntoLinesSoon() {
    let word = String(repeating: "i", count: 200_000)
    let time = WorkedTime.measure {
      let lines = PrintText(size: 10).lines(word, width: 100_000)
      #expect(lines.count == 5 && lines.joined() == word)
    }
    #expect(time < .seconds(8))
  }

  @Test func aPhraseFullOfBracesIsSaidSoon() {
    let phrase = String(repeating: "{a: ", count: 60_000) + "{b}"
    let time = WorkedTime.measure {
      let said = Phrasebook(["x": phrase])("x", ["b": "c"])
      #expect(said.hasSuffix("{a: c"))
    }
    #expect(time < .seconds(8))
  }

  @Test func aWordOfMarksIsComparedSoon() {
    let word = "kabid e" + String(repeating: "\u{301}", count: 20_000)
    let known = (0..<200).map { "kepala-bidang-\($0)" } + ["kabid"]
    let time = WorkedTime.measure {
      #expect(Spelling.nearest(to: word, in: known) == nil)
      #expect(Spelling.nearest(to: "kabit", in: known) == "kabid")
    }
    #expect(time < .seconds(8))
  }
}
