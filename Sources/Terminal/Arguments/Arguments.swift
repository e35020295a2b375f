/// What a command was given: operands in order, and options by name.
struct Arguments: Hashable, Sendable {
  /// Everything that is no option, in order.
  var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// The value of an option; that given last where it was given twice.
  subscript(option: String) -> String? { values[option]?.last }

  /// Every value of an option that may be given several times, in order.
  func all(_ option: String) -> [String] { values[option] ?? [] }

  /// Whether the option was given.
  func has(_ option: String) -> Bool { values[option] != nil }

  /// Notes an option; one without a value has the empty text.
  mutating func set(_ option: String, _ value: String) {
    values[option, default: []].append(value)
  }
}
