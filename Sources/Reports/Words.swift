package import Cadre

/// The language of tables and messages; what machines read is the same in both.
package enum Language: String, CaseIterable, Hashable, Sendable {
  case vietnamese = "vi"
  case english = "en"
}

extension Words {
  /// One thing said in both languages.
  package init(vi vietnamese: String, en english: String) { self.init(vietnamese, english) }

  /// A name or figure that is the same in both.
  package init(_ both: String) { self.init(both, both) }

  /// The text in that language.
  package subscript(language: Language) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}
