internal import Cadre
package import JSON
package import Office

/// What changed in what was known about a person: `cadre diff`.
package enum DifferenceReport {
  /// The person and the two standpoints, a line a column.
  package static let person: [Column<PersonDifference>] = [
    Column("person", Words(vi: "Người", en: "Person")) {
      .words(Words.joined([Words($0.who.file ?? ""), $0.who.words], by: " "))
    },
    Column("before", Words(vi: "Trước", en: "Before")) {
      .words($0.standpoints.before.words + unknown($0.before))
    },
    Column("after", Words(vi: "Sau", en: "After")) {
      .words($0.standpoints.after.words + unknown($0.after))
    },
  ]

  private static func unknown(_ card: PersonCard?) -> Words {
    card == nil ? Words(vi: " (chưa có hồ sơ)", en: " (the person is not known)") : .none
  }

  /// What became of facts.
  package static func facts(_ names: Names) -> [Column<FactChange>] {
    [Column("turn", Words(vi: "Thay đổi", en: "Change")) { .code($0.turn, $0.turn.words) }]
      + PersonReport.timeline(names).filter { $0.head.key != "counts" }
      .map { column in
        Column(
          column.head.key, column.head.title, in: column.head.places,
          alignment: column.head.alignment, wraps: column.head.wraps
        ) { column.value($0.item) }
      } + [
        Column("by", Words(vi: "Do việc rút", en: "By retraction")) {
          $0.by.map { .index($0) } ?? .absent
        }
      ]
  }

  /// What the person is on the day, before and after.
  package static let standing: [Column<StandingChange>] = [
    Column("field", Words(vi: "Mục", en: "What")) { .coded($0.field, $0.title) },
    Column("position", Words(vi: "Chức danh", en: "Post")) { .text($0.position) },
    Column("before", Words(vi: "Trước", en: "Before")) { $0.before },
    Column("after", Words(vi: "Sau", en: "After")) { $0.after },
  ]

  /// Writes the members of the answer's object: `person` (number), `file`, `name`, `on`,
  /// `knownBefore`, `knownAfter` (log sizes), `rulesBefore`, `rulesAfter` (ids), `existsBefore`,
  /// `existsAfter` (whether the person was known), and three arrays: `facts` as a timeline has
  /// them with `turn` and `by`; `standing` of `field`, `position`, `before`, `after`; `verdicts`
  /// of who and which post, with `before`, `after` and `requirements`.
  package static func write(_ difference: PersonDifference, to json: inout JSONWriter) {
    json.key("person")
    json.integer(UInt64(difference.who.person.number))
    json.key("file")
    json.optional(difference.who.file)
    json.key("name")
    json.optional(difference.who.name)
    let (before, after) = difference.standpoints
    json.key("on")
    json.day(after.on)
    json.key("knownBefore")
    json.integer(before.known.count)
    json.key("knownAfter")
    json.integer(after.known.count)
    json.key("rulesBefore")
    json.string(before.rules.id)
    json.key("rulesAfter")
    json.string(after.rules.id)
    json.key("existsBefore")
    json.bool(difference.before != nil)
    json.key("existsAfter")
    json.bool(difference.after != nil)
    json.key("facts")
    write(difference.facts, facts(difference.names), to: &json)
    json.key("standing")
    write(StandingChange.all(in: difference, for: .json), standing, to: &json)
    json.key("verdicts")
    var writing = EligibilityWriting(after, positions: difference.positions)
    json.beginArray()
    for change in difference.verdicts {
      json.beginObject()
      writing.writeSubject(of: change.row, to: &json)
      writing.writeChange(change, to: &json)
      json.endObject()
    }
    json.endArray()
  }

  private static func write<Row>(
    _ rows: [Row], _ columns: [Column<Row>], to json: inout JSONWriter
  ) {
    json.beginArray()
    for row in rows {
      json.beginObject()
      for column in columns where column.head.places.contains(.json) {
        json.name(column.head.key)
        column.value(row).write(to: &json)
      }
      json.endObject()
    }
    json.endArray()
  }
}

extension FactTurn {
  /// What people call it.
  fileprivate var words: Words {
    switch self {
    case .learnt: Words(vi: "mới biết", en: "newly known")
    case .ceased: Words(vi: "không còn hiệu lực", en: "counts no more")
    case .restored: Words(vi: "có hiệu lực trở lại", en: "counts again")
    case .passing: Words(vi: "đã ghi rồi rút", en: "recorded and retracted")
    }
  }
}
