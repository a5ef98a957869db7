import GRDB

/// Columns that are not what the schema lets in are damage, and damage is told: GRDB's own subscripts, which these
/// stand in for, would end the program.
extension Row {
  subscript<Value: DatabaseValueConvertible>(_ index: Int) -> Value {
    get throws { try decode(atIndex: index) }
  }

  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) -> Value {
    get throws { try decode(atIndex: index) }
  }

  subscript<Value: DatabaseValueConvertible>(_ column: String) -> Value {
    get throws { try decode(forColumn: column) }
  }

  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ column: String
  ) -> Value {
    get throws { try decode(forColumn: column) }
  }

  /// A word of a closed list from a column.
  ///
  /// - Throws: a `DatabaseError` of a damaged file when it is no word of the list.
  func word<Word: RawRepresentable<String>>(_ column: String, _: Word.Type = Word.self) throws
    -> Word
  {
    try Self.word(self[column])
  }

  /// A word of a closed list from a column.
  ///
  /// - Throws: a `DatabaseError` of a damaged file when it is no word of the list.
  func word<Word: RawRepresentable<String>>(_ index: Int, _: Word.Type = Word.self) throws -> Word {
    try Self.word(self[index])
  }

  private static func word<Word: RawRepresentable<String>>(_ text: String) throws -> Word {
    guard let word = Word(rawValue: text) else { throw DatabaseError(damaged: "\"\(text)\"") }
    return word
  }
}

extension DatabaseError {
  /// A row that no desk writes.
  init(damaged detail: String) {
    self.init(resultCode: .SQLITE_CORRUPT, message: detail)
  }
}
