/// A bound that a day, a birth or a year of an entry must keep, as of the day it is entered.
package enum DayBound: Hashable, Sendable {
  /// Nobody is so old: the birth must be after that day.
  case bornAfter(Day)
  /// Nobody on the books is so young: the birth must not be after that day.
  case bornBy(Day)
  /// The Party was founded in 1930: the day must not be before that day.
  case notBefore(Day)
  /// The day must not be after that day, five years from today.
  case notAfter(Day)
  /// It says what happened: the day must not be after today.
  case notAfterToday(Day)
  /// A year that is rated must have begun.
  case yearBy(Int)
}

/// Which days an entry may speak of, as of the day it is made: what is outside is a typing error.
///
/// Terms and probation are computed, not entered, and have no bound. What is recorded already is
/// never tested against it.
package struct PlausibleDays: Sendable {
  private let today: Day
  private let latest: Day
  private let oldest: Day
  private let youngest: Day
  private static let earliest = Day.firstOf(year: 1930)

  /// The bounds as of a day.
  package init(today: Day) {
    self.today = today
    latest = today.adding(months: 5 * 12)
    oldest = today.adding(months: -120 * 12)
    youngest = today.adding(months: -14 * 12)
  }

  /// What kind of day it is.
  package enum Kind: Sendable {
    /// It may lie ahead: a decision that takes effect later, the end of a stay.
    case any
    /// It says what happened: a recognition, a card, a certificate.
    case past
  }

  /// The bound that a day breaks; nil: none.
  package func broken(by day: Day, _ kind: Kind = .any) -> DayBound? {
    if day < PlausibleDays.earliest { return .notBefore(PlausibleDays.earliest) }
    switch kind {
    case .any: return day > latest ? .notAfter(latest) : nil
    case .past: return day > today ? .notAfterToday(today) : nil
    }
  }

  /// The bound that a birth breaks wherever in its month or year it lies; nil: none.
  package func broken(by birth: Birth) -> DayBound? {
    switch birth {
    case .day(let day):
      if day <= oldest { return .bornAfter(oldest) }
      return day > youngest ? .bornBy(youngest) : nil
    case .month, .year:
      if birth.latest.number < oldest.month.number { return .bornAfter(oldest) }
      return birth.earliest.number > youngest.month.number ? .bornBy(youngest) : nil
    }
  }

  /// The bound that a rated year breaks; nil: none.
  package func broken(byYear year: Int) -> DayBound? {
    year > today.year ? .yearBy(today.year) : nil
  }
}

extension PlausibleDays {
  /// The first field of an entry that breaks a bound, with its value as written.
  package func fault(of form: EventForm) -> (field: String, value: String, bound: DayBound)? {
    let type = form.event.type
    if let birth = form.secret?.birth, let bound = broken(by: birth) {
      return ("birth", birth.description, bound)
    }
    var days: [(name: String, day: Day)] = []
    for field in form.event.fields {
      if case .day(let day) = field.value { days.append((field.name, day)) }
      guard type.isRating, case .integer(let year) = field.value else { continue }
      if let bound = broken(byYear: year) { return (field.name, String(year), bound) }
    }
    if let date = form.document?.date { days.append((EnvelopeField.date, date)) }
    // The last day of a rated year stands for the year, which was looked at.
    if let on = form.effective, !type.isRating { days.append((EnvelopeField.on, on)) }
    for (name, day) in days {
      if let bound = broken(by: day, type.saysWhatHappened ? .past : .any) {
        return (name, day.description, bound)
      }
    }
    return nil
  }
}

extension EventType {
  /// Whether its days are days of a recognition, a card or a certificate.
  fileprivate var saysWhatHappened: Bool {
    self == .recognised || self == .cardIssued || self == .courseCompleted
      || self == .theoryAttained
  }

  fileprivate var isRating: Bool { self == .rated || self == .organisationRated }
}
