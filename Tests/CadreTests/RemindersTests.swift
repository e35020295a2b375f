import Testing

@testable import Cadre

/// Each source of reminders, on the first and last day on which it reminds.
@Suite struct RemindersTests {
  private func kinds(_ reminders: [Reminder]) -> [ReminderKind] { reminders.map(\.kind) }

  @Test(arguments: [("2027-11-02", false), ("2027-11-03", true), ("2028-02-01", true)])
  func `a certificate reminds from so many days before it lapses`(on: String, isNear: Bool) {
    var world = World()
    let person = world.person(in: world.organisation())
    world.tell(person, on: "2023-02-01", .prospectIntroduced(by: .cell))
    world.tell(
      person, on: "2023-02-01",
      .courseCompleted(
        CourseCompleted(course: .prospects, certificate: "1", issued: day("2023-02-01"))))
    let reminders = world.reminders(of: person, on: on)
    #expect(kinds(reminders) == (isNear ? [.certificateLapsing] : []))
    guard isNear else { return }
    #expect(reminders.first?.day == day("2028-02-01"))
    #expect(reminders.first?.parameter == .admissionCertificateMonths)
    #expect(reminders.first?.verified == false)
  }

  @Test func `probation ends, then the recognition is due, and stays due until it comes`() {
    var world = World()
    let person = world.person(in: world.organisation())
    let admitted = world.admit(
      person, vote: "2023-01-10", decided: "2023-02-20", ceremony: "2023-03-04",
      course: "2022-05-01")
    let near = world.reminders(of: person, on: "2024-02-01", within: 180)
    #expect(kinds(near) == [.probationEnding, .recognitionDue])
    #expect(near.map(\.day) == [day("2024-03-04"), day("2024-07-08")])
    #expect(near.allSatisfy { $0.evidence == [admitted] && !$0.isOverdue })
    let late = world.reminders(of: person, on: "2025-06-01", within: 0)
    #expect(kinds(late) == [.recognitionDue])
    #expect(late.first?.isOverdue == true)
    world.tell(person, on: "2025-05-01", .recognised(decidedOn: day("2025-05-01")))
    #expect(world.reminders(of: person, on: "2025-06-01", within: 0).isEmpty)
  }

  @Test func `without a list of holidays the day is not known, and nothing is overdue`() {
    var world = World()
    let person = world.person(in: world.organisation())
    world.admit(
      person, vote: "2023-01-10", decided: "2023-02-20", ceremony: "2023-03-04",
      course: "2022-05-01")
    let late = world.reminders(
      of: person, on: "2025-06-01", within: 0, calendar: WorkingDays())
    #expect(kinds(late) == [.recognitionDue])
    #expect(late.first?.day == nil)
    #expect(late.first?.noListFor == 2024)
    #expect(late.first?.isOverdue == false)
    #expect(late.first?.isDoubtful == true)
  }

  @Test func `an open transfer reminds the organisation that is to receive`() {
    var world = World()
    let (from, to) = (world.organisation(), world.organisation())
    let person = world.member(in: from)
    let introduced = TransferIntroduced(kind: .official, from: from, to: to)
    world.tell(person, on: "2024-02-01", .transferIntroduced(introduced))
    let reminders = world.reminders(of: person, on: "2024-02-01")
    #expect(kinds(reminders) == [.receptionDue])
    #expect(reminders.first?.day == day("2024-04-25"))
    #expect(reminders.first?.organisation == to)
    #expect(world.reminders(of: person, on: "2024-04-26").first?.isOverdue == true)
    world.tell(
      person, on: "2024-05-02",
      .transferReceived(
        TransferReceived(kind: .official, introducedOn: day("2024-02-01"), from: from, to: to)))
    #expect(world.reminders(of: person, on: "2024-05-02").isEmpty)
  }

  @Test func `a temporary stay reminds of its last day while it lasts`() {
    var world = World()
    let (from, to) = (world.organisation(), world.organisation())
    let person = world.member(in: from)
    let introduced = TransferIntroduced(
      kind: .temporary, from: from, to: to, until: day("2024-09-30"))
    world.tell(person, on: "2024-02-01", .transferIntroduced(introduced))
    world.tell(
      person, on: "2024-02-10",
      .transferReceived(
        TransferReceived(kind: .temporary, introducedOn: day("2024-02-01"), from: from, to: to)))
    #expect(world.reminders(of: person, on: "2024-07-01").isEmpty)
    #expect(kinds(world.reminders(of: person, on: "2024-07-02")) == [.stayEnding])
    let past = world.reminders(of: person, on: "2024-10-01", within: 0)
    #expect(kinds(past) == [.stayEnding], "nothing says that it ended")
    #expect(past.first?.isOverdue == true)
    var dead = world
    dead.tell(person, on: "2024-07-15", .membershipEnded(how: .deceased, ground: nil))
    #expect(dead.reminders(of: person, on: "2024-08-01").isEmpty)
    world.tell(person, on: "2024-08-01", .temporaryTransferEnded(introducedOn: day("2024-02-01")))
    #expect(world.reminders(of: person, on: "2024-08-01").isEmpty)
    #expect(kinds(world.reminders(of: person, on: "2024-07-31")) == [.stayEnding])
    #expect(world.reminders(of: person, on: "2024-10-01", within: 0).isEmpty)
  }

