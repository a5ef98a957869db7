import Foundation
import Testing

@testable import DeskModel

/// A reminder as mail: headers that no text can break, a body that stays readable.
@Suite struct MailMessageTests {
  private func message(
    name: String = "Melati Contoh, S.Sos.", subject: String = "Dinas: 3 lewat waktu",
    body: String = "Yth. Melati"
  ) throws -> MailMessage {
    let address = try #require(MailAddress("melati@dinsos.example"))
    let account = try #require(MailAddress("desk@meja"))
    return MailMessage(
      from: .init(name: "Dinas Sosial", address: account),
      to: .init(name: name, address: address), subject: subject, body: body,
      date: SmallOffice.monday, zone: .wita)
  }

  /// The headers with their folded lines joined, and the body.
  private func parts(_ text: String) -> (headers: [String: String], body: String) {
    let halves = text.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
    let lines = halves[0].replacing("\n ", with: " ").split(separator: "\n")
    let headers = lines.map { line in
      let pair = line.split(separator: ":", maxSplits: 1)
      return (String(pair[0]), String(pair[1].drop { $0 == " " }))
    }
    return (Dictionary(headers) { a, b in a + "|" + b }, String(halves[1]))
  }

  /// What encoded words say.
  private func decoded(_ header: String) -> String {
    let words = header.split(separator: " ").prefix { $0.hasPrefix("=?UTF-8?B?") }
    let bytes = words.flatMap { word in
      Array(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))) ?? Data())
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func saysWhoWhenAndWhatInPlainHeaders() throws {
    let (headers, body) = parts(try message().text)
    #expect(headers["Date"] == "Mon, 2 Mar 2026 09:00:00 +0800")
    #expect(headers["Content-Type"] == "text/plain; charset=UTF-8")
    #expect(headers["Content-Transfer-Encoding"] == "8bit")
    let to = try #require(headers["To"])
    #expect(to.hasSuffix(" <melati@dinsos.example>"))
    #expect(decoded(to) == "Melati Contoh, S.Sos.")
    #expect(decoded(try #require(headers["Subject"])) == "Dinas: 3 lewat waktu")
    #expect(body == "Yth. Melati\n")
  }

  @Test func noTextEndsAHeaderOrBeginsAnother() throws {
    let evil = "Halo\r\nBcc: semua@dinsos.example\u{2028}X: y\u{0}\u{202E}"
    let text = try message(name: evil, subject: evil).text
    let (headers, _) = parts(text)
    #expect(
      Set(headers.keys) == [
        "From", "To", "Subject", "Date", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding", "Auto-Submitted",
      ])
    #expect(!text.contains("Bcc"))
    #expect(!text.contains("\r"))
    #expect(decoded(try #require(headers["Subject"])).hasPrefix("Halo"))
  }

  @Test func longSubjectsAreFoldedBetweenCharacters() throws {
    let subject = String(repeating: "Surat é 漢字 👩🏽‍💼 ", count: 12)
    let text = try message(subject: subject).text
    #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 90 })
    let words = text.matches(of: /=\?UTF-8\?B\?[^?]*\?=/).map { String($0.0) }
    #expect(words.allSatisfy { $0.utf8.count <= 75 })
    for word in words {
      let bytes = Data(base64Encoded: String(word.dropFirst(10).dropLast(2))) ?? Data()
      #expect(String(validating: bytes, as: UTF8.self) != nil, "a character was cut: \(word)")
    }
  }

  @Test func theBodyKeepsItsLinesAndNothingThatSteers() throws {
    let (_, body) = parts(try message(body: "a\n\n.\nb\u{1B}[2Jc").text)
    #expect(body == "a\n\n.\nb [2Jc\n")
  }

  @Test(arguments: [
    ("melati@dinsos.example", true), ("m.contoh+meja@a-b.go.id", true), ("root@meja", true),
    ("", false), ("melati", false), ("@dinsos.example", false), ("a@b@c", false),
    ("-oQ/tmp@x.id", false), ("a b@c.id", false), ("a@c.id\nBcc: x@y.id", false),
    ("a,b@c.id", false), ("a@c..id", false), (".a@c.id", false), ("é@c.id", false),
    ("a<b@c.id", false), ("a@c_d.id", false), (String(repeating: "a", count: 65) + "@c.id", false),
  ])
  func anAddressIsOneOrIsRefused(_ text: String, _ isAddress: Bool) {
    #expect((MailAddress(text) != nil) == isAddress)
  }
}
