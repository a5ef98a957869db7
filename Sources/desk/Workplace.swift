import DeskModel
import Foundation

/// What every command needs of its surroundings: the program's files, the language, the office.
struct Workplace {
  /// The program's files.
  let assets: AssetsFolder
  /// The sentences of the user's language.
  let phrases: Phrasebook
  /// The environment.
  let environment: [String: String]

  /// Looks around.
  ///
  /// - Throws: `AssetsError`.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    self.environment = environment
    assets = try AssetsFolder.find(environment: environment)
    phrases = try Phrasebook(Self.language(environment), in: assets)
  }

  /// `DESK_LANG`, else the first of the locale variables that is set; Indonesian unless it says English.
  static func language(_ environment: [String: String]) -> Phrasebook.Language {
    let names = ["DESK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
    let value = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return value.lowercased().hasPrefix("en") ? .en : .id
  }

  /// The office that was named, by option or environment; `nil` if none was.
  ///
  /// - Throws: `CommandFault.pathEmpty` for an option without a path, often a script's unset variable.
  func namedFolder(_ option: String?) throws(CommandFault) -> OfficeFolder? {
    if let option { return OfficeFolder(try Self.absolute(option)) }
    guard let path = environment["DESK_OFFICE"], !path.isEmpty else { return nil }
    return OfficeFolder(try Self.absolute(path))
  }

  /// The office to use: the one named, else the practice office.
  ///
  /// - Throws: `CommandFault.pathEmpty`.
  func folder(_ option: String?) throws(CommandFault) -> OfficeFolder {
    try namedFolder(option) ?? practiceFolder
  }

  /// Where the practice office is, unless somebody says otherwise.
  var practiceFolder: OfficeFolder {
    let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    let home = environment["HOME"] ?? NSHomeDirectory()
    return OfficeFolder((data ?? home + "/.local/share") + "/desk/latihan")
  }

  /// Who is behind this process, at an office.
  func arrival(
    at folder: OfficeFolder, key: String? = nil, named: String? = nil
  ) -> Arrival {
    HostUser.arrival(
      environment: environment, isPractice: folder.isPractice, key: key, named: named)
  }

  /// The host's user who administers the office.
  ///
  /// - Throws: `IdentityFault.notAdministrator`.
  func administrator() throws -> String {
    try HostUser.arrival(environment: environment).administrator()
  }

  /// Who sits down at an office's desk.
  ///
  /// - Throws: `IdentityFault`, `NameFault` or `StoreError`.
  func seating(_ desk: Desk, of arrival: Arrival) throws -> Seating {
    let isPractice = desk.folder.isPractice
    let mapped: PersonID? =
      if let key = arrival.key {
        try desk.person(ofKey: key)
      } else if isPractice {
        nil
      } else {
        try desk.person(ofUser: arrival.user)
      }
    return try desk.office.seating(
      of: arrival, mapped: mapped, isPractice: isPractice, on: desk.today)
  }

  /// Who acts by a command line.
  ///
  /// - Throws: what `seating(_:of:)` throws; `CommandFault.actorUnnamed` in a practice office, where nobody is known.
  func actor(_ desk: Desk, _ option: ActorOption) throws -> Actor {
    if let notice = try desk.clockNotice() { Output.complain(phrases(notice)) }
    if desk.folder.isPractice, option.name == nil { throw CommandFault.actorUnnamed }
    return try seating(desk, of: arrival(at: desk.folder, named: option.name))
      .only(in: desk.office, on: desk.today)
  }

  /// Who looks by a command line: who is named, else who is known to sit in one chair only; `nil` for
  /// anybody else, such as who runs the office's account.
  ///
  /// - Throws: for a name what `seating(_:of:)` throws.
  func reader(_ desk: Desk, _ option: ReaderOption) throws -> Actor? {
    do {
      return try seating(desk, of: arrival(at: desk.folder, named: option.name))
        .only(in: desk.office, on: desk.today)
    } catch  where option.name == nil && (error is IdentityFault || error is NameFault) {
      return nil
    }
  }

  /// Opens the office to use; who is behind this process attaches files from where they may.
  ///
  /// - Throws: `CommandFault.pathEmpty`, `StoreError`.
  func desk(_ option: String?) throws -> Desk {
    let folder = try folder(option)
    return try Desk(folder, files: arrival(at: folder).files(at: folder))
  }

  /// The classification list in force on an office's day.
  func classifications(on day: CalendarDate) throws -> ClassificationList? {
    try OfficeReader.classifications(in: assets).first { $0.isInForce(on: day) }
  }

  /// A path from the root, so that messages and later runs mean the same place.
  ///
  /// - Throws: `CommandFault.pathEmpty`: nothing is not the folder that somebody happens to be in.
  static func absolute(_ path: String) throws(CommandFault) -> String {
    guard !path.isEmpty else { throw .pathEmpty }
    let full = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    return URL(fileURLWithPath: full).standardizedFileURL.path
  }

  /// The text of a file, or of stdin for `-`; tabs become blanks and line ends `\n`.
  ///
  /// - Throws: `CommandFault`.
  static func text(of path: String) throws -> String {
    guard let text = String(validating: try bytes(of: path), as: UTF8.self) else {
      throw CommandFault.fileNotText(path)
    }
    return text.replacing("\r\n", with: "\n").replacing("\t", with: "    ")
  }

  /// The bytes of a file, or of stdin for `-`.
  ///
  /// - Parameter longest: the most bytes; by default what the longest text of a letter could take.
  /// - Throws: `CommandFault`.
  static func bytes(of path: String, longest: Int = Flow.longestDraft * 4) throws -> Data {
    let data: Data?
    if path == "-" {
      data = try? FileHandle.standardInput.read(upToCount: longest + 1) ?? Data()
    } else {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue, let file = FileHandle(forReadingAtPath: path)
      else { throw CommandFault.fileUnreadable(path) }
      defer { try? file.close() }
      // Nothing is what is read from an empty file, too.
      data = try? file.read(upToCount: longest + 1) ?? Data()
    }
    guard let data else { throw CommandFault.fileUnreadable(path) }
    guard data.count <= longest else { throw CommandFault.fileTooLarge(path) }
    return data
  }
}
