import ArgumentParser
import DeskModel

/// `desk pin`: the PIN that paraf and signature ask for.
struct PINCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin", abstract: "PIN untuk paraf dan tanda tangan.",
    subcommands: [PINSetCommand.self])
}

/// `desk pin set`: chooses one's own PIN.
struct PINSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Pilih PIN, atau ganti yang lama.",
    discussion: """
      PIN ditanyakan di terminal tanpa ditampilkan. Berkas --pin-file berisi PIN baru, atau PIN \
      lama lalu PIN baru, masing-masing satu baris. PIN menyatakan kesengajaan; siapa orangnya \
      ditentukan oleh kunci SSH atau pengguna host.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOption
  @OptionGroup var pin: PINOption

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    let actor = try place.actor(desk, actor)
    try PINEntry(file: pin.file, action: "pin set", phrases: place.phrases).choose(
      at: desk, by: actor)
    if common.json {
      try Output.json(.sorted(["person": .string(actor.person.rawValue)]))
    } else {
      let name = desk.office.person(actor.person)?.name ?? actor.person.rawValue
      try Output.text(place.phrases("cli.pin.set", ["person": name]))
    }
  }
}

/// Where the PIN comes from.
struct PINOption: ParsableArguments {
  @Option(
    name: .customLong("pin-file"),
    help: ArgumentHelp(
      "Berkas yang berisi PIN, - untuk masukan baku; tanpa ini ditanyakan di terminal.",
      valueName: "berkas"))
  var file: String?
}
