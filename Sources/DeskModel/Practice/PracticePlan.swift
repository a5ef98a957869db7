/// What is to become of one letter of the practice office.
struct PracticePlan: Sendable {
  /// The procedure a letter takes.
  enum Route: Sendable { case incoming, outgoing, note, journey }

  /// Where a letter stands in the end.
  struct Stop: Sendable {
    /// The step.
    var step: Int
    /// What its role has already done with it.
    var marks: [Mark] = []
  }

  /// What a role does with a task that it does not finish.
  enum Mark: Sendable { case open, claim, draft, suspend, delegate }

  /// Something that happens at a step besides the usual.
  struct Twist: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      /// The disposition goes to so many.
      case split(Int)
      /// Others are to know of it.
      case inform
      /// The letter is only to be filed.
      case file
      /// It went to the wrong division, which sends it back.
      case bounce
      /// It went to the wrong division; the Sekretaris moves it.
      case reassign
      /// The act is taken back and done again.
      case recall
      /// The task is claimed and given back to the queue.
      case release
      /// The task waits for an outside party and goes on.
      case wait
      /// The task is handed down.
      case delegate
      /// The draft goes back, with a corrected text or without.
      case giveBack(corrected: Bool)
      /// The clerk puts right what the letter was registered with.
      case correct
      /// The case is stopped.
      case cancel
    }

    var step: Int
    var kind: Kind
  }

  var route: Route
  /// `nil` for a letter that is through.
  var stop: Stop?
  var twists: [Twist] = []
  /// Whether branches other than the first stop and the first goes on.
  var isUneven = false
  /// Working minutes since the last that happened.
  var quiet: ClosedRange<Int>
}

extension PracticePlan {
  /// The plans of all letters, some two hundred: every stage, old and new.
  static let all: [PracticePlan] = (incoming + outgoing + internalPapers).flatMap { count, plan in
    Array(repeating: plan, count: count)
  }

  private static let hour = 60
  private static let day = 450
  /// Just come in, so that even a standard of five minutes is not over.
  private static let fresh = 0...3
  private static let today = 20...(6 * 60)
  private static let lately = 2 * 60...(4 * 450)
  private static let old = 5 * 450...(16 * 450)
  private static let past = 30...(56 * 450)

  private static let incoming: [(Int, PracticePlan)] = [
    (30, through(.incoming)),
    (4, through(.incoming, [(2, .split(2)), (2, .inform)])),
    (2, through(.incoming, [(2, .split(3))])),
    (3, through(.incoming, [(4, .split(2))])),
    (5, through(.incoming, [(2, .inform)])),
    (3, through(.incoming, [(2, .file)])),
    (2, through(.incoming, [(2, .recall)])),
    (2, through(.incoming, [(4, .bounce)])),
    (1, through(.incoming, [(4, .reassign)])),
    (3, through(.incoming, [(5, .wait)])),
    (4, through(.incoming, [(5, .delegate)])),
    (2, through(.incoming, [(3, .release)])),
    (5, waiting(.incoming, 2, quiet: fresh)),
    (5, waiting(.incoming, 2, quiet: today)),
    (3, waiting(.incoming, 2, [.open], quiet: today)),
    (1, waiting(.incoming, 2, [.open], quiet: old)),
    (2, waiting(.incoming, 3, quiet: fresh)),
    (2, waiting(.incoming, 3, quiet: today)),
    (1, waiting(.incoming, 3, [.open, .claim], quiet: today)),
    (4, waiting(.incoming, 4, quiet: fresh)),
    (1, waiting(.incoming, 4, twists: [(2, .correct)], quiet: fresh)),
    (3, waiting(.incoming, 4, quiet: lately)),
    (3, waiting(.incoming, 4, [.open], quiet: lately)),
    (2, waiting(.incoming, 4, quiet: old)),
    (2, waiting(.incoming, 4, twists: [(2, .split(2)), (2, .inform)], quiet: lately)),
    (3, waiting(.incoming, 4, twists: [(2, .split(2))], isUneven: true, quiet: lately)),
    (2, waiting(.incoming, 3, twists: [(4, .bounce)], quiet: today)),
    (5, waiting(.incoming, 5, quiet: fresh)),
    (4, waiting(.incoming, 5, quiet: lately)),
    (3, waiting(.incoming, 5, [.open], quiet: lately)),
    (2, waiting(.incoming, 5, [.open, .claim], quiet: lately)),
    (3, waiting(.incoming, 5, [.open, .suspend], quiet: lately)),
    (1, waiting(.incoming, 5, [.open, .suspend], quiet: old)),
    (3, waiting(.incoming, 5, [.open, .delegate], quiet: lately)),
    (2, waiting(.incoming, 5, [.open, .delegate, .open], quiet: lately)),
    (2, waiting(.incoming, 5, twists: [(4, .split(2))], isUneven: true, quiet: lately)),
    (5, waiting(.incoming, 6, quiet: 0...45)),
    (2, waiting(.incoming, 6, quiet: lately)),
    (1, through(.incoming, [(3, .cancel)])),
    (1, through(.incoming, [(4, .cancel)])),
    (1, through(.incoming, [(5, .cancel)])),
  ]

