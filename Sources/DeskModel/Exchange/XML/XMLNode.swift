/// An XML element as it was read.
struct XMLNode: Hashable, Sendable {
  /// The namespace it belongs to; empty for none.
  var namespace: String
  /// The name, without its prefix.
  var name: String
  /// The line where its tag begins, from 1.
  var line: Int
  /// The attributes without a prefix; those of other namespaces concern nobody here.
  var attributes: [String: String]
  /// The elements inside.
  var children: [XMLNode] = []
  /// The text inside, of all its pieces.
  var text = ""

  /// The elements inside that have a name in a namespace.
  func children(_ name: String, in namespace: String) -> [XMLNode] {
    children.filter { $0.name == name && $0.namespace == namespace }
  }
}
