internal import Reports

/// Reads a command line against what a command takes.
///
/// `--name value`, `--name=value`, `-O value` and `-Ovalue`; `--` ends the options; `-` alone is
/// an operand. Options may stand before, between and behind the operands.
struct ArgumentParser {
  let command: Subcommand

  /// The operands and options, counted and known; values are not looked into yet.
  func parse(_ words: [String]) throws(Complaint) -> Arguments {
    var arguments = Arguments()
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        arguments.operands += rest
        break
      }
      guard word.utf8.first == UInt8(ascii: "-"), word != "-" else {
        arguments.operands.append(word)
        continue
      }
      let (name, attached) = ArgumentParser.split(word)
      guard let option = command.options.first(where: { $0.name == name }) else {
        if let remedy = command.replaced[name] {
          throw UsageMessages.replacedOption(name, remedy)
        }
        throw name == "--publish"
          ? PublishMessages.notPublished(command) : UsageMessages.unknownOption(name, of: command)
      }
      let value = try value(of: option, attached, &rest)
      arguments.set(option.name, value)
    }
    try count(arguments)
    return arguments
  }

  private func value(
    of option: OptionSpecification, _ attached: String?, _ rest: inout ArraySlice<String>
  ) throws(Complaint) -> String {
    guard let placeholder = option.placeholder else {
      if let attached { throw UsageMessages.unexpectedValue(option.name, attached) }
      return ""
    }
    if let attached { return attached }
    guard let next = rest.first, !isOption(next) else {
      throw UsageMessages.missingValue(option.name, placeholder)
    }
    rest.removeFirst()
    return next
  }

  /// Whether the word is an option of the command, so that it is not meant as a value.
  private func isOption(_ word: String) -> Bool {
    let name = ArgumentParser.split(word).name
    return command.options.contains { $0.name == name }
  }

  private func count(_ arguments: Arguments) throws(Complaint) {
    if arguments.has("--help") || arguments.has("--version") { return }
    let count = arguments.operands.count
    if count < command.operands.lowerBound { throw UsageMessages.missingOperand(command) }
    if count > command.operands.upperBound {
      throw UsageMessages.surplusOperand(
        arguments.operands[command.operands.upperBound], command)
    }
  }

  /// The name of an option and the value written in the same word.
  static func split(_ word: String) -> (name: String, value: String?) {
    guard word.hasPrefix("--") else {
      let value = word.dropFirst(2)
      guard !value.isEmpty else { return (word, nil) }
      return (String(word.prefix(2)), String(value.first == "=" ? value.dropFirst() : value))
    }
    guard let mark = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<mark]), String(word[word.index(after: mark)...]))
  }
}
