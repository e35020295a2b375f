internal import Platform
internal import Reports

extension Invocation {
  /// Gives bytes that have a form of their own, such as a checkpoint, to where `-o` says.
  ///
  /// - Parameter permissions: of a new file, less what the umask takes away.
  func give(_ text: String, permissions: UInt32 = 0o666) throws(Complaint) {
    try give(Array(text.utf8), permissions: permissions)
  }

  /// The same of bytes.
  func give(_ bytes: [UInt8], permissions: UInt32 = 0o666) throws(Complaint) {
    do throws(PlatformError) {
      if let path = arguments["-o"], path != "-" {
        var file = try FileReplacement(path, permissions: permissions)
        try file.write(bytes)
        try file.commit()
      } else {
        try console.output.write(bytes)
      }
    } catch {
      let path = arguments["-o"] ?? "-"
      throw path == "-" ? FileMessages.writing(error) : FileMessages.writing(error, to: path)
    }
  }

  /// The form of the answer.
  /// - Throws: where there is no such form, or the command has none such.
  func format(otherwise: Format = .table) throws(Complaint) -> Format {
    guard let text = arguments["-O"] else { return otherwise }
    let format = Format(rawValue: text)
    guard format != .svg || command.hasPicture else { throw UsageMessages.noPicture(command) }
    guard let format else {
      let forms = Format.allCases.filter { $0 != .svg || command.hasPicture }
      throw UsageMessages.noChoice("-O", text, of: forms.map(\.rawValue))
    }
    return format
  }
}
