/// The form of an answer.
package enum Format: String, CaseIterable, Hashable, Sendable {
  case table
  case json
  case ndjson
  case csv
  /// A picture, of the commands that have one.
  case svg

  /// Whether machines read it.
  package var isJSON: Bool { self == .json || self == .ndjson }

  /// Where its columns are looked up.
  var place: Places {
    switch self {
    case .table, .svg: .table
    case .json, .ndjson: .json
    case .csv: .csv
    }
  }
}

/// How a table looks; no other format depends on it.
package struct Appearance: Hashable, Sendable {
  package var language: Language
  /// The columns of the screen; nil for a file or pipe, where lines may have any length.
  package var width: Int?
  package var hasColours: Bool

  package init(language: Language, width: Int? = nil, hasColours: Bool = false) {
    self.language = language
    self.width = width
    self.hasColours = hasColours
  }
}
