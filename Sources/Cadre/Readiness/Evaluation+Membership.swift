extension Evaluation {
  /// Official member on the day.
  func membership<R: Recorder>(
    on day: Day, _ epoch: RuleEpoch, _ recorder: inout R
  ) -> Reading {
    let standing = person.standing(on: day, asOf: asked)
    recorder.needs(.officialMember)
    recorder.finds(.membership(standing.status))
    recorder.rests(on: epoch.ground(of: .probationMonths))
    recorder.cites(standing.index)
    recorder.cites(standing.recognition)
    switch standing.status {
    case .official: return Reading(status: .met)
    case .ended: return Reading(status: .unmet)
    case .probationer:
      // Within the twelve months no recognition could make an official member.
      if let ends = standing.probationEnds, day < ends {
        return Reading(status: .unmet, next: ends)
      }
      return absence(of: .admissions, gives: .unmet, &recorder)
    case .prospect, .none: return absence(of: .admissions, gives: .unmet, &recorder)
    }
  }

  /// The last screening ended in `qualified`.
  func screening<R: Recorder>(_ epoch: RuleEpoch, _ recorder: inout R) -> Reading {
    guard epoch.screeningRequired else { return .notApplicable }
    recorder.needs(.screening(.qualified))
    recorder.rests(on: epoch.ground(of: .screeningRequired))
    guard let last = person.screenings.last(where: { $0.on <= asked }) else {
      seek(.screenings, &recorder)
      return Reading(status: .unknown)
    }
    recorder.finds(.screening(last.outcome, on: last.on))
    recorder.cites(last.index)
    return Reading(status: last.outcome == .qualified ? .met : .unmet)
  }

  /// The years before the day are rated well enough.
  func rating<R: Recorder>(on day: Day, _ epoch: RuleEpoch, _ recorder: inout R) -> Reading {
    guard epoch.ratingRequired else { return .notApplicable }
    restRating(on: epoch, &recorder)
    let year = day.year
    let isDue = epoch.ratingDueBy?.hasPassed(on: day) ?? true
    var reading = Reading(status: .met, next: yearChange(after: year, isDue, epoch.ratingDueBy))
    var latest = year - 1
    if !isDue, rating(of: latest) == nil {
      latest -= 1
      recorder.rests(on: epoch.ground(of: .ratingDueBy))
    }
    var least = epoch.ratingMinimum
    var years = 0
    for year in stride(from: latest, to: latest - epoch.ratingYears, by: -1) {
      guard person.standing(on: .lastOf(year: year), asOf: asked).status == .official else {
        continue
      }
      years += 1
      let rating = rating(of: year)
      recorder.cites(rating?.index)
      if let rating, rating.grade < least {
        recorder.finds(.rating(year: year, grade: rating.grade))
        reading.status = .unmet
        return reading
      }
      if reading.status == .met, years == 1 || rating == nil {
        recorder.finds(.rating(year: year, grade: rating?.grade))
      }
      if rating == nil { reading.status = .unknown }
      least = epoch.ratingMinimumEarlier
    }
    if years == 0 { reading.status = .unknown }
    if reading.status == .unknown { seek(.ratings, &recorder) }
    return reading
  }

  private func restRating<R: Recorder>(on epoch: RuleEpoch, _ recorder: inout R) {
    recorder.needs(
      .ratings(
        years: epoch.ratingYears, latest: epoch.ratingMinimum,
        earlier: epoch.ratingMinimumEarlier))
    recorder.rests(on: epoch.ground(of: .ratingRequired))
    recorder.rests(on: epoch.ground(of: .ratingYears))
    recorder.rests(on: epoch.ground(of: .ratingMinimum))
    if epoch.ratingYears > 1 { recorder.rests(on: epoch.ground(of: .ratingMinimumEarlier)) }
  }

  private func rating(of year: Int) -> Rating? {
    person.ratings.last { $0.year == year && $0.from <= asked }
  }

  /// Assets declared for the year before.
  func assets<R: Recorder>(on day: Day, _ epoch: RuleEpoch, _ recorder: inout R) -> Reading {
    guard epoch.assetsRequired else { return .notApplicable }
    let year = day.year
    let isDue = epoch.assetsDueBy?.hasPassed(on: day) ?? true
    recorder.needs(.declaration(year: year - 1))
    recorder.rests(on: epoch.ground(of: .assetsRequired))
    var reading = Reading(status: .met, next: yearChange(after: year, isDue, epoch.assetsDueBy))
    var found = declaration(for: year - 1)
    if found == nil, !isDue {
      found = declaration(for: year - 2)
      recorder.rests(on: epoch.ground(of: .assetsDueBy))
    }
    if let found {
      recorder.finds(.declared(year: found.year))
      recorder.cites(found.index)
    } else {
      seek(.declarations, &recorder)
      reading.status = .unknown
    }
    return reading
  }

  private func declaration(for year: Int) -> Declaration? {
    person.declarations.first { $0.year == year && $0.on <= asked }
  }

  /// The day on which the years looked at shift.
  private func yearChange(after year: Int, _ isDue: Bool, _ dueBy: DayOfYear?) -> Day {
    if !isDue, let dueBy { return dueBy.inYear(year).adding(days: 1) }
    return .firstOf(year: year + 1)
  }
}
