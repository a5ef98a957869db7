/// The names that BPMN files are written and read with.
enum BPMN {
  /// The namespace of processes.
  static let model = "http://www.omg.org/spec/BPMN/20100524/MODEL"
  /// The namespace of diagrams.
  static let diagram = "http://www.omg.org/spec/BPMN/20100524/DI"
  /// The namespace of bounds.
  static let bounds = "http://www.omg.org/spec/DD/20100524/DC"
  /// The namespace of waypoints.
  static let waypoints = "http://www.omg.org/spec/DD/20100524/DI"
  /// The namespace of what a procedure says and BPMN has no word for; it never changes.
  static let facts = "urn:desk:sop:1"

  /// What a condition on the way of a refusal begins with; the step's number follows.
  static let refusal = "tolak_"
  /// What a condition on the way of an outcome begins with; the step's number and the outcome's place follow.
  static let outcome = "putusan_"
  /// What a lane's identifier begins with.
  static let lane = "lajur-"
}
