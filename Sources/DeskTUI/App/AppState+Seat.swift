import DeskModel

/// What can be done when a chair is not one's own any more.
enum SeatChoice: Hashable, Sendable {
  /// Sits down in another one.
  case chair(Session)
  /// Leaves the desk.
  case leave
}

// Whether the one who sits here still may, and what becomes of the screen when not.
extension AppState {
  /// The chairs that can be changed into: one's own, and everybody's in a practice office.
  var chairs: [Session] {
    let today = office.calendar.date(of: now)
    return session.isPractice
      ? Session.everyChair(in: office, on: today, isPractice: true)
      : Session.chairs(of: session.person.id, in: office, on: today, isPractice: false)
  }

  /// Whether the list of what to do about a lost chair, or a lost office, lies on top.
  var isLosingSeat: Bool { overlays.last?.layer is PickLayer<SeatChoice> }

  /// Whether the person still holds the chair; the standing on screen is brought up to date if so.
  mutating func keepsSeat() -> Bool {
    let held = Session.chairs(
      of: session.person.id, in: office, on: office.calendar.date(of: now),
      isPractice: session.isPractice
    ).first { $0.role.id == session.role.id }
    guard let held else { return false }
    if held != session { session = held }
    return true
  }

  /// Says that the chair is lost, and offers the others; nothing typed is lost, and what lies behind is asked for anew,
  /// so that it shows no more than may be read without the chair.
  mutating func loseSeat() {
    guard !isLosingSeat else { return }
    keepDrafts()
    let title = Message("seat.lost", ["role": session.title(phrases, isShort: !layout.isWide)])
    push(seatLayer(title, chairs), from: .app)
    refresh()
  }

  /// Says why nothing can be done here any more.
  mutating func leaveOnly(_ message: Message) {
    guard !isLosingSeat else { return }
    say(message, .fault)
    push(seatLayer(Message("seat.office-gone"), []), from: .app)
  }

  mutating func take(_ choice: SeatChoice) {
    switch choice {
    case .chair(let chair): sit(chair)
    case .leave: outbox.append(.quit)
    }
  }

  private func seatLayer(_ title: Message, _ chairs: [Session]) -> any Layer {
    let seats = chairs.map {
      PickList.Item(
        id: SeatChoice.chair($0), label: "\($0.title(phrases)) — \($0.person.name)")
    }
    return PickLayer(
      title: title,
      items: seats + [PickList.Item(id: .leave, label: phrases("seat.leave"))])
  }
}
