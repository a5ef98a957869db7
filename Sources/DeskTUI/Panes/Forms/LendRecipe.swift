import DeskModel

/// Titipkan antrean: whose queue, to whom, which days, why.
struct LendRecipe: FormRecipe {
  var command: CommandID { .lend }

  /// A queue that is lent is not lent on.
  static func availability(in app: AppContext) -> Availability {
    queues(in: app).isEmpty ? .unavailable(Message("form.lend.not-yours")) : .available
  }

  /// The holders whose queues can be lent out from this chair, one's own first.
  private static func queues(in app: AppContext) -> [Appointment] {
    let own = app.session.actor
    let held = app.office.roles.flatMap { app.office.holders(of: $0.id, on: app.today) }.filter {
      $0.kind != .lent && app.office.allows(.lend, withQueueOf: $0.person, $0.role, by: own)
    }
    return held.filter { $0.role == own.role && $0.person == own.person }
      + held.filter { $0.role != own.role || $0.person != own.person }
  }

  /// A queue in a list, by holder and role: neither has a blank or a slash.
  private static func id(_ queue: Appointment) -> String {
    "\(queue.person.rawValue)/\(queue.role.rawValue)"
  }

  func fields(_ scene: FormScene) -> [FormField] {
    let app = scene.app
    let queues = LendRecipe.queues(in: app)
    let rows = max(3, min(6, app.area.rows - 9))
    let people = app.office.people.filter { person in
      person.isWorking(on: app.today) && person.id != app.session.person.id
    }
    return [
      FormField(
        "queue", Message("form.lend.queue"),
        .ticks(
          TickList(
            queues.map {
              TickList.Item(
                id: LendRecipe.id($0), label: app.shortName($0.role),
                detail: app.personName($0.person))
            }, ticks: queues.first.map { [TickList.Tick(id: LendRecipe.id($0))] } ?? [],
            isSingle: true, rows: min(rows, 4))),
        help: Message("form.move.to.help"), isRequired: true),
      FormField(
        "to", Message("form.move.to"),
        .ticks(
          TickList(
            people.map { person in
              let held = app.office.appointments(of: person.id, on: app.today).first
              return TickList.Item(
                id: person.id.rawValue, label: person.name,
                detail: held.map { app.title($0.role, $0.kind) } ?? "")
            }, isSingle: true, rows: rows)),
        help: Message("form.move.to.help"), isRequired: true),
      FormField(
        "from", Message("form.lend.from"),
        .date(DateField(app.today.dayFirst, isPast: false)), isRequired: true),
      FormField(
        "until", Message("form.lend.until"), .date(DateField(isPast: false)),
        help: Message("form.lend.until.help"), isRequired: true),
      .line("reason", "form.reason", help: "form.lend.reason.help", isRequired: true),
      .line("decree", "form.lend.decree", help: "form.lend.decree.help"),
    ]
  }

  func summary(_ scene: FormScene) -> String? { scene.app.text("form.lend.limits") }

  func action(_ scene: FormScene) -> Result<Action, FormFaults> {
    let app = scene.app
    let picked = scene.form.ticks("queue").first?.id
    let queue = LendRecipe.queues(in: app).first { LendRecipe.id($0) == picked }
    let substitute = scene.form.ticks("to").first.map { PersonID($0.id) }
    let (from, until) = (scene.form.date("from"), scene.form.date("until"))
    var faults: [String: Message] = [:]
    if queue == nil { faults["queue"] = Message("form.lend.no-queue") }
    if substitute == nil { faults["to"] = Message("form.lend.nobody") }
    if from == nil { faults["from"] = Message("form.lend.no-day") }
    if until == nil {
      faults["until"] = Message("form.lend.no-day")
    } else if let from, let until, until < max(from, app.today) {
      faults["until"] = Message("admin.bad-end", ["date": max(from, app.today).dayFirst])
    }
    if scene.text("reason")?.allSatisfy(\.isWhitespace) ?? true {
      faults["reason"] = Message("refusal.reasonMissing")
    }
    if let queue, let substitute,
      app.office.holders(of: queue.role, on: from ?? app.today)
        .contains(where: { $0.person == substitute })
    {
      faults["to"] = Message(
        "admin.already-held",
        ["person": app.personName(substitute), "role": app.roleName(queue.role)])
    }
    guard faults.isEmpty, let queue, let substitute, let from, let until else {
      return .failure(FormFaults(faults))
    }
    return .success(
      .lend(
        QueueLoan(
          of: queue.role, by: queue.person, to: substitute, from: from, until: until,
          reason: scene.form["reason"], decree: scene.text("decree"))))
  }
}

/// Ambil kembali antrean: which loan ends.
struct TakeBackRecipe: FormRecipe {
  var command: CommandID { .takeBack }

  /// There must be one to end.
  static func availability(in app: AppContext) -> Availability {
    loans(in: app).isEmpty ? .unavailable(Message("form.take-back.none")) : .available
  }

  /// The loans that can be ended from this chair.
  private static func loans(in app: AppContext) -> [Appointment] {
    app.office.roles.flatMap { app.office.loans(of: $0.id, on: app.today) }.filter { loan in
      loan.lending.map {
        app.office.allows(.takeBack, withQueueOf: $0.lender, loan.role, by: app.session.actor)
      } ?? false
    }
  }

  private static func id(_ loan: Appointment) -> String {
    "\(loan.person.rawValue)/\(loan.role.rawValue)"
  }

  func fields(_ scene: FormScene) -> [FormField] {
    let app = scene.app
    let loans = TakeBackRecipe.loans(in: app)
    return [
      FormField(
        "loan", Message("form.lend.queue"),
        .ticks(
          TickList(
            loans.map { loan in
              TickList.Item(
                id: TakeBackRecipe.id(loan), label: app.shortName(loan.role),
                detail: app.text(
                  "form.take-back.loan",
                  [
                    "person": app.personName(loan.person),
                    "date": loan.until.map { app.day($0) } ?? "",
                  ]))
            }, ticks: loans.first.map { [TickList.Tick(id: TakeBackRecipe.id($0))] } ?? [],
            isSingle: true)),
        help: Message("form.move.to.help"), isRequired: true)
    ]
  }

  func action(_ scene: FormScene) -> Result<Action, FormFaults> {
    let picked = scene.form.ticks("loan").first?.id
    guard
      let loan = TakeBackRecipe.loans(in: scene.app)
        .first(where: { TakeBackRecipe.id($0) == picked })
    else { return .failure(FormFaults("loan", Message("form.lend.no-queue"))) }
    return .success(.takeBack(loan.person, loan.role))
  }
}
