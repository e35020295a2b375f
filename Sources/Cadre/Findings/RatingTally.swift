/// How many members of each grassroots organisation were rated excellent, and how many good, year
/// by year (S10).
///
/// A member counts where they officially were on 31 December of the year, by the tree of that day.
package struct RatingTally: Sendable {
  private var counts: [Place: Count] = [:]

  private struct Place: Hashable {
    let year: Int
    let organisation: OrganisationNumber
  }

  private struct Count {
    var good = 0
    var excellent: [LogIndex] = []
  }

  package init() {}

  /// Counts the ratings of one person that hold on or before a day; of two for a year the last.
  package mutating func add(_ person: PersonState, upTo day: Day, _ roots: GrassrootsByYear) {
    for (place, rating) in person.ratings.enumerated() where rating.from <= day {
      guard rating.grade >= .good,
        !person.ratings[(place + 1)...].contains(where: { $0.year == rating.year }),
        let here = person.organisation(on: .lastOf(year: rating.year)),
        let root = roots.root(of: here, in: rating.year)
      else { continue }
      let key = Place(year: rating.year, organisation: root)
      if rating.grade == .good {
        counts[key, default: Count()].good += 1
      } else {
        counts[key, default: Count()].excellent.append(rating.index)
      }
    }
  }

  /// Adds what another counted of other people.
  package mutating func add(_ other: RatingTally) {
    counts.merge(other.counts) { mine, its in
      Count(good: mine.good + its.good, excellent: mine.excellent + its.excellent)
    }
  }

  /// The organisations with more rated excellent than **rating.excellentShareOfGood** allows,
  /// each a year; rounded down.
  ///
  /// Where a recorded decision could allow more, and that many would do, it is not known: no event
  /// holds such a decision.
  package func findings(_ rules: RuleSet, known: LogSize) -> [Finding] {
    counts.compactMap { place, count in
      let day = Day.lastOf(year: place.year)
      guard let most = rules.excellentMaximum(good: count.good, on: day),
        count.excellent.count > most.value, let last = count.excellent.max()
      else { return nil }
      let special = rules.excellentMaximum(good: count.good, .special, on: day)?.value ?? 0
      let isSpecial = special > most.value
      var finding = Finding(
        .excellentShare, isSpecial && count.excellent.count <= special ? .unknown : .breach,
        event: last, day: day,
        needed: isSpecial ? .atMostUnless(most.value, special: special) : .atMost(most.value),
        found: .rated(excellent: count.excellent.count, good: count.good))
      finding.rest(on: .ratingExcellentShareOfGood, most)
      finding.organisation = place.organisation
      finding.known = known
      finding.evidence = count.excellent.sorted()
      return finding
    }
  }
}

/// The grassroots organisation that each organisation belongs to, at the end of each year.
package final class GrassrootsByYear {
  private let surroundings: Surroundings
  private var years: [Int: GrassrootsOnDay] = [:]

  package init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// An organisation or the nearest above it that is a grassroots one in the tree on 31 December;
  /// nil where there is none.
  func root(of organisation: OrganisationNumber, in year: Int) -> OrganisationNumber? {
    let grassroots =
      years[year]
      ?? GrassrootsOnDay(
        surroundings.tree(on: .lastOf(year: year)), surroundings.organisations)
    years[year] = grassroots
    return grassroots.root(of: organisation)
  }
}
