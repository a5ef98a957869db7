/// Who may begin a case of a procedure, and with what: all that lists and forms need of a procedure that is
/// not read whole.
public struct Beginning: Hashable, Sendable {
  /// The posts that may begin it; none for a procedure without steps.
  public var posts: [Post]
  /// The unit of our office that the letterhead means: posts that name no unit are looked for there.
  public var home: UnitID?
  /// Whether an outside party does the first step, so that whoever keeps the agenda books enters it too.
  public var isOutside: Bool
  /// The paper that a case begins with.
  public var kind: LetterKind

  /// Makes a beginning.
  public init(posts: [Post], home: UnitID? = nil, isOutside: Bool, kind: LetterKind) {
    self.posts = posts
    self.home = home
    self.isOutside = isOutside
    self.kind = kind
  }

  /// Whether a role may begin a case.
  public func isOpen(to role: RoleID, in office: Office) -> Bool {
    isOutside && office.hasDuty(.registers, role)
      || office.candidates(for: posts, home: home).contains(role)
  }

  /// The roles that may begin a case, in the order of the office's list.
  public func roles(in office: Office) -> [RoleID] {
    let candidates = Set(office.candidates(for: posts, home: home))
    return office.roles.map(\.id).filter {
      candidates.contains($0) || isOutside && office.hasDuty(.registers, $0)
    }
  }
}

extension Procedure {
  /// Who may begin its cases, and with what.
  ///
  /// What an outside party begins is entered by those who keep the agenda books, or by who does the
  /// first step inside the office.
  public var beginning: Beginning {
    guard let first = steps.first else {
      return Beginning(posts: [], isOutside: false, kind: .outgoing)
    }
    let lanes = first.lanes.compactMap(lane)
    let isOutside = lanes.contains(where: \.isExternal)
    let receiver = isOutside ? receiver(after: first) : nil
    return Beginning(
      posts: lanes.flatMap(\.posts) + (receiver?.posts ?? []),
      home: (lanes + [receiver].compactMap { $0 }).lazy.compactMap(\.home).first,
      isOutside: isOutside, kind: beginsWithEntry ? .incoming : ownKind)
  }

  /// Whether its cases begin with a letter that comes in: one that is registered, or an outsider brings.
  public var beginsWithEntry: Bool {
    guard let first = steps.first else { return false }
    return first.act == .catat || first.lanes.contains { lane($0)?.isExternal == true }
  }

  /// The lane of the first step in which a role may begin a case; `nil` if it may not.
  public func startingLane(for role: RoleID, in office: Office) -> Lane? {
    guard beginning.isOpen(to: role, in: office), let first = steps.first else { return nil }
    let lanes = first.lanes.compactMap(lane)
    return lanes.first { office.candidates(for: $0).contains(role) }
      ?? lanes.first(where: \.isExternal)
  }

  /// The first party inside the office on the way after a step.
  private func receiver(after step: Step) -> Lane? {
    approvingPath(after: step).lazy.flatMap(\.lanes).compactMap { self.lane($0) }
      .first { !$0.isExternal }
  }

  /// What the office itself writes by this procedure: as its title says, else what is signed in it.
  private var ownKind: LetterKind {
    papers.lazy.compactMap(LetterKind.init(namedIn:)).first ?? .outgoing
  }

  /// What may name the paper that comes of it: its title and what is signed in it.
  private var papers: [String] {
    [title] + steps.filter { $0.act == .tandatangani }.flatMap(\.outputs)
  }

  /// Whether a letter from outside can be answered by it: the office signs what is called a letter (surat), and sends it.
  ///
  /// A note between officials, an order, an invitation or a report answers nobody outside.
  public var writesAnswers: Bool {
    !beginsWithEntry && [.outgoing, .recommendation].contains(ownKind) && isSignedHere
      && steps.contains { $0.act == .kirim || $0.act == .arsipkan }
      && papers.contains { WholeWords($0).contains("surat") }
  }
}

extension LetterKind {
  /// The words that name each kind in titles and outputs of procedures; the first that is found holds.
  private static let names: [(kind: LetterKind, words: [String])] = [
    (.outgoing, ["surat keluar"]),
    (.notaDinas, ["nota dinas"]),
    (.travelOrder, ["sppd", "perjalanan dinas"]),
    (.assignment, ["spt", "surat tugas", "perintah tugas"]),
    (.decree, ["surat keputusan", "keputusan kepala", "sk"]),
    (.invitation, ["undangan"]),
    (.circular, ["edaran"]),
    (.recommendation, ["rekomendasi", "surat izin"]),
    (.termsOfReference, ["tor", "kerangka acuan"]),
    (.report, ["laporan", "pelaporan"]),
  ]

  /// The kind that is named in a text, as whole words; `nil` when none is.
  public init?(namedIn text: String) {
    let text = WholeWords(text)
    guard let found = Self.names.first(where: { $0.words.contains(where: text.contains) }) else {
      return nil
    }
    self = found.kind
  }
}

/// The words of a text, to look for several in.
private struct WholeWords {
  /// In lower case, each between blanks.
  private let text: String

  init(_ text: String) {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    self.text = " \(words.joined(separator: " ")) "
  }

  /// Whether words in lower case stand in it as whole words.
  func contains(_ words: String) -> Bool { text.contains(" \(words) ") }
}