  @Test func `a recognition of which no rule says until when stands from the end of probation`() {
    var world = World()
    let person = world.person(in: world.organisation())
    let held = day("1994-09-15")
    let admitted = world.tell(
      person, on: "1994-09-15", .admitted(Admitted(kind: .admission, ceremonyOn: held)))
    #expect(
      !kinds(world.reminders(of: person, on: "1995-09-14", within: 0)).contains(.recognitionDue))
    let due = world.reminders(of: person, on: "1998-01-01", within: 0)
    #expect(kinds(due) == [.recognitionDue])
    #expect(due.first?.day == nil)
    #expect(due.first?.notBefore == day("1995-09-15"))
    #expect(due.first?.isDoubtful == true)
    #expect(due.first?.noListFor == nil)
    #expect(due.first?.evidence == [admitted])
  }

  @Test func `a discipline reminds of the end of its bar and of its lapse`() {
    var world = World()
    let person = world.member(in: world.organisation())
    let warning = Disciplined(system: .party, form: .warning, announcedOn: day("2023-06-01"))
    world.tell(person, on: "2023-06-01", .disciplined(warning))
    let lapse = world.reminders(of: person, on: "2024-05-01")
    #expect(kinds(lapse) == [.disciplineLapsing])
    #expect(lapse.first?.day == day("2024-06-01"))
    let bar = world.reminders(of: person, on: "2025-11-01")
    #expect(kinds(bar) == [.barEnding])
    #expect(bar.first?.day == day("2025-12-01"))
    #expect(bar.first?.detail == .discipline(.party, .warning))
  }

  @Test func `a period of help reminds until a round has looked again`() {
    var world = World()
    let person = world.member(in: world.organisation())
    world.tell(
      person, on: "2021-05-19", .screened(Screened(round: "2021-1", outcome: .remedial)))
    #expect(kinds(world.reminders(of: person, on: "2022-05-19")) == [.remedialEnding])
    let late = world.reminders(of: person, on: "2023-05-19")
    #expect(late.first?.isOverdue == true)
    world.tell(
      person, on: "2023-05-20", .screened(Screened(round: "2023-1", outcome: .qualified)))
    #expect(world.reminders(of: person, on: "2023-05-20").isEmpty)
  }

  @Test func `a badge is due so many years after the decision, not the ceremony`() {
    var world = World()
    let person = world.person(in: world.organisation())
    let admitted = Admitted(
      kind: .admission, decidedOn: day("1994-08-25"), ceremonyOn: day("1994-09-15"))
    world.tell(person, on: "1994-09-15", .admitted(admitted))
    world.tell(person, on: "1995-09-20", .recognised(decidedOn: day("1995-09-20")))
    let reminders = world.reminders(of: person, on: "2024-08-25", within: 0)
    #expect(kinds(reminders) == [.badge])
    #expect(reminders.first?.detail == .years(30))
    #expect(world.reminders(of: person, on: "2024-08-26").isEmpty)
  }

  @Test func `plans end with their term, and conclusions of people in planning run out`() {
    let sound = Sound()
    let conclusion = sound.world.reminders(of: sound.person, on: "2024-01-10")
    #expect(kinds(conclusion) == [.conclusionEnding])
    #expect(conclusion.first?.day == day("2024-02-10"))
    #expect(conclusion.first?.evidence == [sound.conclusion])
    let plan = sound.world.reminders(of: sound.person, on: "2025-08-31", within: 1)
    #expect(kinds(plan) == [.planEnding])
    #expect(plan.first?.position == sound.post)
    #expect(plan.first?.term == Term(firstYear: 2020, lastYear: 2025))
    #expect(plan.first?.verified == false)
    #expect(
      sound.world.reminders(of: sound.person, on: "2025-09-01", within: 365)
        .allSatisfy { $0.kind != .planEnding }, "the term is over")
  }

  @Test func `retirement reminds who holds a post and who is planned, inside the term`() {
    var sound = Sound()
    // A man born 02/1965 retires in 08/2026; planned until 2025 he is not reminded for that plan.
    sound.world.profiles[Int(sound.person.number)] = Profile(
      birth: Birth(text: "1965-02-01"), sex: .male)
    let held = sound.world.reminders(of: sound.person, on: "2026-06-02")
    #expect(kinds(held) == [.retirement])
    // The last day of the month (Decree 135/2020 art. 3.1): the reminder stays until and with it.
    #expect(held.first?.day == day("2026-08-31"))
    #expect(kinds(sound.world.reminders(of: sound.person, on: "2026-06-01")).isEmpty)
    #expect(sound.world.reminders(of: sound.person, on: "2026-08-31").first == held.first)
    #expect(kinds(sound.world.reminders(of: sound.person, on: "2026-09-01")).isEmpty)
    #expect(held.first?.position == sound.deputy)
    #expect(held.first?.detail == .held(true))
    #expect(held.first?.term == Term(firstYear: 2025, lastYear: 2030))
    sound.tell(
      "2025-10-10",
      .planningEntered(position: sound.post, term: Term(firstYear: 2025, lastYear: 2030)))
    let both = sound.world.reminders(of: sound.person, on: "2026-06-02")
    #expect(both.map(\.detail) == [.held(true), .held(false)])
    sound.world.profiles[Int(sound.person.number)] = Profile(
      birth: Birth(text: "1965"), sex: .male)
    let doubtful = sound.world.reminders(of: sound.person, on: "2026-06-01")
    #expect(doubtful.first?.latest == day("2027-09-30"))
    #expect(doubtful.first?.day == day("2026-07-31"))
  }
}
