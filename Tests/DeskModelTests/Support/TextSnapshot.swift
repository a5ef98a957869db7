import Foundation
import Testing

/// Compares with a text kept in `__Snapshots__`; `DESK_SNAPSHOTS=record` keeps it anew.
func expectTextSnapshot(_ text: String, _ name: String) throws {
  let url = URL(
    fileURLWithPath: ProcedureFixture.checkout + "/Tests/DeskModelTests/__Snapshots__/" + name)
  let text = text.hasSuffix("\n") ? text : text + "\n"
  if ProcessInfo.processInfo.environment["DESK_SNAPSHOTS"] == "record" {
    try Data(text.utf8).write(to: url)
  }
  let kept = try String(contentsOf: url, encoding: .utf8)
  let got = text.split(separator: "\n", omittingEmptySubsequences: false)
  let expected = kept.split(separator: "\n", omittingEmptySubsequences: false)
  for (index, (line, want)) in zip(got, expected).enumerated() where line != want {
    Issue.record("\(name):\(index + 1)\n got      \(line)\n expected \(want)")
    return
  }
  #expect(got.count == expected.count)
}
