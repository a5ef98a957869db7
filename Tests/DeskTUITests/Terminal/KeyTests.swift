import Testing

@testable import DeskTUI

@Suite struct KeyTests {
  @Test(arguments: [
    ("p", Key.character("p")), ("P", .character("P")), ("?", .character("?")),
    ("-", .character("-")), ("space", .character(" ")), ("ctrl-p", .control("p")),
    ("alt-1", .alt("1")), ("F5", .function(5)), ("F12", .function(12)), ("enter", .enter),
    ("esc", .escape), ("tab", .tab), ("shift-tab", .backTab), ("pgup", .pageUp),
    ("F", .character("F")),
    ("up", .up), ("del", .delete), ("ctrl--", .control("-")),
  ])
  func aLabelNamesItsKeyBothWays(label: String, key: Key) {
    #expect(Key(label: label) == key)
    #expect(key.label == label)
  }

  @Test(arguments: ["", "F0", "F64", "ctrl-", "ctrl-pp", "meta-x", "Enter", "pageup", "F5x"])
  func otherLabelsNameNone(label: String) {
    #expect(Key(label: label) == nil)
  }

  @Test(arguments: [
    ("0;5;3M", MouseEvent(.press(.left), at: Point(row: 2, column: 4))),
    ("0;5;3m", MouseEvent(.release, at: Point(row: 2, column: 4))),
    ("1;1;1M", MouseEvent(.press(.middle), at: .zero)),
    ("18;1;1M", MouseEvent(.press(.right), at: .zero)),
    ("64;300;90M", MouseEvent(.wheelUp, at: Point(row: 89, column: 299))),
    ("69;1;1M", MouseEvent(.wheelDown, at: .zero)),
    ("35;5;3M", nil), ("66;5;3M", nil), ("128;5;3M", nil), ("0;5M", nil), ("M", nil), ("", nil),
    ("0;5;x3M", nil), ("0;5;3", nil),
  ])
  func aMouseReportIsRead(text: String, event: MouseEvent?) {
    #expect(MouseReport.event(sgr: text) == event)
  }

  @Test(
    arguments: [
      ([32, 37, 35], MouseEvent(.press(.left), at: Point(row: 2, column: 4))),
      ([35, 37, 35], MouseEvent(.release, at: Point(row: 2, column: 4))),
      ([96, 33, 33], MouseEvent(.wheelUp, at: .zero)),
      ([32, 37], nil), ([1, 37, 35], nil),
    ] as [([UInt32], MouseEvent?)])
  func anOldMouseReportIsRead(values: [UInt32], event: MouseEvent?) {
    #expect(MouseReport.event(old: values) == event)
  }
}
