internal import Cadre

/// The names of types of events, as help lists them.
enum EventTypeNames {
  /// Every type that a log may hold.
  static let all = list(EventType.allCases)
  /// Those that `cadre record` takes; the others have commands of their own.
  static let recorded = list(EventType.allCases.filter { !EventForm.description(of: $0).isEmpty })

  private static func list(_ types: [EventType]) -> String {
    types.map(\.name).joined(separator: ", ")
  }
}
