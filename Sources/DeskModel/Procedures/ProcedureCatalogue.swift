import Crypto
public import Foundation

/// The procedures of a folder of YAML files, with everything that is wrong with the files.
///
/// Read when procedures are checked or put in force, never when the desk opens: what is in force is kept
/// in the office's database.
public struct ProcedureCatalogue: Sendable {
  /// What became of one file.
  public struct Entry: Hashable, Sendable {
    /// The file's path inside the folder, e.g. `ntt/ntt-001.yaml`.
    public var file: String
    /// SHA-256 of the file's bytes, 64 small hexadecimal digits: names the version of the procedure.
    public var hash: String
    /// The procedure as read, to be used only when the entry is not refused.
    public var procedure: Procedure?
    /// What could not be read.
    public var faults: [Fault]
    /// What is wrong or doubtful in the procedure.
    public var findings: [Finding]

    /// Whether the file must not be put in force.
    public var isRefused: Bool {
      procedure == nil || !faults.isEmpty || findings.contains { $0.severity == .error }
    }

    /// Everything that refuses the file, with its line: faults, and findings that are errors.
    public var refusals: [Fault] {
      let errors = findings.filter { $0.severity == .error }
        .map { Fault(file: file, line: $0.line ?? 1, message: $0.message) }
      return (faults + errors).sorted()
    }
  }

  /// Every file of the folder, by path.
  public let entries: [Entry]

  /// The procedures that may be used, by file.
  public var procedures: [Procedure] {
    entries.compactMap { $0.isRefused ? nil : $0.procedure }
  }

  /// Everything that refuses files, with lines.
  public var refusals: [Fault] { entries.flatMap(\.refusals) }

  /// The entry that holds a procedure.
  public subscript(id: ProcedureID) -> Entry? { entries.first { $0.procedure?.id == id } }

  /// Reads every YAML file below a folder.
  ///
  /// - Parameters:
  ///   - folder: the folder's path; subfolders are read too, hidden ones and links to folders are not.
  ///   - dictionary: whom lanes mean that do not say it themselves.
  /// - Throws: `CatalogueError` when the folder is not there.
  public init(
    folder: String, dictionary: PositionDictionary = PositionDictionary()
  ) throws(CatalogueError) {
    var entries: [Entry] = []
    for file in try Self.files(in: folder) {
      guard let data = FileManager.default.contents(atPath: folder + "/" + file) else {
        let fault = Fault(file: file, line: 1, message: Message("catalogue.unreadable"))
        entries.append(
          Entry(file: file, hash: "", procedure: nil, faults: [fault], findings: []))
        continue
      }
      entries.append(Self.entry(data, file: file, dictionary: dictionary))
    }
    Self.refuseDoubledIDs(&entries)
    self.entries = entries
  }

  /// Reads one file.
  public static func entry(
    _ data: Data, file: String, dictionary: PositionDictionary
  ) -> Entry {
    var entry = Entry(file: file, hash: hash(of: data), procedure: nil, faults: [], findings: [])
    do {
      let reading = try ProcedureReader.reading(
        data, file: file, dictionary: dictionary)
      entry.procedure = reading.procedure
      entry.findings = reading.findings
    } catch {
      entry.faults = error.list
    }
    return entry
  }

  /// SHA-256 of a file's bytes, 64 small hexadecimal digits.
  public static func hash(of data: Data) -> String {
    SHA256.hash(data: data).hexDigits
  }

  /// The YAML files below a folder, sorted, as paths inside it.
  private static func files(in folder: String) throws(CatalogueError) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue, let walk = FileManager.default.enumerator(atPath: folder)
    else { throw .folderMissing(path: folder) }
    return walk.compactMap { $0 as? String }
      .filter { path in
        (path.hasSuffix(".yaml") || path.hasSuffix(".yml"))
          && !path.split(separator: "/").contains { $0.hasPrefix(".") }
          && isPlainFile(folder + "/" + path)
      }
      .sorted()
  }

  /// Whether reading a path cannot wait for ever, as it would for a pipe.
  private static func isPlainFile(_ path: String) -> Bool {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    return attributes?[.type] as? FileAttributeType == .typeRegular
  }

  /// An id belongs to the first file that claims it; the others are refused.
  private static func refuseDoubledIDs(_ entries: inout [Entry]) {
    var owners: [ProcedureID: String] = [:]
    for index in entries.indices where !entries[index].isRefused {
      guard let id = entries[index].procedure?.id else { continue }
      if let owner = owners[id] {
        let message = Message("catalogue.id-doubled", ["id": id.rawValue, "file": owner])
        entries[index].faults.append(
          Fault(file: entries[index].file, line: 1, message: message))
      } else {
        owners[id] = entries[index].file
      }
    }
  }
}

/// Why a catalogue could not be read at all.
public enum CatalogueError: Tellable, Hashable {
  /// There is no such folder.
  case folderMissing(path: String)

  /// The sentence, with the folder.
  public var message: Message {
    switch self {
    case .folderMissing(let path): Message("catalogue.folder-missing", ["path": path])
    }
  }
}
