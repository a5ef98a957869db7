@testable import DeskModel

/// Procedures to be taken out and in again.
enum ExchangeFixture {
  /// Every procedure of the checkout that may be used.
  static func procedures() throws -> [Procedure] {
    try ProcedureCatalogue(
      folder: ProcedureFixture.sopFolder, dictionary: ProcedureFixture.dictionary.get()
    ).procedures
  }

  /// Those of them that have steps.
  static func withSteps() throws -> [Procedure] { try procedures().filter { !$0.steps.isEmpty } }
}

/// Procedures of every shape that a file may have: random but repeatable, and without errors.
struct RandomProcedure {
  private var dice: PracticeRandom

  init(seed: UInt64) { dice = PracticeRandom(seed: seed) }

  private static let texts = [
    "Surat masuk", "a: b", "- daftar", "# bukan", "null", "~", "true", "ya", "&a", "*a", "x &b *b",
    "\"kutip\"", "'satu'", "{a: b}", "[a, b]", "a, b", "<b>&amp;</b>", "]]>", "50 %", "@5", "`x`",
    "\\n", "a\\", "? tanya", "! seru", "| pipa", "> lipat", "selesai", "1", "0x1F", "2020-01-01",
    "é ñ 漢字 😀", "a:b", "akhir:", "%PDF", "=1+1", "<!-- x -->", "a|b", "k\u{301}e", "e\u{301}:",
    "Kabid/Kasi (Plt.) – 3; 4", "---", "... a", "a #b", "<<", "C:\\x", "“kutip”", "\u{FFFD}",
  ]

  private mutating func text() -> String {
    let words = (0...dice.number(0...2)).map { _ in dice.pick(Self.texts) ?? "x" }
    return words.joined(separator: " ")
  }

  private mutating func optional() -> String? { dice.happens(50) ? text() : nil }

  private mutating func list() -> [String] { (0..<dice.number(0...4)).map { _ in text() } }

  mutating func procedure() -> Procedure {
    let lanes = (1...dice.number(1...6)).map { number in
      Lane(
        id: LaneID("l\(number)"), name: text(),
        posts: (0..<dice.number(0...2)).map {
          Post(position: PositionID("jabatan-\($0)"), unit: dice.happens(50) ? "unit-a" : nil)
        })
    }
    var procedure = Procedure.small("uji-acak", lanes: [], steps: [])
    procedure.title = text()
    procedure.number = optional()
    procedure.office = text()
    procedure.unit = text()
    procedure.source =
      dice.happens(50) ? .init(file: text(), line: dice.number(0...9_999)) : nil
    procedure.legalBasis = list()
    procedure.related = dice.happens(50) ? ["ntt-001", "2-b"] : []
    procedure.warning = optional()
    procedure.tools = list()
    procedure.qualifications = list()
    procedure.records = list()
    procedure.dates = .init(
      created: dice.happens(50) ? CalendarDate(daysSince1970: dice.number(0...20_000)) : nil,
      effective: dice.happens(50) ? CalendarDate(daysSince1970: dice.number(0...20_000)) : nil)
    procedure.service =
      dice.happens(30)
      ? ServiceStandard(
        requirements: list(), fee: optional(), timeLimit: optional(), products: list(),
        complaints: list()) : nil
    procedure.lanes = lanes
    procedure.sourceNotes = list()
    steps(&procedure)
    return procedure
  }

  private mutating func steps(_ procedure: inout Procedure) {
    let count = dice.number(1...12)
    let numbers = (0..<count).map { 1 + $0 + ($0 > 3 ? 2 : 0) }
    let times = ["5 menit", "3-4 hari", "@5 Menit", "tidak terbatas", "1 sd 3 hari kerja"]
    let lanes = procedure.lanes.map(\.id)
    for (index, no) in numbers.enumerated() {
      var doers: [LaneID] = []
      for _ in 0...dice.number(0...2) {
        if let lane = dice.pick(lanes), !doers.contains(lane) { doers.append(lane) }
      }
      let later = numbers[(index + 1)...].map(StepTarget.step) + [.end]
      var step = Step(
        no: no, lanes: doers, requiresAll: doers.count > 1 && dice.happens(50),
        act: dice.pick(Act.allCases) ?? .catat, activity: text(),
        time: dice.pick(times).flatMap { try? StandardTime(reading: $0) },
        requirements: list(), outputs: list(), next: nil, returnTo: nil, outcomes: [],
        note: optional())
      if dice.happens(30), index > 0 { step.returnTo = dice.pick(Array(numbers[..<index])) }
      if dice.happens(30) {
        step.outcomes = (1...dice.number(1...3)).compactMap { number in
          // The first way on is the step below, so that every step is reached.
          let next = number == 1 ? later.first : dice.pick(later)
          return next.map { .init(name: "\(text()) \(number)", next: $0) }
        }
      }
      procedure.steps.append(step)
    }
  }
}
