public import DeskModel

/// Does what the application asks for at its edge: the only code that holds desk and terminal.
public final class EffectRunner {
  /// The office.
  public let desk: Desk
  /// The screen.
  public let terminal: any Terminal
  private let drafts: FormDrafts
  private let editor: ExternalEditor
  private var version: Int?
  private var officeVersion: Int64

  /// Joins an office and a screen.
  public init(desk: Desk, terminal: any Terminal, environment: [String: String]) {
    self.desk = desk
    self.terminal = terminal
    drafts = FormDrafts(folder: desk.folder.drafts)
    editor = ExternalEditor(environment: environment)
    officeVersion = desk.officeVersion
  }

  /// Does one thing.
  ///
  /// - Returns: what comes of it for the application.
  public func run(_ request: Request) -> [AppEvent] {
    switch request {
    case .ask(let question, let session, let id):
      return telling { .news(.answer(try question.answered(from: desk, for: session)), to: id) }
    case .perform(let action, let actor, let proof, let id):
      do {
        let receipt = try desk.perform(action, as: actor, proof: proof)
        return office() + [.news(.performed(action, receipt), to: id)]
      } catch {
        let refused = AppEvent.news(
          .refused(action, message(of: error), error as? Refusal), to: id)
        return [refused] + office()
      }
    case .enact(let procedure, let hash, let before, let actor, let id):
      do {
        let version = try desk.enact(procedure, contentHash: hash, over: before, by: actor)
        return [.news(.enacted(procedure.id, version: version), to: id)]
      } catch {
        return [.news(.notEnacted(message(of: error)), to: id)]
      }
    case .prove(let pin, let actor, let id):
      return proving(for: id) { try desk.prove(pin, as: actor) }
    case .choosePIN(let pin, let old, let actor, let id):
      return proving(for: id) { try desk.choosePIN(pin, insteadOf: old, as: actor) }
    case .again(let command): return [.command(command)]
    case .edit(let text, let title, let id):
      guard editor.isNamed else { return [.noEditor(text, title: title, for: id)] }
      return telling {
        let edited = try terminal.suspended { try editor.edit(text) }
        return edited.map { .news(.edited($0), to: id) }
      }
    case .findDrafts(let person):
      return telling { .draftsFound(try drafts.load(of: person)) }
    case .keepDrafts(let changed, let gone, let person):
      do {
        try drafts.keep(changed, dropping: gone, of: person)
        return [.draftsKept(fault: nil)]
      } catch {
        return [.draftsKept(fault: message(of: error))]
      }
    case .setMouse(let isOn):
      terminal.setMouse(isOn)
      return []
    case .nextTheme:
      let all = Theme.Name.allCases
      let here = all.firstIndex(of: terminal.theme) ?? 0
      terminal.setTheme(all[(here + 1) % all.count])
      return [.told(Message("app.theme", ["name": terminal.theme.rawValue]))]
    case .suspendProcess:
      terminal.suspendProcess()
      return []
    case .quit: return []
    }
  }

  /// What somebody has changed in the office since this was last asked; not what this desk itself wrote.
  public func changes() -> [AppEvent] {
    do {
      let now = try desk.dataVersion()
      defer { version = now }
      guard version != nil, version != now else { return [] }
      _ = try desk.refreshOffice()
      return office() + [.changed]
    } catch let error as StoreError {
      if case .exchanged = error { return [.exchanged(error.message)] }
      return []
    } catch {
      return []
    }
  }

  /// The office, if people or appointments are other than they were told last.
  private func office() -> [AppEvent] {
    guard desk.officeVersion != officeVersion else { return [] }
    officeVersion = desk.officeVersion
    return [.office(desk.office)]
  }

  private func proving(for id: LayerID, _ body: () throws -> PINProof) -> [AppEvent] {
    do {
      return [.news(.proved(try body()), to: id)]
    } catch {
      return [.news(.unproved(message(of: error)), to: id)]
    }
  }

  private func telling(_ body: () throws -> AppEvent?) -> [AppEvent] {
    do {
      return try body().map { [$0] } ?? []
    } catch {
      return [.failed(message(of: error))]
    }
  }

  private func message(of error: any Error) -> Message {
    (error as? any Tellable)?.message ?? Message("app.failed", ["detail": "\(error)"])
  }
}
