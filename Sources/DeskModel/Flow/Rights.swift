/// Who may do what: the one table by which the rules let people act, and which `desk rights` prints.
///
/// A deed is allowed where a line of the table names it with a post of its actor and the state that its task is in;
/// what no line names is refused. How a deed is done (reasons, recipients, versions) is not a matter of rights.
public enum Rights {
  /// What somebody may want to do.
  public enum Deed: String, Codable, Hashable, Sendable, CaseIterable {
    // With a task.
    case open, claim, release, complete, dispose, acknowledge, draft, paraf, sign
    case giveBack = "return"
    case recall, delegate, reassign, suspend, resume
    // With a case.
    case cancel
    // With the office.
    case register, correct, start, enact, keepBooks, makeKey
    // With a queue.
    case lend, takeBack
  }

  /// What an actor is to a task, its case, or the office; often several things at once.
  public enum Post: String, Codable, Hashable, Sendable, CaseIterable {
    /// Holds the post in whose queue the task is; before a case, the post that does its first step; of a queue, the
    /// holder whose it is.
    case holder
    /// Stands in for that holder (Plt., Plh.).
    case substitute
    /// Does that holder's work because the queue was lent (pengganti), without a mandate.
    case borrower
    /// Drafted the text that is up for paraf, though a colleague holds the post too.
    case drafter
    /// Began the case.
    case beginner
    /// Keeps the agenda books (mencatat).
    case registrar
    /// Watches over the office (mengawasi).
    case supervisor
    /// Heads the unit the task is in, or one above it (memimpin).
    case head
    /// Heads another unit.
    case otherHead
    /// Anybody else.
    case other
    /// Runs the office's account, and sits in no chair.
    case administrator
  }

  /// Where a task is, from its actor's side.
  public enum State: String, Codable, Hashable, Sendable, CaseIterable {
    /// Waits, and nobody else has taken it on.
    case open
    /// Waits, and somebody else of the post has taken it on; to whoever was lent the queue, its holder is nobody else.
    case claimed
    /// Waits for an outside party.
    case suspended
    /// Done by the actor, and what came of it lies untouched.
    case done
    /// Done by somebody else, or taken back.
    case doneByOther
    /// Its case is through or stopped.
    case ended
    /// Waits, of a letter that is not ordinary and on whose path no post of the actor's own is: a queue is lent
    /// without them.
    case secret
  }

  /// A line of the table: these posts may do this in these states; no state where no task is looked at.
  public struct Line: Hashable, Sendable {
    /// What.
    public let deed: Deed
    /// Who.
    public let posts: [Post]
    /// While.
    public let states: [State]
    /// Who may not, whatever else he is.
    public let except: Post?

    fileprivate init(
      _ deed: Deed, _ posts: [Post], _ states: [State] = [], except: Post? = nil
    ) {
      self.deed = deed
      self.posts = posts
      self.states = states
      self.except = except
    }

    fileprivate func fits(_ actor: Set<Post>) -> Bool {
      !actor.isDisjoint(with: posts) && !(except.map(actor.contains) ?? false)
    }
  }

  /// The table.
  public static let table: [Line] = [
    Line(.open, own, waiting),
    Line(.claim, own, [.open]),
    Line(.release, own, [.open, .suspended]),
    Line(.release, watching, waiting),
    Line(.complete, own, [.open]),
    Line(.dispose, own, [.open]),
    Line(.acknowledge, own, [.open]),
    Line(.draft, own, [.open]),
    Line(.paraf, mandated, [.open], except: .drafter),
    Line(.sign, mandated, [.open]),
    Line(.giveBack, own, [.open]),
    Line(.recall, own, [.done]),
    Line(.delegate, own, [.open]),
    Line(.reassign, watching, waiting),
    Line(.suspend, own, [.open]),
    Line(.resume, own, [.suspended]),
    Line(.cancel, [.beginner, .registrar, .supervisor], waiting + [.done, .doneByOther]),
    Line(.register, own + [.registrar]),
    Line(.correct, [.registrar]),
    Line(.start, own),
    Line(.enact, [.supervisor], except: .borrower),
    Line(.keepBooks, [.registrar]),
    Line(.makeKey, [.registrar, .supervisor]),
    Line(.lend, mandated + watching, except: .borrower),
    Line(.takeBack, mandated + watching, except: .borrower),
  ]

  /// Who sits where the task waits.
  static let own: [Post] = mandated + [.borrower]
  /// Who binds the post in the eyes of others.
  private static let mandated: [Post] = [.holder, .substitute]
  private static let watching: [Post] = [.supervisor, .head]
  private static let waiting: [State] = [.open, .claimed, .suspended]

  /// Whether an actor who is all of some things may do something; without a state, in any.
  public static func allows(_ deed: Deed, _ posts: Set<Post>, in state: State? = nil) -> Bool {
    table.contains { line in
      line.deed == deed && line.fits(posts) && (state.map(line.states.contains) ?? true)
    }
  }

  /// Those who may do something, in whatever state.
  static func posts(for deed: Deed) -> Set<Post> {
    Set(table.filter { $0.deed == deed }.flatMap(\.posts))
  }
}
