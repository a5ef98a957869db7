import ArgumentParser

/// `desk open`: the full screen.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Buka layar penuh.", aliases: ["tui"])

  @Option(
    help: ArgumentHelp(
      "Folder kantor (selain itu DESK_OFFICE, lalu kantor latihan).", valueName: "folder"))
  var office: String?

  @Option(help: ArgumentHelp("Siapa yang duduk di meja ini.", valueName: "orang[@jabatan]"))
  var person: String?

  @Option(help: ArgumentHelp("Tema warna.", valueName: "nama"))
  var theme: String?

  @Flag(help: "Gambar hanya dengan ASCII.")
  var ascii = false

  @Flag(help: "Tanpa warna, seperti NO_COLOR.")
  var noColor = false

  @Flag(help: "Tanpa tetikus.")
  var noMouse = false

  func run() throws {
    var call = ScreenCall()
    call.office = office
    call.person = person
    call.theme = theme
    call.ascii = ascii
    call.noColour = noColor
    call.noMouse = noMouse
    try call.run()
  }
}
