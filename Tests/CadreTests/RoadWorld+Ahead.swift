import Cadre

extension World {
  /// What somebody is reminded of.
  func reminders(
    of person: PersonNumber, on text: String, within days: Int = 90,
    calendar: WorkingDays = FindingsRules.calendar
  ) -> [Reminder] {
    let reminders = Reminders(
      deadlines(on: text, calendar: calendar), table().on(tree().on(day(text))), within: days)
    return reminders.all(of: state(person)) { profiles[Int(person.number)] }
  }

  /// Which papers of somebody are missing.
  func papers(of person: PersonNumber, on text: String) -> [MissingPaper] {
    let papers = papers(on: text)
    let state = state(person)
    let verdicts =
      papers.isJudged(state) ? papers.verdicts(on: state, profiles[Int(person.number)]) : []
    return (papers.pipeline(of: state) + verdicts).sorted(by: MissingPaper.precedes)
  }

  func papers(on text: String) -> Papers {
    Papers(readiness(on: text, rules: RoadRules.published), deadlines(on: text))
  }
}
