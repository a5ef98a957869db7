import Foundation
import Testing

@testable import DeskModel

// What is typed, or comes in one line from somebody else's program.
extension FuzzedReader {
  static let texts = [
    FuzzedReader(
      "number",
      texts: [
        "{kode}/{urut:3}/{unit}/{tahun}", "{urut}", "{urut:4}/{jabatan}/{bulan_romawi}/{derajat}",
      ]
    ) { text in
      let pattern = try NumberPattern(text)
      for date in [CalendarDate.earliest, .latest, CalendarDate(daysSince1970: 20_000)] {
        for sequence in [1, 999_999_999, Int.max] {
          let values = NumberPattern.Values(
            sequence: sequence, date: date, code: "400.9.2", unit: "UMUM", position: "KD")
          let number = try pattern.format(values)
          #expect(number.count <= NumberPattern.longest)
        }
      }
    },
    FuzzedReader(
      "request",
      texts: [
        "queue --json", "queue --role kepala-bidang@rehabilitasi-sosial --json", "backlog --json",
        "letter show 12 --json", "desk letter show 1 --json",
      ]
    ) { text in
      _ = try RemoteRequest(text)
      #expect(!text.contains { "\n\r\0;|&$`<>(){}*?\\\"'/".contains($0) }, "taken: \(text)")
    },
    FuzzedReader(
      "key",
      texts: [
        KeyFixture.ed25519(7), KeyFixture.rsa(bits: 3_072),
        KeyFixture.line(
          "ecdsa-sha2-nistp256", [Data("nistp256".utf8), Data([4] + [UInt8](1...64))]),
        KeyFixture.line(
          "sk-ssh-ed25519@openssh.com", [Data(repeating: 7, count: 32), Data("ssh:".utf8)]),
      ]
    ) { text in
      let key = try PublicKey(text)
      #expect(try PublicKey(key.text) == key)
      #expect(!key.text.contains(where: \.isNewline) && key.fingerprint.hasPrefix("SHA256:"))
    },
    FuzzedReader("nip", texts: ["198001012005011001", "19900214 201521 2 008"]) { text in
      let number = try NIP(text)
      #expect(try NIP(number.description) == number)
    },
    FuzzedReader("mail", texts: ["melati@dinsos.example", "a.b-c+d@e.f.g"]) { text in
      guard let address = MailAddress(text) else { return }
      #expect(address.text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x2C })
    },
    FuzzedReader(
      "date", texts: ["5/3/2026", "05-03-26", "2026-03-05", "5 Maret 2026", "31.12.9999"]
    ) { text in
      if let date = CalendarDate(text) { #expect(date.description == text) }
      let date = try CalendarDate(input: text)
      #expect(try CalendarDate(input: date.dayFirst) == date || date.year < 1_000)
      _ = date.adding(days: .max).adding(months: .min).adding(years: .max)
    },
    FuzzedReader(
      "time", texts: ["10 menit", "3-4 hari", "1 sd 3 hari kerja", "@5 Menit", "tidak terbatas"]
    ) { text in
      let time = try StandardTime(reading: text)
      #expect(try StandardTime(reading: time.text) == time)
    },
    FuzzedReader("hours", texts: ["07:30-12:00", "13.00-16.00"]) { text in
      guard let range = MinuteRange(text) else { return }
      #expect(MinuteRange(range.description) == range)
    },
    FuzzedReader(
      "name", texts: ["kadis", "kepala-bidang@rehabilitasi-sosial", "melati@kabid rehsos", "umum"]
    ) { text in
      let office = try office.get()
      let today = CalendarDate(daysSince1970: 20_500)
      do throws(NameFault) {
        _ = try office.role(called: text)
      } catch {
        expectSentence(error.message)
      }
      _ = try office.actor(called: text, on: today)
    },
    FuzzedReader("letter", texts: ["Undangan rapat", "7/PC/2026", "1/3/2026", "R", "400.9"]) {
      text in
      var input = LetterDraftInput(kind: .incoming)
      input.sender = text
      input.subject = text
      input.senderNumber = text
      if text.count.isMultiple(of: 2) { input.note = text }
      if text.count.isMultiple(of: 3) { input.letterDate = text }
      if text.count.isMultiple(of: 5) { input.secrecy = text }
      let letter = try input.letter(
        today: CalendarDate(daysSince1970: 20_500),
        classifications: try OfficeReader.classifications(in: assets).first)
      try keep(.letterRegistered(LetterRegistered(letter: letter)))
    },
    FuzzedReader("pin", texts: ["246810", "194857"]) { text in
      let pin = try PIN(typed: text)
      #expect(pin.digits == text)
    },
  ]
}
