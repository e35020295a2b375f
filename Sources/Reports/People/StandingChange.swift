package import Cadre
package import Office

/// Something about a person that is not the same before and after: a field of their card, or a
/// post.
package struct StandingChange: Hashable, Sendable {
  /// As machines know it: a column of `cadre person`, or `posts` or `planning`.
  package let field: String
  package let title: Words
  /// The code of the post; nil where it is about none.
  package let position: String?
  package let before: Value
  package let after: Value
}

extension StandingChange {
  /// What machines read, then what people do not.
  private static let fields = [
    "file", "name", "birth", "sex", "ethnicity", "status", "ended", "officialFrom",
    "partyAgeFrom", "organisation", "organisationName", "inPopulation",
  ]
  private static let forMachinesOnly: Set = ["ended", "organisation"]

  /// Everything that differs on the day asked, fields first, then posts held, then planning.
  package static func all(in difference: PersonDifference, for place: Places) -> [StandingChange] {
    let isForMachines = place == .json
    let columns = fields.compactMap { field in
      isForMachines || !forMachinesOnly.contains(field)
        ? PersonReport.person.first { $0.head.key == field && $0.head.places.contains(.json) }
        : nil
    }
    let changes = columns.map { column in
      StandingChange(
        field: column.head.key, title: column.head.title, position: nil,
        before: difference.before.map(column.value) ?? .absent,
        after: difference.after.map(column.value) ?? .absent)
    }
    return (changes + posts(difference, isForMachines) + planning(difference, isForMachines))
      .filter { $0.before != $0.after }
  }

  private static func posts(
    _ difference: PersonDifference, _ isForMachines: Bool
  ) -> [StandingChange] {
    all(
      "posts", Words(vi: "chức vụ", en: "post held"),
      difference.before?.posts.map { ($0.code, $0.value(isForMachines)) } ?? [],
      difference.after?.posts.map { ($0.code, $0.value(isForMachines)) } ?? [])
  }

  private static func planning(
    _ difference: PersonDifference, _ isForMachines: Bool
  ) -> [StandingChange] {
    all(
      "planning", Words(vi: "quy hoạch", en: "planned for"),
      difference.before?.planning.map { ($0.code, $0.value(isForMachines)) } ?? [],
      difference.after?.planning.map { ($0.code, $0.value(isForMachines)) } ?? [])
  }

  /// A row for each post that either side has, by code.
  private static func all(
    _ field: String, _ title: Words, _ before: [(String, Value)], _ after: [(String, Value)]
  ) -> [StandingChange] {
    let old = Dictionary(before) { first, _ in first }
    let new = Dictionary(after) { first, _ in first }
    let codes = Set(old.keys).union(new.keys).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return codes.map { code in
      StandingChange(
        field: field, title: title, position: code, before: old[code] ?? .absent,
        after: new[code] ?? .absent)
    }
  }
}

extension HeldPost {
  fileprivate func value(_ isForMachines: Bool) -> Value {
    guard !isForMachines else {
      return .record([
        .init("title", .text(title)), .init("line", .code(line)),
        .init("class", .code(positionClass)), .init("from", .day(from)),
      ])
    }
    return .words(
      Words(title) + Words(vi: ", từ \(from.forPeople)", en: ", since \(from.forPeople)"))
  }
}

extension PlannedPost {
  fileprivate func value(_ isForMachines: Bool) -> Value {
    guard !isForMachines else {
      return .record([
        .init("title", .text(title)), .init("terms", .list(terms.map { .text($0.description) })),
        .init("lapsed", .truth(isLapsed)),
      ])
    }
    let terms = terms.map(\.description).joined(separator: ", ")
    return .words(
      Words("\(title), \(terms)")
        + (isLapsed ? Words(vi: " (hết hiệu lực)", en: " (lapsed)") : .none))
  }
}
