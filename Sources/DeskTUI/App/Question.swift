public import DeskModel

/// Something a layer wants to know of the office: a value that the edge puts to the desk.
///
/// A pane declares its questions beside itself, asks them with `Effect.ask` or names them in
/// `Layer.questions(in:)`, and recognises the answers:
///
///     struct QueuePage: Question {
///       let filter: QueueFilter
///       func answer(from desk: Desk, for session: Session) throws -> [QueueRow] { … }
///     }
///     if let (asked, rows) = answer.to(QueuePage.self), asked.filter == filter { … }
public protocol Question: Hashable, Sendable {
  /// What the answer is.
  associatedtype Reply: Sendable
  /// Asks the desk.
  ///
  /// - Throws: `StoreError` and other `Tellable` errors, which are shown as a toast.
  func answer(from desk: Desk, for session: Session) throws -> Reply
}

/// A question with what the desk said.
public struct Answer: Sendable {
  /// What was asked.
  public let question: any Question
  private let reply: any Sendable

  /// Answers a question.
  public init<Asked: Question>(_ question: Asked, _ reply: Asked.Reply) {
    self.question = question
    self.reply = reply
  }

  /// The question and the reply, if it was one of this type.
  public func to<Asked: Question>(_: Asked.Type) -> (question: Asked, reply: Asked.Reply)? {
    guard let asked = question as? Asked, let reply = reply as? Asked.Reply else { return nil }
    return (asked, reply)
  }
}

extension Question {
  /// Asks the desk and keeps question and reply together.
  func answered(from desk: Desk, for session: Session) throws -> Answer {
    Answer(self, try answer(from: desk, for: session))
  }
}
