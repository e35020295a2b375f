extension PersonState {
  /// The certificate of the highest level of theory that counts on a day; an equivalence
  /// certificate only if issued before **theory.equivalenceUntil**.
  package func theory(on day: Day, _ rules: RuleSet) -> TheoryCertificate? {
    let until = rules.theoryEquivalenceUntil(on: day)?.value ?? .afterAll
    var best: TheoryCertificate?
    for certificate in theory where certificate.issuedOn <= day {
      if certificate.proof == .equivalence, certificate.issuedOn >= until { continue }
      if best.map({ $0.level.rank < certificate.level.rank }) ?? true { best = certificate }
    }
    return best
  }

  /// The last place in a class of at least a level that has begun by a day; one that begins later
  /// holds only from then on.
  func enrolment(atLeast level: TheoryLevel, on day: Day) -> Enrolment? {
    enrolments.last { $0.startsOn <= day && $0.level.rank >= level.rank }
  }

  /// Whether a level of theory is held on a day.
  package func holds(_ level: TheoryLevel, on day: Day, _ rules: RuleSet) -> Bool {
    theory(on: day, rules).map { $0.level.rank >= level.rank } ?? false
  }
}
