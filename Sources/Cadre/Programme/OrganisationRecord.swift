/// What an organisation did for the programme, and how it was rated: facts of its stream that say
/// nothing of what it is.
package struct OrganisationRecord: Sendable {
  package let number: OrganisationNumber
  /// By day.
  package private(set) var activities: [Activity] = []
  /// By year; of two for a year the last recorded.
  package private(set) var grades: [Int: Grade] = [:]
  /// Hand-overs with the numbers that the decision names, by day.
  package private(set) var handOvers: [HandOver] = []

  /// A programme activity.
  package struct Activity: Hashable, Sendable {
    package let kind: ActivityKind
    package let period: Period
    package let percent: Hundredths?
    package let on: Day
    package let index: LogIndex
  }

  /// A hand-over to another committee.
  package struct HandOver: Hashable, Sendable {
    package let on: Day
    package let receiver: OrganisationNumber
    package let headcount: Headcount
    package let index: LogIndex
  }

  /// Folds the facts that count at a log size and hold by a day; O(n log n).
  package init(
    _ number: OrganisationNumber, facts: [Fact<OrganisationEvent>], known: LogSize, by day: Day
  ) {
    self.number = number
    for fact in folded(facts, at: known) {
      let on = fact.effective ?? .beforeAll
      guard on <= day else { break }
      switch fact.event {
      case .activityRecorded(let activity):
        activities.append(
          Activity(
            kind: activity.kind, period: activity.period, percent: activity.percent, on: on,
            index: fact.index))
      case .rated(let year, let grade): grades[year] = grade
      case .handedOver(let receiver, let headcount):
        handOvers.append(
          HandOver(on: on, receiver: receiver, headcount: headcount, index: fact.index))
      case .established, .amended, .reparented, .received, .merged, .dissolved,
        .suspensionLifted, .retracted:
        break
      }
    }
  }
}

extension Period {
  /// The calendar year it is, or is in.
  package var year: Int {
    switch self {
    case .year(let year): year
    case .month(let month): month.year
    }
  }
}
