import DeskModel

/// Lembar disposisi: to whom, what for, until when.
struct DispositionRecipe: FormRecipe {
  var command: CommandID { .dispose }

  func fields(_ scene: FormScene) -> [FormField] {
    let app = scene.app
    let candidates = candidates(scene)
    let able = app.ownFirst(candidates)
    let others = app.ownFirst(
      app.office.roles.map(\.id).filter {
        !candidates.contains($0) && $0 != app.session.role.id
      })
    let items =
      able.map { TickList.Item.role($0, app) }
      + others.map { TickList.Item.role($0, isSecondOnly: true, app) }
    let rows = max(4, min(8, app.area.rows - 6))
    let instructions = Disposition.instructions.map {
      TickList.Item(id: $0, label: app.instruction($0))
    }
    return [
      FormField(
        FormField.recipients, Message("form.dispose.to"),
        .ticks(TickList(items, secondMark: "i", rows: rows)),
        help: Message("form.dispose.to.help"), isRequired: true),
      FormField(
        "instructions", Message("form.dispose.instructions"),
        .ticks(TickList(instructions, rows: max(4, min(instructions.count, app.area.rows - 6)))),
        help: Message("form.dispose.instructions.help")),
      FormField(
        "deadline", Message("form.deadline"), .date(DateField(isPast: false)),
        help: Message("form.deadline.help")),
      .note("note", "form.note"),
    ]
  }

  /// The roles that the next step can be given to.
  private func candidates(_ scene: FormScene) -> [RoleID] {
    guard let file = scene.file, let step = scene.step else { return [] }
    return file.state.procedure.dispositionCandidates(after: step, in: scene.app.office)
      .filter { $0 != scene.app.session.role.id }
  }

  private func disposition(_ scene: FormScene) -> Disposition {
    Disposition(
      recipients: scene.form.ticks(FormField.recipients).map {
        Disposition.Recipient(role: RoleID($0.id), forInformation: $0.isSecond)
      },
      instructions: scene.form.ticks("instructions").map(\.id), note: scene.text("note"),
      deadline: scene.form.date("deadline"))
  }

  func summary(_ scene: FormScene) -> String? {
    let app = scene.app
    let sheet = disposition(scene)
    if sheet.isFiling, sheet.recipients.isEmpty { return app.text("form.dispose.files") }
    if sheet.recipients.isEmpty { return app.text("form.dispose.nobody") }
    var parts: [String] = []
    if !sheet.acting.isEmpty {
      let names = app.list(sheet.acting.map(app.shortName), limit: 4)
      let until = sheet.deadline.map { app.text("form.dispose.until", ["date": app.day($0)]) } ?? ""
      parts.append(app.text("form.dispose.acts", ["names": names, "until": until]))
    }
    if !sheet.informed.isEmpty {
      let names = app.list(sheet.informed.map(app.shortName), limit: 4)
      parts.append(app.text("form.dispose.knows", ["names": names]))
    }
    if sheet.acting.isEmpty { parts.append(app.text("form.dispose.then-files")) }
    return parts.joined(separator: " ")
  }

  func action(_ scene: FormScene) -> Result<Action, FormFaults> {
    guard let ref = scene.ref else { return .failure(FormFaults("note", Message("letter.gone"))) }
    let typed = scene.form["deadline"]
    let sheet = disposition(scene)
    if !typed.allSatisfy(\.isWhitespace) {
      do throws(DateFault) {
        guard try CalendarDate(input: typed) >= scene.app.today else {
          return .failure(FormFaults("deadline", Message("form.deadline.past")))
        }
      } catch {
        return .failure(FormFaults("deadline", error.message))
      }
    }
    let action = Action.dispose(ref, sheet)
    if case .failure(let refusal) = scene.attempt(action),
      [.recipientMissing, .recipientUnfit, .vacant].contains(refusal.code)
    {
      return .failure(FormFaults(FormField.recipients, refusal.message))
    }
    return .success(action)
  }
}

extension AppContext {
  /// Roles with those of the unit of who sits here, and of the units below it, before all others.
  fileprivate func ownFirst(_ roles: [RoleID]) -> [RoleID] {
    let own = roles.filter { id in
      office.role(id).map { office.isUnit($0.unit, within: session.role.unit) } ?? false
    }
    return own + roles.filter { !own.contains($0) }
  }
}
