import DeskModel
import Foundation

// desk-bench FOLDER: measures the desk against its baselines; offices of three sizes are kept in FOLDER.

let folder = CommandLine.arguments.dropFirst().first ?? "bench"
var report = Report()
do {
  let assets = try AssetsFolder.find()
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  try StoreBench.questions(in: folder, assets: assets, into: &report)
  try StoreBench.commit(in: folder, assets: assets, into: &report)
  print(report.text)
  exit(report.missed == 0 ? 0 : 1)
} catch {
  print("bench: \(error)")
  exit(2)
}
