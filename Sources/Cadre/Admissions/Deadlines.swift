/// The deadlines of membership by one rule set, with the holidays adopted (spec/domain.md section
/// 7).
///
/// What runs already is read by the rules of the day on which it began; what has yet to begin, by
/// those of the day asked.
package struct Deadlines: Sendable {
  package let rules: RuleSet
  package let calendar: WorkingDays
  /// The day asked.
  package let on: Day

  package init(_ rules: RuleSet, _ calendar: WorkingDays, on day: Day) {
    self.rules = rules
    self.calendar = calendar
    on = day
  }
}

extension Deadlines {
  /// The first day on which a certificate of the prospects' class no longer counts at a cell's
  /// vote: **admission.certificateMonths**.
  package func certificateEnd(_ issued: Day) -> Ruling<Day>? {
    rules.number(.admissionCertificateMonths, on: on)?.map { issued.adding(months: $0) }
  }

  /// The vote while the certificate counts.
  func vote(withCertificateOf issued: Day) -> Due? {
    certificateEnd(issued).map {
      Due(by: $0.value.adding(days: -1), .admissionCertificateMonths, $0)
    }
  }

  /// The vote while the file counts: **admission.fileMonths** after an introduction that has a day
  /// of its own, and not only the certificate's.
  func vote(withFileOf person: PersonState) -> Due? {
    guard let introduction = person.introduction, introduction.from > .beforeAll,
      !person.courses.contains(where: {
        $0.course == .prospects && $0.issuedOn == introduction.from
      }), let ruling = rules.number(.admissionFileMonths, on: on)
    else { return nil }
    return Due(
      by: introduction.from.adding(months: ruling.value), .admissionFileMonths, ruling)
  }

  /// The decision: **admission.decideWorkingDays** and **admission.extension** after the vote.
  func decision(votedOn day: Day) -> Due? {
    sum([.admissionDecideWorkingDays, .admissionExtension], after: day)
  }

  /// The ceremony: **admission.ceremonyWorkingDays** after the decision.
  func ceremony(decidedOn day: Day) -> Due? { sum([.admissionCeremonyWorkingDays], after: day) }

  /// The recognition: **probation.months** after the ceremony, then the working days of cell,
  /// committee and extension.
  package func recognition(of admission: Admission) -> Due? {
    guard let months = rules.probationMonths(ceremonyOn: admission.ceremonyOn) else { return nil }
    let names: [ParameterName] = [
      .recognitionCellWorkingDays, .recognitionCommitteeWorkingDays, .recognitionExtension,
    ]
    return sum(
      names, after: admission.ceremonyOn.adding(months: months.value), verified: months.verified)
  }

  /// The reception: **transfer.workingDays** after the introduction.
  package func reception(of transfer: Transfer) -> Due? {
    sum([.transferWorkingDays], after: transfer.introducedOn)
  }

  /// Working days of several parameters, one after another, by the rules of the first day.
  private func sum(
    _ names: [ParameterName], after start: Day, verified: Bool = true
  ) -> Due? {
    var count = 0
    var first: (name: ParameterName, ruling: Ruling<Int>)?
    var verified = verified
    for name in names {
      guard let ruling = rules.number(name, on: start) else { continue }
      count += ruling.value
      verified = verified && ruling.verified
      first = first ?? (name, ruling)
    }
    return first.map { Due(count, after: start, calendar, $0.name, $0.ruling, verified: verified) }
  }
}
