internal import Platform
internal import Reports

extension Invocation {
  /// Gives bytes that have a form of their own, such as a checkpoint, to where `-o` says.
  ///
  /// - Parameter permissions: of a new file, less what the umask takes away.
  func give(_ text: String, permissions: UInt32 = 0o666) throws(Complaint) {
    let bytes = Array(text.utf8)
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
  func format() throws(Complaint) -> Format { try arguments.choice("-O", Format.self) ?? .table }
}
