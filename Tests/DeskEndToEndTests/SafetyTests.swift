import DeskPseudoTerminal
import Foundation
import Glibc
import Testing

/// Backups by cron, killed and damaged ones, and disks that take no more.
@Suite struct SafetyTests {
  private struct Backup: Decodable {
    var path: String
    var entries: Int
    var code: String
  }

  private struct Checkup: Decodable {
    struct Line: Decodable {
      var area: String
      var level: String
      var text: String
      var advice: String?
    }
    var errors: Int
    var lines: [Line]
  }

  private func registered(_ subject: String, in office: CommandLineOffice) throws {
    let run = try office.run(
      "letter", "add", "--as", "cempaka", "--sender", "Panti Contoh", "--subject", subject,
      "--procedure", "ntt-001")
    try #require(run.code == 0, "\(run.err)")
  }

  @Test func anOfficeComesBackFromItsBackup() throws {
    let office = try CommandLineOffice.founded()
    try registered("Sebelum cadangan", in: office)
    let head = try office.head()
    let backup: Backup = try office.run("backup", office.home + "/cadangan", "--json").json()
    #expect(backup.entries == head.entries)
    try registered("Sesudah cadangan", in: office)
    try FileManager.default.removeItem(atPath: office.root)
    let restored = try office.run("restore", backup.path, office.root)
    #expect(restored.code == 0 && restored.out.contains(backup.code), "\(restored.err)")
    #expect(try office.head() == head)
    #expect(try office.run("journal", "verify").code == 0)
    try registered("Sesudah pulih", in: office)
    let again = try office.run("restore", backup.path, office.root)
    #expect(again.code == 1 && again.err.contains("tidak ada yang ditimpa"))
    let checkup = try office.run("doctor", "--json")
    let told = try JSONDecoder().decode(Checkup.self, from: Data(checkup.out.utf8))
    #expect(told.errors == 0 && told.lines.count >= 18, "\(checkup.out)")
    #expect(told.lines.allSatisfy { ($0.level == "ok") == ($0.advice == nil) })
  }

  @Test func aDamagedBackupIsRefused() throws {
    let office = try CommandLineOffice.founded()
    let backup: Backup = try office.run("backup", office.home + "/cadangan", "--json").json()
    let file = backup.path + "/office.sqlite"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: file))
    let run = try office.run("restore", backup.path, office.home + "/baru")
    #expect(run.code == 4 && run.err.contains("office.sqlite"), "\(run.err)")
    #expect(!FileManager.default.fileExists(atPath: office.home + "/baru"))
  }

  @Test func aKilledBackupIsNotThere() throws {
    let office = try CommandLineOffice.founded()
    let shelf = office.home + "/cadangan"
    let begun = ContinuousClock.now
    #expect(try office.run("backup", shelf).code == 0)
    let whole = ContinuousClock.now - begun
    for round in 0..<12 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: PseudoTerminal.built("desk"))
      process.arguments = ["backup", shelf]
      process.environment = office.environment
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      // From before its first file to after its last.
      usleep(useconds_t(whole / .microseconds(10) * Double(round)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: shelf)
    for name in names where name.hasPrefix("desk-") {
      let run = try office.run("restore", shelf + "/" + name, office.home + "/pulih-" + name)
      #expect(run.code == 0, "\(run.err)")
    }
    #expect(try office.run("backup", shelf).code == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: shelf)
    #expect(left.allSatisfy { $0.hasPrefix("desk-") }, "\(left)")
  }

  /// Whether this user may mount a small file system for himself alone.
  private static let mayMount = shell("mount -t tmpfs none /mnt", in: "/").code == 0

  private static func shell(
    _ script: String, in folder: String, environment: [String: String] = [:]
  ) -> (code: Int32, out: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["unshare", "-rm", "sh", "-c", script]
    process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"].merging(environment) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    guard (try? process.run()) != nil else { return (-1, "") }
    let out = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, out)
  }

  /// What a script says that works in an office on a file system of eight megabytes.
  private func onSmallDisk(_ script: String) throws -> String {
    let office = try CommandLineOffice()
    let desk = PseudoTerminal.built("desk")
    let whole = """
      mkdir kecil && mount -t tmpfs -o size=8m,mode=700 none kecil && cd kecil || exit 9
      add() { "\(desk)" letter add --as cempaka --sender Panti --subject "$1" --procedure ntt-001; }
      "\(desk)" init --people "\(CommandLineOffice.people)" || exit 8
      "\(desk)" person map cempaka --user root && add Pertama || exit 8
      \(script)
      """
    let run = Self.shell(
      whole, in: office.home,
      environment: office.environment.merging(["DESK_OFFICE": office.home + "/kecil/kantor"]) { $1 }
        .merging(["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]) { $1 })
    #expect(run.code == 0, "\(run.out)")
    return run.out
  }

  @Test(.enabled(if: mayMount))
  func aFullDiskRefusesAndWorkGoesOnWhenThereIsRoom() throws {
    let out = try onSmallDisk(
      """
      head -c 8m /dev/zero > isi 2>/dev/null
      for n in 1 2 3 4 5 6 7 8 9 10; do add "Penuh $n" || break; done
      "\(PseudoTerminal.built("desk"))" backup cadangan; echo "cadangan $?"; ls -A cadangan
      rm isi
      "\(PseudoTerminal.built("desk"))" journal verify && add Sesudahnya && echo selesai
      """)
    #expect(out.contains("desk: Disk penuh"), "\(out)")
    #expect(out.contains("cadangan 3") && !out.contains("desk-20"), "\(out)")
    #expect(out.contains("Jurnal utuh") && out.hasSuffix("selesai\n"), "\(out)")
  }

  @Test(.enabled(if: mayMount))
  func aReadOnlyDiskIsToldAtOnce() throws {
    let desk = PseudoTerminal.built("desk")
    let out = try onSmallDisk(
      """
      mount -o remount,ro . || exit 7
      add Kedua; echo "tambah $?"
      "\(desk)" queue --role kadis; echo "antrean $?"
      "\(desk)" doctor; echo "dokter $?"
      """)
    #expect(out.contains("tambah 3") && out.contains("antrean 3"), "\(out)")
    #expect(out.contains("tidak dapat ditulis"), "\(out)")
    #expect(out.contains("hanya dapat dibaca") && out.contains("dokter 4"), "\(out)")
  }
}
