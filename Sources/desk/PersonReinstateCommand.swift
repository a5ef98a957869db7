import ArgumentParser
import DeskModel

/// `desk person reinstate`: says that somebody works here again, or that it was wrong that he did not.
struct PersonReinstateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reinstate", abstract: "Batalkan retire: orangnya bekerja di kantor ini lagi.",
    discussion: """
      Penugasan, pengguna dan kunci yang dicabut oleh retire diberikan lagi satu per satu.
      """)

  @OptionGroup var target: PersonOptions

  func run() throws { try target.change { id, _ in .reinstatePerson(id) } }
}
