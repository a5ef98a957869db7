import DeskTUI
import Testing

@Suite struct GlyphsTests {
  @Test(arguments: [Glyphs.unicode, .ascii])
  func everySignTakesOneColumn(glyphs: Glyphs) {
    for child in signs(of: glyphs) {
      #expect(TextWidth.cellWidth(child) == 1)
      if glyphs.isASCII { #expect(child.isASCII) }
    }
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func whatIsFoldedIsNotTakenForWhatIsSelected(glyphs: Glyphs) {
    let marks = [glyphs.marker, glyphs.here, glyphs.unread, glyphs.bullet, glyphs.headDown]
    #expect(!marks.contains(glyphs.folded) && !marks.contains(glyphs.unfolded))
    #expect(glyphs.folded != glyphs.unfolded)
  }

  @Test(arguments: [
    ("Rapat – “penting”", "Rapat - \"penting\""), ("café", "cafe"), ("日本", "????"), ("Ω", "?"),
  ])
  func asciiTextTakesTheSameColumns(text: String, shown: String) {
    #expect(Glyphs.ascii.shown(text) == shown)
    #expect(Glyphs.unicode.shown(text) == text)
    #expect(TextWidth.columns(text) == TextWidth.columns(shown))
  }

  private func signs(of value: Any) -> [Character] {
    Mirror(reflecting: value).children.flatMap { child -> [Character] in
      if let sign = child.value as? Character { return [sign] }
      return signs(of: child.value)
    }
  }
}
