import ArgumentParser

/// `desk serve`: the desk as the owner of an SSH key, called by the forced command beside it.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Buka layar penuh untuk pemilik kunci SSH (dipanggil sshd).",
    discussion: """
      Baris authorized_keys ditulis oleh desk person keys. Dari SSH_ORIGINAL_COMMAND hanya \
      dilayani: queue --json, queue --role jabatan --json, letter show N --json, backlog --json.
      """)

  @Option(help: ArgumentHelp("Folder kantor.", valueName: "folder"))
  var office: String

  @Option(help: ArgumentHelp("Sidik kunci (SHA256:…).", valueName: "sidik"))
  var key: String

  func run() throws {
    var call = ScreenCall()
    call.office = office
    call.key = key
    try call.run()
  }
}
