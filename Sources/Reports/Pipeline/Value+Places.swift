internal import Cadre
internal import Office

extension Value {
  /// The text that a rule rests on: for machines its number, article and ISO day, for people also
  /// whether it was confirmed; nothing where no rule decides.
  static func basis<Decided>(of ruling: Ruling<Decided>?) -> Value {
    guard let ruling else { return .absent }
    let basis = ruling.basis
    let code = [basis.text, basis.article, basis.date?.description].compactMap { $0 }
    return .coded(
      code.joined(separator: ", "), .basis(basis, verified: ruling.verified))
  }

  /// Whether the value of a rule that decides was found in public sources.
  static func isVerified<Decided>(_ ruling: Ruling<Decided>?) -> Value {
    ruling.map { .truth($0.verified) } ?? .absent
  }

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

  /// File number and name of a person; of one erased, people read the number in the ledger.
  static func person(_ who: @escaping @Sendable (Row) -> Identity) -> [Column] {
    [
      Column("file", Words(vi: "Mã hồ sơ", en: "File"), wraps: false) { .text(who($0).file) },
      Column("name", Words(vi: "Họ và tên", en: "Name"), in: [.table, .csv]) {
        .words(who($0).words)
      },
      Column("name", Words(vi: "Họ và tên", en: "Name"), in: .json) { .text(who($0).name) },
    ]
  }

  /// How many there are of something.
  static func count(
    _ key: String, _ title: Words, in places: Places = .everywhere,
    _ number: @escaping @Sendable (Row) -> Int?
  ) -> Column {
    Column(key, title, in: places, alignment: .trailing) { .number(number($0)) }
  }
}
