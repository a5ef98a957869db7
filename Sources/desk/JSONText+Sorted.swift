import DeskModel

extension JSONText {
  /// An object with its keys in the order of the alphabet, as every report but the SOP's writes them.
  static func sorted(_ members: [String: JSONText]) -> JSONText {
    .object(members.sorted { $0.key < $1.key }.map { Member($0.key, $0.value) })
  }
}
