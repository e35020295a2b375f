internal import Cadre
package import Office

/// People found by name or number.
package enum FoundReport {
  /// The columns of every format.
  package static let columns: [Column<PersonFound>] = [
    Column("person", Words(vi: "Số", en: "Number"), in: .json) {
      .number(Int($0.who.person.number))
    },
    Column("file", Words(vi: "Mã hồ sơ", en: "File"), wraps: false) { .text($0.who.file) },
    Column("name", Words(vi: "Họ và tên", en: "Name"), in: .json) { .text($0.who.name) },
    Column("name", Words(vi: "Họ và tên", en: "Name"), in: [.table, .csv]) {
      .words($0.who.words)
    },
    Column("birth", Words(vi: "Ngày sinh", en: "Born"), wraps: false) {
      $0.birth.map { .birth($0) } ?? .absent
    },
    Column("status", Words(vi: "Tình trạng", en: "Status")) { .membership($0.status) },
    Column("ended", Words(vi: "Lý do ra", en: "Ended"), in: .json) { .code($0.status.ending) },
    Column("organisation", Words(vi: "Mã tổ chức", en: "Code"), wraps: false) {
      .text($0.organisation)
    },
    Column("organisationName", Words(vi: "Tổ chức", en: "Organisation")) {
      .text($0.organisationName)
    },
  ]

  /// As people look for them: by given name, middle names, family.
  package static func sortedByName(_ people: [PersonFound]) -> [PersonFound] {
    let keyed = people.enumerated().map { place, person in
      (key: Letters.nameSortKey(person.who.name ?? ""), place: place, person: person)
    }
    return keyed.sorted { left, right in
      left.key == right.key
        ? left.place < right.place : left.key.lexicographicallyPrecedes(right.key)
    }.map(\.person)
  }
}
