extension YAMLScalar {
  /// The post that is written (`kepala-bidang`, `kepala-bidang@rehabilitasi-sosial`), or a fault.
  func post() -> Post? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy(\.isSlug), let position = parts.first else {
      fault(Message("procedure.post-malformed", ["value": quoted]))
      return nil
    }
    return Post(
      position: PositionID(String(position)),
      unit: parts.count == 2 ? UnitID(String(parts[1])) : nil)
  }
}
