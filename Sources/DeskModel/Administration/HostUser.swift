import Glibc

/// The host's users by number and name.
public enum HostUser {
  /// The name of a user; its number where the host knows no name.
  public static func name(of id: UInt32) -> String {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    guard getpwuid_r(id, &entry, &buffer, buffer.count, &found) == 0, found != nil,
      let name = entry.pw_name
    else { return "\(id)" }
    return String(cString: name)
  }

  /// Tells who is behind this process.
  ///
  /// - Parameter isPractice: whether the office is for practice, where the host's user means nothing and is not looked up.
  public static func arrival(
    environment: [String: String], isPractice: Bool = false, key: String? = nil,
    named: String? = nil
  ) -> Arrival {
    let id = getuid()
    return Arrival(
      environment: environment, real: (isPractice ? "" : name(of: id), id), effective: geteuid(),
      key: key, named: named)
  }
}
