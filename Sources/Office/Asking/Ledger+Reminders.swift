package import Cadre
internal import CadreCodec
internal import Projections

/// A reminder with whom and what it is about.
package struct ReminderRow: Hashable, Sendable {
  package let reminder: Reminder
  package let who: Identity
  /// Where it falls.
  package let place: OrganisationName?
  package let positionCode: String?
  package let title: String?
}

/// What the next days bring.
package struct ReminderList: Sendable {
  package let standpoint: Standpoint
  /// By day, then by kind and file number.
  package let rows: [ReminderRow]
  /// How many days ahead.
  package let within: Int
}

extension Ledger {
  /// What lapses, ends or is due from the day asked on, and the obligations past their day that
  /// still stand (spec/domain.md section 7). O(people).
  /// - Parameter days: how far to look ahead.
  package func reminders(
    _ inquiry: Inquiry, organisation: String? = nil, within days: Int, now: Instant
  ) throws(OfficeError) -> ReminderList {
    try reading { (stores) throws(OfficeError) in
      let survey = try survey(stores, inquiry, under: organisation, now: now)
      let reminders = Reminders(survey.deadlines, survey.register.posts, within: days)
      let rows = try forEverybody(
        stores, survey.register, reading: .reminders, start: [ReminderRow](),
        each: { (rows, person, stores) throws(OfficeError) in
          rows += try stores.rows(of: person, reminders, survey)
        },
        join: { $0 += $1 })
      return ReminderList(
        standpoint: survey.standpoint, rows: rows.sorted(by: ReminderRow.precedes), within: days)
    }
  }
}

extension Stores {
  fileprivate func rows(
    of person: PersonState, _ reminders: Reminders, _ survey: Survey
  ) throws(OfficeError) -> [ReminderRow] {
    let day = survey.standpoint.on
    let found = try reminders.all(of: person) { () throws(OfficeError) in
      try profile(of: person, on: day)
    }
    let here = person.organisation(on: day)
    let asked = found.filter { survey.subtree.contains($0.organisation ?? here) }
    if asked.isEmpty { return [] }
    let who = try identity(of: person, on: day)
    return asked.map { reminder in
      let details = reminder.position.flatMap {
        survey.register.positions[$0]?.details(on: day)
      }
      return ReminderRow(
        reminder: reminder, who: who,
        place: survey.register.home(of: reminder.organisation ?? here),
        positionCode: details?.code, title: details?.title)
    }
  }
}

extension ReminderRow {
  fileprivate static func precedes(_ left: ReminderRow, _ right: ReminderRow) -> Bool {
    let (mine, its) = (left.reminder, right.reminder)
    if mine.notBefore != its.notBefore { return mine.notBefore < its.notBefore }
    if mine.kind != its.kind { return mine.kind.rawValue < its.kind.rawValue }
    if left.who != right.who { return Identity.precedes(left.who, right.who) }
    return Reminder.precedes(mine, its)
  }
}

extension EventTypes {
  /// What brings a day that somebody is reminded of.
  static let reminders = EventTypes.admissions.union([
    .screened, .disciplined, .disciplineAnnulled, .standardsConcluded, .planningEntered,
    .planningLeft, .appointed, .relieved,
  ])
}
