import DeskPseudoTerminal
import Foundation
import Testing

/// Procedures taken out of the desk and in again, as IT people do it.
@Suite struct CommandLineExportTests {
  private func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func writesOneToTheScreenOrToAFile() throws {
    let office = try CommandLineOffice()
    let shown = try office.run("sop", "export", "ntt-002", "--format", "csv")
    #expect(shown.code == 0)
    #expect(shown.out.hasPrefix("sop,no,kegiatan,"))
    let path = office.home + "/alur.svg"
    let written = try office.run("sop", "export", "ntt-002", "--format", "svg", "--output", path)
    #expect(written.code == 0)
    #expect(written.out.contains(path))
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("<svg "))
    // A folder takes the file under its own name.
    let inside = try office.run(
      "sop", "export", "ntt-002", "--format", "mermaid", "--output", office.home)
    #expect(inside.code == 0)
    #expect(FileManager.default.fileExists(atPath: office.home + "/ntt-002.mmd"))
  }

  @Test func neverReplacesAFileUnasked() throws {
    let office = try CommandLineOffice()
    let path = try office.file("ada.html", "penting")
    let arguments = ["sop", "export", "ntt-001", "--format", "html", "--output", path]
    let refused = try office.run(arguments)
    #expect(refused.code == 1)
    #expect(refused.err.contains("--overwrite"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "penting")
    #expect(try office.run(arguments + ["--overwrite"]).code == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
    #expect(try files(office.home).allSatisfy { !$0.hasSuffix(".tmp") })
  }

  @Test func saysInTheOfficesWordsWhatCannotBeWritten() throws {
    let office = try CommandLineOffice()
    let one = ["sop", "export", "ntt-001", "--format", "svg", "--output"]
    // Nobody can make a file there, not even root.
    let nowhere = try office.run(one + ["/proc/alur.svg"])
    #expect(nowhere.code == 1)
    #expect(
      nowhere.err == "desk: Hasil tidak dapat ditulis ke /proc/alur.svg: foldernya tidak ada.\n")
    try FileManager.default.createDirectory(
      atPath: office.home + "/sop/ntt-001.svg", withIntermediateDirectories: true)
    let folder = try office.run(one + [office.home + "/sop"])
    #expect(folder.code == 1)
    let taken = office.home + "/sop/ntt-001.svg"
    #expect(
      folder.err == "desk: Hasil tidak dapat ditulis ke \(taken): tujuannya sebuah folder.\n")
    let full = try office.run(
      ["-c", "'\(PseudoTerminal.built("desk"))' sop show ntt-001 > /dev/full"], of: "/bin/sh")
    #expect(full.err == "desk: Hasil tidak dapat ditulis ke /dev/stdout: disk penuh.\n")
    let all = try office.run(
      "sop", "export", "--all", "--format", "svg", "--output", "/proc/semua")
    #expect(all.code == 1)
    #expect(all.err == "desk: Hasil tidak dapat ditulis ke /proc/semua: foldernya tidak ada.\n")
    let among = try office.run(
      "sop", "export", "--all", "--overwrite", "--format", "svg", "--output", office.home + "/sop")
    #expect(among.err == folder.err)
  }

  struct Report: Decodable {
    struct Skipped: Decodable {
      var id: String
      var message: String
    }
    var skipped: [Skipped]
    var written: [String]
  }

  @Test func writesAllIntoAFolderAndTellsWhatItSkips() throws {
    let office = try CommandLineOffice()
    let sop = office.home + "/sop"
    try FileManager.default.createDirectory(atPath: sop, withIntermediateDirectories: true)
    _ = try office.file(
      "sop/a.yaml",
      "id: a-1\nnama: Kosong\ninstansi: Dinas\nunit: Umum\npelaksana: []\nlangkah: []\n")
    _ = try office.file(
      "sop/b.yaml",
      """
      id: b-1
      nama: Isi
      instansi: Dinas
      unit: Umum
      pelaksana: [{id: u, nama: Umum, jabatan: []}]
      langkah: [{no: 1, oleh: u, aksi: catat, kegiatan: Catat}]

      """)
    let out = office.home + "/hasil"
    let arguments = [
      "sop", "export", "--all", "--folder", sop, "--format", "bpmn", "--output", out,
    ]
    let report: Report = try office.run(arguments + ["--json"]).json()
    #expect(report.written == [out + "/b-1.bpmn"])
    #expect(report.skipped.map(\.id) == ["a-1"])
    #expect(report.skipped.first?.message.contains("a-1") == true)
    #expect(try files(out) == ["b-1.bpmn"])
    // Nothing is written when one file stands in the way.
    try Data().write(to: URL(fileURLWithPath: out + "/a-1.json"))
    let again = try office.run(
      "sop", "export", "--all", "--folder", sop, "--format", "json", "--output", out)
    #expect(again.code == 1)
    #expect(try files(out) == ["a-1.json", "b-1.bpmn"])
    let told = try office.run(arguments + ["--overwrite"])
    #expect(told.out.contains("Dilewati: SOP a-1 "))
  }

  @Test(
    arguments: [
      (["tak-ada", "--format", "svg"], 1), (["ntt-001", "--format", "pdf"], 2),
      (["--format", "svg"], 2), (["ntt-001", "--all", "--format", "svg", "--output", "x"], 2),
      (["--all", "--format", "svg"], 2), (["ntt-001"], 2),
      (["ntt-001", "--format", "svg", "--output", "/tidak/ada/x.svg"], 1),
      (["--all", "--format", "svg", "--output", "/dev/null"], 1),
      (["--all", "--format", "svg", "--output", "/tidak/ada"], 1),
      (["ntt-001", "--format", "svg", "--output", "/proc/x.svg"], 1),
    ] as [([String], Int32)])
  func saysWhatIsWrong(arguments: [String], code: Int32) throws {
    let run = try CommandLineOffice().run(["sop", "export"] + arguments)
    #expect(run.code == code, "\(arguments): \(run.err)")
    #expect(run.out == "")
    #expect(run.err.hasPrefix("desk: ") && run.err.split(separator: "\n").count == 1)
  }

  @Test func importsWhatItExported() throws {
    let office = try CommandLineOffice()
    let bpmn = office.home + "/ntt-002.bpmn"
    #expect(
      try office.run("sop", "export", "ntt-002", "--format", "bpmn", "--output", bpmn).code == 0)
    let shown = try office.run("sop", "import", bpmn)
    #expect(shown.code == 0)
    #expect(shown.out.hasPrefix("id: ntt-002\nnama: Penanganan Surat Keluar\n"))
    let yaml = office.home + "/ntt-002.yaml"
    #expect(try office.run("sop", "import", bpmn, "--output", yaml).code == 0)
    #expect(try String(contentsOfFile: yaml, encoding: .utf8) == shown.out)
    #expect(try office.run("sop", "import", bpmn, "--output", yaml).code == 1)
    #expect(try office.run("sop", "check", yaml).code == 0)
    #expect(!FileManager.default.fileExists(atPath: office.root))
  }

  @Test func refusesOtherFilesWithTheirLine() throws {
    let office = try CommandLineOffice()
    let file = try office.file("salah.bpmn", "<a>\n<b>\n</a>\n")
    let run = try office.run("sop", "import", file)
    #expect(run.code == 1)
    #expect(run.out == "")
    #expect(run.err.hasPrefix("desk: \(file):3: "))
    for other in ["/tidak/ada.bpmn", office.home, "/dev/zero"] {
      let run = try office.run("sop", "import", other)
      #expect(run.code == 1)
      #expect(run.err.split(separator: "\n").count == 1)
    }
  }
}
