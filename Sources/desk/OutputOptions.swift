import ArgumentParser

/// Where a command writes a text: to a file, else to the screen.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Berkas, atau folder, tempat menulis.", valueName: "berkas"))
  var output: String?

  @Flag(help: "Ganti berkas yang sudah ada.")
  var overwrite = false

  /// Writes a text to the file, where one was named.
  ///
  /// - Parameter name: what the file is called if a folder was named.
  /// - Returns: the file's path; `nil` when the text is for the screen.
  /// - Throws: `CommandFault`.
  func write(_ text: String, name: String) throws -> String? {
    guard let output else { return nil }
    let file = try OutputFile(output, name: name)
    try file.write(text, overwrite: overwrite)
    return file.path
  }
}
