import DeskModel

/// One of each kind of value that JSON of ours holds.
struct SampleJSON: Codable, Equatable {
  enum Kind: String, Codable { case one, two }
  var text: String
  var number: Int
  var large: Int64?
  var small: UInt8?
  var isSo: Bool?
  var kind: Kind?
  var list: [Int]?
  var texts: [String: [String]]?
  var within: [SampleJSON]?
  var pairs: [Kind: Int]?
  var date: CalendarDate?
}
