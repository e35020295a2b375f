internal import Office
internal import Platform

/// A rule set in a file that somebody names.
enum RulesFile {
  /// The most bytes of a file that is looked at as a rule set.
  private static let limit = 1 << 20

  /// The file's text, which may be no rule set at all.
  static func read(_ path: String) throws(Complaint) -> String {
    let bytes: [UInt8]
    do throws(PlatformError) { bytes = try Files.read(path, limit: limit) } catch {
      throw FileMessages.reading(error)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw OfficeMessages.complaint(OfficeError(.badRules("UTF-8"), path))
    }
    return text
  }

  /// Does something with the ledger and the text of a file; a fault of the text is told of the file.
  static func office<Answer>(
    _ path: String, _ body: () throws(OfficeError) -> Answer
  ) throws(Complaint) -> Answer {
    do throws(OfficeError) { return try body() } catch {
      guard case .badRules = error.reason, error.subject.isEmpty else {
        throw OfficeMessages.complaint(error)
      }
      throw OfficeMessages.complaint(OfficeError(error.reason, path))
    }
  }
}
