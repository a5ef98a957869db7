/// The practice office: invented people, the decreed procedures and some two hundred letters at every stage.
///
/// Everything in it was done by the rules, at the working hours of the sixty working days before now.
/// The same files, seed and moment give the same journal, byte for byte; only the key
/// that the office gets then is its own.
public enum Practice {
  /// What the journal depends on besides the files and the moment.
  static let seed: UInt64 = 722_023
  static let workingDays = 60

  /// Makes the practice office in a folder, and marks the folder as one.
  ///
  /// - Throws: `AssetsError`, `Faults` or `StoreError`; then no office is left behind.
  public static func found(
    in folder: OfficeFolder, assets: AssetsFolder,
    clock: @Sendable () -> Timestamp = Desk.systemClock
  ) throws {
    try Desk.write(journal(assets: assets, now: clock()), in: folder, isPractice: true)
  }

  /// The journal of the practice office as it stands at a moment.
  ///
  /// - Throws: `AssetsError` or `Faults`; a `Refusal` if the files give a letter no way.
  static func journal(
    assets: AssetsFolder, now: Timestamp, seed: UInt64 = Practice.seed
  ) throws -> [Entry] {
    let office = try OfficeReader.practiceOffice(in: assets)
    let catalogue = try ProcedureCatalogue(
      folder: assets.path("sop"), dictionary: PositionDictionary(in: assets))
    guard catalogue.refusals.isEmpty else { throw Faults(catalogue.refusals) }
    let today = office.calendar.date(of: now)
    let codes = try OfficeReader.classifications(in: assets).first { $0.isInForce(on: today) }
    let material = try PracticeMaterial(
      OfficeReader.File("office/latihan-surat.yaml", in: assets), office: office, codes: codes)
    let clock = PracticeClock(now: now, workingDays: workingDays, calendar: office.calendar)
    guard let founder = office.founder(on: today) else { throw Refusal(.unknown) }
    let founding = Desk.founding(
      office,
      procedures: catalogue.entries.compactMap { entry in
        entry.procedure.map { ($0, entry.hash) }
      }, by: founder, at: clock.opening)
    let books = PracticeBooks(office: office, founding: founding)
    let journeys = PracticePlan.all.enumerated().map { number, plan in
      PracticeJourney(plan, number: number, seed: seed, material: material)
    }
    return try played(journeys, in: books, clock: clock)
  }

  /// The journal after all letters went their ways beside each other.
  private static func played(
    _ journeys: [PracticeJourney], in empty: PracticeBooks, clock: PracticeClock
  ) throws(Refusal) -> [Entry] {
    var journeys = journeys
    var next: [Int?] = []
    for (number, journey) in journeys.enumerated() {
      let length = try length(of: journey.withoutMarks, in: empty, clock: clock)
      // A way too long for the time there is begins on one of the first days.
      let start = clock.present - journey.quiet - length
      next.append(start >= 0 ? start : number * 7 % 900)
    }
    var books = empty
    while let (number, minute) = earliest(next), minute <= clock.present {
      let time = clock.time(minute, seconds: (number * 17 + minute * 13) % 50)
      let pause = try journeys[number].proceed(&books, at: time)
      next[number] = pause.map { minute + $0 }
    }
    return books.entries
  }

  /// How many working minutes a letter takes to where it stops, by itself.
  private static func length(
    of journey: PracticeJourney, in empty: PracticeBooks, clock: PracticeClock
  ) throws(Refusal) -> Int {
    var journey = journey
    var books = empty
    var minute = 0
    var last = 0
    while let pause = try journey.proceed(&books, at: clock.time(minute, seconds: 0)) {
      last = minute
      minute += pause
    }
    return last
  }

  private static func earliest(_ next: [Int?]) -> (number: Int, minute: Int)? {
    var found: (number: Int, minute: Int)?
    for (number, minute) in next.enumerated() {
      guard let minute, minute < found?.minute ?? .max else { continue }
      found = (number, minute)
    }
    return found
  }
}
