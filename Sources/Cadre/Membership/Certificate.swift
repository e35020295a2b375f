/// What makes two certificates one: kind, school, number and day (spec/domain.md section 3).
package struct Certificate: Hashable, Sendable {
  /// 0 and 1 the courses of prospects and new members; 2… theory levels.
  package let kind: UInt8
  /// Of a theory level.
  package let school: String
  package let number: String
  package let day: Day

  package init(kind: UInt8, school: String = "", number: String, day: Day) {
    self.kind = kind
    self.school = school
    self.number = number
    self.day = day
  }

  /// The certificate that an event brings; nil where it brings none with a number.
  package init?(_ event: PersonEvent) {
    switch event {
    case .courseCompleted(let course):
      guard let number = course.certificate else { return nil }
      self.init(kind: course.course.rawValue, number: number, day: course.issued)
    case .theoryAttained(let theory):
      guard let number = theory.certificate else { return nil }
      self.init(
        kind: 2 + theory.level.rawValue, school: theory.school ?? "", number: number,
        day: theory.issuedOn)
    default: return nil
    }
  }
}
