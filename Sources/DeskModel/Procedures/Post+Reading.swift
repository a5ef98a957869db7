extension Post {
  /// Reads a post as it is written: `kepala-bidang`, `kepala-bidang@rehabilitasi-sosial`.
  init?(reading text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy(\.isSlug), let position = parts.first else {
      return nil
    }
    self.init(
      position: PositionID(String(position)),
      unit: parts.count == 2 ? UnitID(String(parts[1])) : nil)
  }
}

extension YAMLScalar {
  /// The post that is written, or a fault.
  func post() -> Post? {
    let post = Post(reading: text)
    if post == nil { fault(Message("procedure.post-malformed", ["value": quoted])) }
    return post
  }
}
