/// The days that the next time brings: what lapses, ends or is due from the day asked on, and the
/// obligations past their day that still stand.
///
/// Each group of sources is a file of its own; all see a person only as the facts stand on the day
/// asked: what holds from a later day is left out.
package struct Reminders: Sendable {
  let deadlines: Deadlines
  let posts: PostsOnDay
  /// The last day looked at.
  let last: Day

  /// - Parameter days: how far to look ahead; at least 0.
  package init(_ deadlines: Deadlines, _ posts: PostsOnDay, within days: Int) {
    self.deadlines = deadlines
    self.posts = posts
    last = deadlines.on.adding(days: days)
  }

  var rules: RuleSet { deadlines.rules }

  /// The day asked.
  var on: Day { deadlines.on }

  /// Whether a day is one of those looked at; the day asked is.
  func isNear(_ day: Day) -> Bool { on <= day && day <= last }

  /// Whether an obligation is one to remind of: it stands, and is due by the last day.
  func isNear(_ due: Due) -> Bool { due.notBefore <= last }

  /// Everything about a person, by day; of transfers also of who is not, or not yet, in the
  /// population.
  ///
  /// - Parameter profile: asked for only where retirement is looked at.
  package func all<Failure: Error>(
    of person: PersonState, profile: () throws(Failure) -> Profile
  ) throws(Failure) -> [Reminder] {
    var found = transfers(of: person)
    found += admission(of: person)
    if person.isInPopulation(of: posts.tree) {
      found += badges(of: person)
      found += quality(of: person)
      found += planning(of: person)
      found += try retirement(of: person, profile: profile)
    }
    return found.sorted(by: Reminder.precedes)
  }
}

extension Reminder {
  /// By day; of one day, by kind, then as recorded.
  package static func precedes(_ left: Reminder, _ right: Reminder) -> Bool {
    if left.notBefore != right.notBefore { return left.notBefore < right.notBefore }
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    return left.evidence.lexicographicallyPrecedes(right.evidence)
  }
}
