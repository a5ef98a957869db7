import ArgumentParser
import DeskModel

/// `desk task`: one step of one letter.
struct TaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task", abstract: "Lihat dan kerjakan sebuah tugas.",
    subcommands: [Show.self, TaskActCommand.self])

  /// `desk task show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Sebuah tugas dengan surat dan perjalanannya.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var reader: ReaderOption

    @Argument(help: ArgumentHelp("Pengenal tugas, dari queue.", valueName: "id"))
    var id: Int

    func run() throws {
      let place = try Workplace()
      let desk = try place.desk(common.office)
      let (view, task) = try desk.taskView(id, for: place.reader(desk, reader))
      if common.json {
        let json = ReportJSON(desk.office)
        try Output.json(
          .sorted(["case": json.value(view), "task": json.value(task)]))
      } else {
        let text = ReportText(desk, place.phrases)
        try Output.lines(
          text.letter(view.letter, [view]) + text.task(task, in: view) + text.path(view)
            + text.draft(view, on: task.branch))
      }
    }
  }
}

extension Desk {
  /// A task with its case, as somebody may see it.
  ///
  /// - Throws: `CommandFault.notFound`, also when the letter is secret and the reader not on its path.
  func taskView(_ id: Int, for reader: Actor?) throws -> (view: CaseView, task: DeskModel.Task) {
    guard let view = try caseView(task: Int64(id), for: reader),
      let task = view.state.task(Int64(id))
    else {
      throw CommandFault.notFound(what: "task", id: "\(id)")
    }
    return (view, task)
  }
}
