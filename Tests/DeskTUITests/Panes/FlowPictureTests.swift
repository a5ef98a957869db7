import DeskModel
import DeskTestSupport
import Foundation
import Testing

@testable import DeskTUI

@Suite struct FlowPictureTests {
  @Test func look() throws {
    for (name, scene) in [("split", try FlowScene.split()), ("returned", try FlowScene.returned())] {
      let view = try scene.view()
      let phrases = try Phrasebook(.id, in: FlowScene.assets)
      let words = FlowWords(phrases: phrases, dates: DateText(phrases), office: scene.office)
      let progress = FlowProgress(
        view.state, branch: nil, now: scene.now, calendar: scene.office.calendar)
      let chart = FlowChart(view.state.procedure, progress: progress)
      for size in [Size(rows: 20, columns: 80), Size(rows: 12, columns: 60), Size(rows: 38, columns: 130), Size(rows: 11, columns: 130)] {
        for glyphs in [Glyphs.unicode, .ascii] {
        var canvas = Canvas(size: size, glyphs: glyphs)
        chart.draw(into: &canvas, words: words, focused: true)
        let snapshot = GridSnapshot(canvas.grid)
        print("==== \(name) \(size)")
        print(snapshot.glyphs.joined(separator: "\n"))
          if ProcessInfo.processInfo.environment["STYLES"] != nil { print(snapshot.styles.joined(separator: "\n")) }
        }
      }
    }
  }
}