  private static let outgoing: [(Int, PracticePlan)] = [
    (12, through(.outgoing)),
    (3, through(.outgoing, [(3, .giveBack(corrected: false))])),
    (2, through(.outgoing, [(4, .giveBack(corrected: false)), (3, .giveBack(corrected: false))])),
    (2, through(.outgoing, [(5, .giveBack(corrected: true))])),
    (1, through(.outgoing, [(2, .recall)])),
    (2, waiting(.outgoing, 2, quiet: 0...25)),
    (2, waiting(.outgoing, 2, quiet: today)),
    (1, waiting(.outgoing, 2, [.open, .claim], quiet: today)),
    (2, waiting(.outgoing, 2, [.open, .claim, .draft], quiet: today)),
    (2, waiting(.outgoing, 3, quiet: 0...15)),
    (2, waiting(.outgoing, 3, quiet: lately)),
    (1, waiting(.outgoing, 3, [.open], quiet: lately)),
    (2, waiting(.outgoing, 4, quiet: 0...15)),
    (2, waiting(.outgoing, 4, quiet: lately)),
    (3, waiting(.outgoing, 5, quiet: 0...8)),
    (2, waiting(.outgoing, 5, quiet: lately)),
    (1, waiting(.outgoing, 5, [.open], quiet: lately)),
    (2, waiting(.outgoing, 6, quiet: 0...8)),
    (2, waiting(.outgoing, 6, quiet: lately)),
    (2, waiting(.outgoing, 2, twists: [(3, .giveBack(corrected: false))], quiet: today)),
    (2, waiting(.outgoing, 3, twists: [(4, .giveBack(corrected: false))], quiet: today)),
    (1, waiting(.outgoing, 4, twists: [(5, .giveBack(corrected: false))], quiet: lately)),
    (1, waiting(.outgoing, 3, twists: [(4, .giveBack(corrected: true))], quiet: today)),
    (2, waiting(.outgoing, 3, twists: [(5, .giveBack(corrected: true))], quiet: lately)),
    (1, through(.outgoing, [(3, .cancel)])),
  ]

  private static let internalPapers: [(Int, PracticePlan)] = [
    (5, through(.note)),
    (1, through(.note, [(5, .giveBack(corrected: false))])),
    (1, waiting(.note, 2, quiet: fresh)),
    (2, waiting(.note, 3, quiet: 0...50)),
    (1, waiting(.note, 4, quiet: lately)),
    (1, waiting(.note, 5, quiet: fresh)),
    (1, waiting(.note, 6, quiet: 0...8)),
    (1, waiting(.note, 7, quiet: lately)),
    (6, through(.journey)),
    (1, through(.journey, [(2, .giveBack(corrected: false))])),
    (1, waiting(.journey, 1, [.draft], quiet: today)),
    (1, waiting(.journey, 2, quiet: fresh)),
    (1, waiting(.journey, 3, [.open], quiet: lately)),
    (2, waiting(.journey, 4, quiet: 0...8)),
    (1, waiting(.journey, 1, twists: [(2, .giveBack(corrected: false))], quiet: today)),
    (1, waiting(.journey, 5, quiet: lately)),
  ]

  private static func through(
    _ route: Route, _ twists: [(Int, Twist.Kind)] = []
  ) -> PracticePlan {
    PracticePlan(
      route: route, stop: nil, twists: twists.map { Twist(step: $0.0, kind: $0.1) }, quiet: past)
  }

  private static func waiting(
    _ route: Route, _ step: Int, _ marks: [Mark] = [], twists: [(Int, Twist.Kind)] = [],
    isUneven: Bool = false, quiet: ClosedRange<Int>
  ) -> PracticePlan {
    PracticePlan(
      route: route, stop: Stop(step: step, marks: marks),
      twists: twists.map { Twist(step: $0.0, kind: $0.1) }, isUneven: isUneven, quiet: quiet)
  }
}
