import Foundation

/// Reads the files that describe an office: structure, people, calendar, classification.
///
/// Every fault of a file is named at its line; a file with a fault is refused whole.
public enum OfficeReader {
  /// A file's name, as faults call it, and its bytes.
  public struct File: Sendable {
    /// The name.
    public var name: String
    /// The bytes, UTF-8.
    public var bytes: [UInt8]

    /// Takes a file that was read.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }

    /// Takes a text as a file.
    public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

    /// Reads a file of the assets folder.
    ///
    /// - Throws: `AssetsError.unreadable`.
    public init(_ name: String, in assets: AssetsFolder) throws {
      self.init(name: name, bytes: Array(try assets.read(name)))
    }
  }

  /// Reads an office.
  ///
  /// - Parameters:
  ///   - structure: units, positions, roles, letterhead and agenda books.
  ///   - calendar: zone, working hours and holidays.
  ///   - people: people and appointments; an office may begin without.
  /// - Throws: the faults of all files together, unless the structure alone has some: what the other
  ///   files refer to is then unknown.
  public static func office(
    structure: File, calendar: File, people: File? = nil
  ) throws(Faults) -> Office {
    let structure = try readStructure(structure)
    var faults: [Fault] = []
    var hours: WorkingCalendar?
    var staff: Staff?
    do { hours = try readCalendar(calendar) } catch { faults += error.list }
    if let people {
      do {
        staff = try readPeople(people, roles: structure.roles)
      } catch { faults += error.list }
    }
    guard let hours, faults.isEmpty else { throw Faults(faults) }
    return Office(
      name: structure.name, letterhead: structure.letterhead, calendar: hours,
      units: structure.units, positions: structure.positions, roles: structure.roles,
      people: staff?.people ?? [], appointments: staff?.appointments ?? [],
      books: structure.books)
  }

  /// The practice office: the structure of Dinas Sosial Provinsi NTT with invented people.
  ///
  /// - Throws: `AssetsError` or `Faults`.
  public static func practiceOffice(in assets: AssetsFolder) throws -> Office {
    try office(
      structure: File("office/struktur-ntt.yaml", in: assets),
      calendar: File("office/hari-libur.yaml", in: assets),
      people: File("office/orang-latihan.yaml", in: assets))
  }

  /// The classification lists that the program is delivered with, newest first.
  ///
  /// - Throws: `AssetsError` or `Faults`.
  public static func classifications(in assets: AssetsFolder) throws -> [ClassificationList] {
    try classifications(File("office/klasifikasi.yaml", in: assets))
  }
}
