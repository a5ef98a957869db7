import ArgumentParser
import DeskModel

/// What the agenda book says about a letter, as options.
struct LetterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Pengirim.", valueName: "teks"))
  var sender: String?

  @Option(help: ArgumentHelp("Nomor surat dari pengirim.", valueName: "nomor"))
  var senderNumber: String?

  @Option(help: ArgumentHelp("Tanggal surat.", valueName: "tanggal"))
  var letterDate: String?

  @Option(help: ArgumentHelp("Tanggal terima.", valueName: "tanggal"))
  var receivedDate: String?

  @Option(help: ArgumentHelp("Hal.", valueName: "teks"))
  var subject: String?

  @Option(help: ArgumentHelp("Ringkasan atau keterangan.", valueName: "teks"))
  var note: String?

  @Option(help: ArgumentHelp("Sifat: B, T, R atau SR.", valueName: "sifat"))
  var secrecy: String?

  @Option(help: ArgumentHelp("Urgensi: biasa, segera, sangat segera.", valueName: "urgensi"))
  var urgency: String?

  @Option(help: ArgumentHelp("Kode klasifikasi.", valueName: "kode"))
  var classification: String?

  /// A form in which what the options say stands over what stood there.
  func over(_ input: LetterDraftInput) -> LetterDraftInput {
    var input = input
    input.sender = sender ?? input.sender
    input.senderNumber = senderNumber ?? input.senderNumber
    input.letterDate = letterDate ?? input.letterDate
    input.receivedDate = receivedDate ?? input.receivedDate
    input.subject = subject ?? input.subject
    input.note = note ?? input.note
    input.secrecy = secrecy ?? input.secrecy
    input.urgency = urgency ?? input.urgency
    input.classification = classification ?? input.classification
    return input
  }
}
