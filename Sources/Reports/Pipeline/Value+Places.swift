internal import Cadre
internal import Office

extension Value {
  /// A day that may be before all days, which is none to show.
  static func known(_ day: Day?) -> Value {
    guard let day, day > .beforeAll, day < .afterAll else { return .absent }
    return .day(day)
  }
}

extension Column {
  /// The code of an organisation; its name where it has none.
  static func organisation(
    _ key: String, _ title: Words, in places: Places = .everywhere,
    _ name: @escaping @Sendable (Row) -> OrganisationName?
  ) -> Column {
    Column(key, title, in: places, wraps: true) { .text(name($0)?.code) }
  }

  /// What an organisation is called.
  static func organisationName(
    _ key: String, _ title: Words, in places: Places = .everywhere,
    _ name: @escaping @Sendable (Row) -> OrganisationName?
  ) -> Column {
    Column(key, title, in: places) { .text(name($0)?.name) }
  }

  /// How many there are of something.
  static func count(
    _ key: String, _ title: Words, in places: Places = .everywhere,
    _ number: @escaping @Sendable (Row) -> Int?
  ) -> Column {
    Column(key, title, in: places, alignment: .trailing) { .number(number($0)) }
  }
}
