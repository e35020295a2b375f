internal import Reports

/// In which language people are spoken to.
enum LanguageChoice {
  /// That of `--lang`, else the locale's, else Vietnamese; found before the line is understood, so
  /// that complaints about the line are in it too.
  static func of(_ words: [String], _ console: Console) -> Language {
    for (place, word) in words.enumerated() {
      if word == "--" { break }
      let (name, attached) = ArgumentParser.split(word)
      guard name == "--lang" else { continue }
      let value = attached ?? (place + 1 < words.count ? words[place + 1] : "")
      if let language = Language(rawValue: value) { return language }
    }
    return ofLocale(console)
  }

  /// The first of the variables that is set decides (POSIX, Environment Variables).
  private static func ofLocale(_ console: Console) -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let locale = console.setting(name) else { continue }
      return locale.hasPrefix("en_") || locale == "en" ? .english : .vietnamese
    }
    return .vietnamese
  }
}
