/// What is wrong with a journal, at the first place where it shows.
public enum JournalFault: Tellable, Equatable {
  /// A record is missing or out of order.
  case gap(expected: Int64, found: Int64)
  /// A record was changed, or put in, or the one before it was.
  case broken(sequence: Int64)
  /// A record's body cannot be read.
  case unreadable(sequence: Int64)
  /// A record tells what cannot have happened after those before it.
  case impossible(sequence: Int64, detail: String)
  /// The office's key did not sign this, or the journal before it was written anew.
  case unsigned(sequence: Int64)
  /// A row of a table does not hold what the journal says, is missing, or is one too many.
  case differs(table: String, row: String)
  /// A table, trigger or index is missing, changed, or one too many.
  case schema(name: String)
  /// SQLite finds a page damaged, or an index that is not its table's.
  case pages(detail: String)
  /// A file that a letter names by its hash is gone or has other bytes.
  case attachment(letter: LetterID, name: String)

  /// The sentence for a person.
  public var message: Message {
    switch self {
    case .gap(let expected, let found):
      Message("journal.gap", ["expected": "\(expected)", "found": "\(found)"])
    case .broken(let sequence): Message("journal.broken", ["sequence": "\(sequence)"])
    case .unreadable(let sequence): Message("journal.unreadable", ["sequence": "\(sequence)"])
    case .impossible(let sequence, let detail):
      Message("journal.impossible", ["sequence": "\(sequence)", "detail": detail])
    case .unsigned(let sequence): Message("journal.unsigned", ["sequence": "\(sequence)"])
    case .differs(let table, let row): Message("journal.differs", ["table": table, "row": row])
    case .schema(let name): Message("journal.schema", ["name": TextRules.quoted(name)])
    case .pages(let detail): Message("journal.pages", ["detail": detail])
    case .attachment(let letter, let name):
      Message("journal.attachment", ["letter": "\(letter)", "file": TextRules.quoted(name)])
    }
  }
}
