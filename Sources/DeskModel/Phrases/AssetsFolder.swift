public import Foundation
import Glibc

/// The folder of procedures, office data, phrases and themes that the program is delivered with.
public struct AssetsFolder: Sendable {
  /// The folder's absolute path.
  public let root: String

  /// Uses a folder as it is.
  public init(root: String) { self.root = root }

  /// Finds the folder: `DESK_ASSETS`, then `../share/desk` beside the binary, then the checkout it was built in.
  ///
  /// - Throws: `AssetsError.missing` with the places that were tried.
  public static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> AssetsFolder {
    var tried: [String] = []
    if let chosen = environment["DESK_ASSETS"], !chosen.isEmpty {
      guard isAssetsFolder(chosen) else { throw AssetsError.missing(tried: [chosen]) }
      return AssetsFolder(root: chosen)
    }
    var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    tried.append(folder.deletingLastPathComponent().appendingPathComponent("share/desk").path)
    // .build/<triple>/<configuration>/desk lies four folders below the checkout.
    for _ in 0..<4 {
      folder.deleteLastPathComponent()
      tried.append(folder.appendingPathComponent("assets").path)
    }
    guard let found = tried.first(where: isAssetsFolder) else {
      throw AssetsError.missing(tried: tried)
    }
    return AssetsFolder(root: found)
  }

  /// The absolute path of a file of the folder.
  public func path(_ relative: String) -> String { root + "/" + relative }

  /// The bytes of a file of the folder.
  ///
  /// - Throws: `AssetsError.unreadable`.
  public func read(_ relative: String) throws -> Data {
    guard let data = FileManager.default.contents(atPath: path(relative)) else {
      throw AssetsError.unreadable(path: path(relative))
    }
    return data
  }

  private static func isAssetsFolder(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/locale/id.json")
  }
}

/// Why the assets could not be used.
///
/// Told in Indonesian without the phrasebook, which is itself an asset.
public enum AssetsError: Error, Equatable {
  /// No assets folder in any of the places.
  case missing(tried: [String])
  /// A file is not there or may not be read.
  case unreadable(path: String)
  /// A file is not in the form the desk reads.
  case broken(path: String)

  /// The sentence for a person.
  public var sentence: String {
    switch self {
    case .missing(let tried):
      "Folder aset Desk tidak ditemukan (dicari di: \(tried.joined(separator: ", "))). "
        + "Setel DESK_ASSETS ke folder assets, atau letakkan di ../share/desk di samping program."
    case .unreadable(let path):
      "Berkas aset \(path) tidak dapat dibaca. Pulihkan folder aset dari paket pemasangan."
    case .broken(let path):
      "Berkas aset \(path) rusak. Pulihkan folder aset dari paket pemasangan."
    }
  }
}
