import Cadre

private let day = Day(number: 19_000)
private let post = PositionNumber(41)
private let term = Term(firstYear: 2020, lastYear: 2025)
private let cell = OrganisationNumber(17)

let personSamples = identitySamples + membershipSamples + qualitySamples + pipelineSamples

private let identitySamples: [Sample] = [
  .person("registered", .registered(organisation: cell)),
  .person("profile amended", .profileAmended),
  .person("qualification", .qualificationAttained(level: .master)),
  .person("same person", .samePerson(other: PersonNumber(8_201))),
  .person("different people", .differentPeople(other: PersonNumber(8_201))),
  .person("erased", .erased(authority: "Ban Tổ chức", legalBasis: .retentionEnded)),
  .person("retraction", .retracted(Retraction(target: LogIndex(1 << 40), reason: .other))),
]

private let membershipSamples: [Sample] = [
  .person("introduced", .prospectIntroduced(by: .youthUnion)),
  .person("introduced by nobody known", .prospectIntroduced(by: nil)),
  .person(
    "course",
    .courseCompleted(
      CourseCompleted(
        course: .newMembers, certificate: "123/GCN", issued: day, score: Hundredths(9_000)))),
  .person(
    "course without certificate",
    .courseCompleted(CourseCompleted(course: .prospects, certificate: nil, issued: day))),
  .person(
    "admitted",
    .admitted(
      Admitted(
        kind: .readmission, cellVotedOn: Day(number: 18_900), decidedOn: Day(number: 18_950),
        ceremonyOn: day, cell: cell))),
  .person("admitted long ago", .admitted(Admitted(kind: .admission, ceremonyOn: Day(number: -5)))),
  .person("recognised", .recognised(decidedOn: day)),
  .person("card", .cardIssued),
  .person("exempted", .activityExempted(from: day, until: Day(number: 19_100))),
  .person("exempted for good", .activityExempted(from: day, until: nil)),
  .person("ended", .membershipEnded(how: .struckOff, ground: .screening)),
  .person("died", .membershipEnded(how: .deceased, ground: nil)),
]

private let qualitySamples: [Sample] = [
  .person(
    "screened",
    .screened(
      Screened(
        round: "2021-1", outcome: .remedial, ground: .degradation, remedialMonths: 12))),
  .person("qualified", .screened(Screened(round: "2021-1", outcome: .qualified))),
  .person("rated", .rated(year: 2024, grade: .good)),
  .person(
    "disciplined", .disciplined(Disciplined(system: .party, form: .warning, announcedOn: day))),
  .person(
    "annulled",
    .disciplineAnnulled(DisciplineAnnulled(system: .state, number: "12-QĐ/ĐU", day: day))),
  .person(
    "annulled, unnumbered",
    .disciplineAnnulled(DisciplineAnnulled(system: .party, number: nil, day: nil))),
  .person("impeded", .impeded(kind: .maternity, until: day)),
  .person("impeded still", .impeded(kind: .investigation, until: nil)),
  .person("residence", .residenceCommented(year: 2024)),
  .person("assets", .assetsDeclared(year: 2024, kind: .yearly)),
  .person("assets somehow", .assetsDeclared(year: 2024, kind: nil)),
]

private let pipelineSamples: [Sample] = [
  .person(
    "theory",
    .theoryAttained(
      TheoryAttained(
        level: .intermediate, proof: .diploma, school: "Trường Chính trị tỉnh",
        certificate: "A-77", issuedOn: day))),
  .person(
    "theory, some paper",
    .theoryAttained(TheoryAttained(level: .bachelor, proof: .equivalence, issuedOn: day))),
  .person(
    "enrolled",
    .theoryEnrolled(TheoryEnrolled(level: .advanced, school: "Học viện", startsOn: day))),
  .person(
    "enrolled somewhere", .theoryEnrolled(TheoryEnrolled(level: .elementary, startsOn: day))),
  .person("concluded", .standardsConcluded(purpose: .reappointment, result: .unfavourable)),
  .person("planned", .planningEntered(position: post, term: term)),
  .person("left plan", .planningLeft(position: post, term: term, reason: .overAge)),
  .person("left plan somehow", .planningLeft(position: post, term: term, reason: nil)),
  .person(
    "appointed",
    .appointed(Appointed(position: post, kind: .reappointment, dossierReceivedOn: day))),
  .person("appointed simply", .appointed(Appointed(position: post, kind: .appointment))),
  .person("relieved", .relieved(position: post, reason: .retired)),
  .person("relieved somehow", .relieved(position: post, reason: nil)),
  .person(
    "transfer",
    .transferIntroduced(
      TransferIntroduced(
        kind: .temporary, from: cell, to: OrganisationNumber(18), until: Day(number: 19_365)))),
  .person(
    "transfer for good",
    .transferIntroduced(
      TransferIntroduced(kind: .official, from: cell, to: OrganisationNumber(70_000)))),
  .person(
    "transfer received",
    .transferReceived(
      TransferReceived(
        kind: .internal, introducedOn: day, from: cell, to: OrganisationNumber(18)))),
  .person("transfer ended", .temporaryTransferEnded(introducedOn: day)),
]
