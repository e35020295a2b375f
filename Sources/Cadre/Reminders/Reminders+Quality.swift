/// Disciplines and screening.
extension Reminders {
  func quality(of person: PersonState) -> [Reminder] {
    person.disciplines.filter { $0.announcedOn <= on }.flatMap { [bar($0), lapse($0)] }
      .compactMap { $0 } + [remedial(of: person)].compactMap { $0 }
  }

  /// **discipline.barMonths** of the rule in force on the day it was announced.
  private func bar(_ discipline: Discipline) -> Reminder? {
    let months = rules.disciplineBarMonths(
      system: discipline.system, form: discipline.form, announcedOn: discipline.announcedOn)
    guard let months else { return nil }
    let end = discipline.announcedOn.adding(months: months.value)
    guard isNear(end) else { return nil }
    return Reminder(.barEnding, on: end, detail(discipline), evidence: [discipline.index])
      .resting(on: .disciplineBarMonths, months)
  }

  /// **discipline.lapseMonths** after the announcement; of Party disciplines that leave a member.
  private func lapse(_ discipline: Discipline) -> Reminder? {
    guard discipline.system == .party, discipline.form != .expulsion,
      let months = rules.number(.disciplineLapseMonths, on: discipline.announcedOn)
    else { return nil }
    let end = discipline.announcedOn.adding(months: months.value)
    guard isNear(end) else { return nil }
    return Reminder(.disciplineLapsing, on: end, detail(discipline), evidence: [discipline.index])
      .resting(on: .disciplineLapseMonths, months)
  }

  private func detail(_ discipline: Discipline) -> ReminderDetail {
    .discipline(discipline.system, discipline.form)
  }

  /// A period of help that ends, or has ended with no screening since.
  private func remedial(of person: PersonState) -> Reminder? {
    guard person.status(on: on).isMember, let period = person.openRemedial(rules, on: posts.tree),
      let until = period.until, until <= last
    else { return nil }
    var reminder = Reminder(
      .remedialEnding, on: until, .round(period.screening.round),
      evidence: [period.screening.index])
    if period.screening.remedialMonths == nil,
      let ruling = rules.number(.screeningRemedialMonths, on: period.screening.on)
    {
      reminder = reminder.resting(on: .screeningRemedialMonths, ruling)
    }
    return until < on ? reminder.overdue() : reminder
  }
}
