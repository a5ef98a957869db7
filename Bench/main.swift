import DeskModel
import Foundation

// desk-bench FOLDER PROGRAMS: measures the desk against its baselines.
// Offices of three sizes are kept in FOLDER; PROGRAMS holds `desk` and the bare C program.

guard CommandLine.arguments.count == 3 else {
  print("usage: desk-bench FOLDER PROGRAMS (see script/bench)")
  exit(2)
}
let folder = CommandLine.arguments[1]
var report = Report()
do {
  let assets = try AssetsFolder.find()
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  try StoreBench.questions(in: folder, assets: assets, into: &report)
  try StoreBench.commit(in: folder, assets: assets, into: &report)
  try StoreBench.verification(in: folder, assets: assets, into: &report)
  try CrowdBench.writers(
    in: folder, program: CommandLine.arguments[2] + "/DeskWriterProbe", assets: assets,
    into: &report)
  let terminal = TerminalBench(programs: CommandLine.arguments[2], root: folder, assets: assets)
  try terminal.keys(into: &report)
  try terminal.starts(into: &report)
  print(report.text)
  exit(report.missed == 0 ? 0 : 1)
} catch {
  print(report.text)
  print("bench: \(error)")
  exit(2)
}
