import DeskTUI
import DeskTestSupport
import Foundation
import Testing

@Suite struct SnapshotTests {
  private var grid: Grid {
    var grid = Grid(size: Size(rows: 2, columns: 5))
    grid.put("日x", at: .zero, style: Style.warn.emphasised)
    grid.put("ok", at: Point(row: 1, column: 3), style: .ok)
    return grid
  }

  @Test func aPictureHasGlyphsAndStyles() {
    #expect(
      GridSnapshot(grid).text == """
        glyphs
        |日x  |
        |   ok|
        styles
        |WWW..|
        |...oo|

        """)
  }

  @Test func everyRoleHasItsOwnLetter() {
    let letters = StyleRole.allCases.flatMap { role in
      [false, true].map { GridSnapshot.letter(Style(role, strong: $0)) }
    }
    #expect(Set(letters).count == letters.count)
  }

  @Test func aDifferenceNamesTheCells() throws {
    #expect(GridSnapshot.difference(expected: "a\nb", got: "a\nb") == nil)
    let told = try #require(GridSnapshot.difference(expected: "a\nbcd", got: "a\nbxd"))
    #expect(told.contains("line 2\n- bcd\n+ bxd\n   ^ "))
  }

  @Test func aMissingPictureFailsUntilItIsRecorded() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("deep/name.txt").path
    #expect(checkSnapshot("one", path: path, recording: false)?.contains("no snapshot") == true)
    #expect(checkSnapshot("one", path: path, recording: true) == nil)
    #expect(checkSnapshot("one", path: path, recording: false) == nil)
    #expect(checkSnapshot("two", path: path, recording: false)?.contains("differs") == true)
  }
}
