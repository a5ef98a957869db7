// Putting right what a letter was registered with.

extension Decision {
  /// Corrects a letter from outside: who keeps the book, until it is filed; its number and its book stay.
  mutating func correct(_ correction: Correction) throws(Refusal) {
    let state = try current()
    try require(.correct)
    // What the office writes itself stands in its draft.
    guard state.letter.kind.isIncoming else { throw Refusal(.notCorrectable) }
    guard state.status != .cancelled else {
      throw Refusal(.notCorrectable, saying: Message("refusal.correct-cancelled"))
    }
    guard state.archived == nil else {
      throw Refusal(.notCorrectable, saying: Message("refusal.correct-archived"))
    }
    guard correction.over == state.corrected else {
      throw Refusal(.changed, saying: Message("refusal.correct-changed"))
    }
    let reason = try reason(correction.reason)
    let letter: Letter
    do { letter = try correction.letter.tidied() } catch {
      throw Refusal(.badLetter, saying: error.message)
    }
    let changes = LetterChanges(from: state.letter, to: letter)
    guard !changes.isEmpty else {
      throw Refusal(.nothingChanged, saying: Message("refusal.correct-nothing"))
    }
    let closes = !state.letter.secrecy.isSecret && letter.secrecy.isSecret
    let readers = closes ? Set(context.path + [actor.role]) : []
    emit(
      .letterCorrected(
        LetterCorrected(
          case: state.id, letter: state.letter.id, changes: changes, reason: reason,
          readers: readers.sorted { $0.rawValue < $1.rawValue },
          due: changes.urgency == nil ? [] : dueTimes(of: state, letter.urgency))))
  }

  /// The waiting tasks that an urgency makes due at another time than they are.
  private func dueTimes(of state: CaseState, _ urgency: Urgency) -> [LetterCorrected.TaskDue] {
    state.openTasks.compactMap { task in
      let due = state.dueTimes(of: task, urgency: urgency, in: office.calendar).values.min()
      return due == task.due ? nil : LetterCorrected.TaskDue(task: task.id, due: due)
    }
  }
}
