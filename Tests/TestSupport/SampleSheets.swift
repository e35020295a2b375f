import Platform

/// The spreadsheets in Tests/Sheets, which several tests read.
package enum SampleSheets {
  /// The path of the sample of that name.
  package static func folder(_ name: String) -> String {
    Files.parent(of: Files.parent(of: #filePath)) + "/Sheets/\(name)"
  }
}
