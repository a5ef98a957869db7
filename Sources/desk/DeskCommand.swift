import ArgumentParser

/// `desk`: everything the office's IT people and scripts can ask of it.
struct DeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk",
    abstract: "Meja kerja surat dinas: dari agenda sampai arsip.",
    discussion: """
      Tanpa perintah, desk membuka layar penuh di kantor yang ditunjuk --office, \
      DESK_OFFICE, atau kantor latihan.

      Jabatan dan orang boleh disingkat selama tidak berarti ganda: "kabid rehsos". \
      Bahasa pesan: DESK_LANG=id (bawaan) atau en. Setiap perintah menerima --json.

      \(ExitStatus.help)
      """,
    version: "desk 0.1.0",
    subcommands: [
      OpenCommand.self, ServeCommand.self, InitCommand.self, PersonCommand.self,
      CalendarCommand.self, PracticeCommand.self, LetterCommand.self, QueueCommand.self,
      RemindCommand.self, TaskCommand.self,
      PINCommand.self, BacklogCommand.self, ProcedureCommand.self, AgendaCommand.self,
      JournalCommand.self, RightsCommand.self, BackupCommand.self, RestoreCommand.self,
      DoctorCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)
}

/// Which office, and how the answer is written.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder kantor (selain itu DESK_OFFICE, lalu kantor latihan).", valueName: "folder"))
  var office: String?

  @Flag(help: "Tulis jawaban sebagai JSON.")
  var json = false
}

/// Who looks: what a secret letter says is for the posts on its path.
struct ReaderOption: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Siapa yang melihat; tanpa ini isi surat terbatas dan rahasia tertutup.",
      valueName: "orang[@jabatan]"))
  var name: String?
}

/// Who acts.
struct ActorOption: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Siapa yang bertindak; di kantor nyata hanya diri sendiri, jabatan bila lebih dari satu.",
      valueName: "orang[@jabatan]"))
  var name: String?
}
