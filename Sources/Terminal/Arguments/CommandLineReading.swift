internal import Reports

/// What a line asks for, before the options of its command are looked at.
enum CommandLineReading {
  case version
  case overview
  case nothing
  /// A command, and the line without the command's own words.
  case command(Subcommand, [String])

  /// Finds the command: the first word that is neither an option nor an option's value.
  static func find(_ words: [String]) throws(Complaint) -> CommandLineReading {
    guard let place = try firstOperand(words, from: 0) else {
      let names = Set(words.map { ArgumentParser.split($0).name })
      if names.contains("--version") { return .version }
      return names.contains("--help") ? .overview : .nothing
    }
    var rest = words
    let word = rest.remove(at: place)
    if let command = CommandTable.command(word) { return .command(command, rest) }
    let family = CommandTable.family(word)
    guard !family.isEmpty else {
      let known = CommandTable.firstWords
      throw UsageMessages.unknownCommand(
        word, suggestion: Suggestion.nearest(to: word, among: known))
    }
    return try member(of: family, word, rest, from: place)
  }

  /// The second word of a command such as `rules list`.
  private static func member(
    of family: [Subcommand], _ word: String, _ words: [String], from start: Int
  ) throws(Complaint) -> CommandLineReading {
    let choices = family.map { String($0.name.dropFirst(word.count + 1)) }
    guard let place = try firstOperand(words, from: start) else {
      let asksForHelp = words.contains("--help")
      if asksForHelp { return .command(.help, [word] + words.filter { $0 != "--help" }) }
      throw UsageMessages.incompleteCommand(word, of: choices)
    }
    var rest = words
    let second = rest.remove(at: place)
    guard let command = family.first(where: { $0.name == "\(word) \(second)" }) else {
      throw UsageMessages.unknownCommand(
        "\(word) \(second)",
        suggestion: Suggestion.nearest(to: second, among: choices).map { "\(word) \($0)" })
    }
    return .command(command, rest)
  }

  /// The place of the next word that is no option; options ahead of the command are shared ones.
  private static func firstOperand(
    _ words: [String], from start: Int
  ) throws(Complaint) -> Int? {
    var place = start
    while place < words.count {
      let word = words[place]
      guard word.utf8.first == UInt8(ascii: "-"), word != "-" else { return place }
      let (name, attached) = ArgumentParser.split(word)
      guard let option = SharedOptions.all.first(where: { $0.name == name }) else {
        throw UsageMessages.misplacedOption(name)
      }
      place += option.placeholder != nil && attached == nil ? 2 : 1
    }
    return nil
  }
}
