import Cadre
import Office

extension RandomOffice {
  /// Something about a person, possible or not.
  mutating func anyPersonRequest() -> RecordRequest {
    let at = day()
    var secret: PrivateRecord?
    let event: PersonEvent
    switch Int.random(in: 0..<4, using: &random) {
    case 0: event = aboutMembership(at, &secret)
    case 1: event = aboutQuality(at)
    case 2: event = aboutPlanning(at)
    default: event = aboutPlace(at, &secret)
    }
    var effective: Day? = at
    switch event {
    case .qualificationAttained, .prospectIntroduced:
      if Bool.random(using: &random) { effective = nil }
    case .rated(let year, _): effective = .lastOf(year: year)
    default: break
    }
    return RecordRequest(
      stream: .person(person()), event: .person(event), effective: effective,
      document: document(), secret: secret)
  }

  private mutating func aboutMembership(_ day: Day, _ secret: inout PrivateRecord?) -> PersonEvent {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .prospectIntroduced(by: .youthUnion)
    case 1:
      return .courseCompleted(CourseCompleted(course: .newMembers, certificate: nil, issued: day))
    case 2:
      return .admitted(
        Admitted(kind: .readmission, decidedOn: day, ceremonyOn: day.adding(days: 20)))
    case 3: return .recognised(decidedOn: day)
    case 4:
      secret = PrivateRecord(cardNumber: "38\(Int.random(in: 100_000...999_999, using: &random))")
      return .cardIssued
    case 5: return .membershipEnded(how: .resigned, ground: .other)
    case 6: return .activityExempted(from: day, until: nil)
    default: return .qualificationAttained(level: .master)
    }
  }

  private mutating func aboutQuality(_ day: Day) -> PersonEvent {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .screened(Screened(round: "\(day.year)-2", outcome: .remedial))
    case 1: return .screened(Screened(round: "\(day.year)-2", outcome: .qualified))
    case 2: return .rated(year: day.year, grade: Bool.random(using: &random) ? .good : .fulfilled)
    case 3, 4:
      return .disciplined(Disciplined(system: .party, form: .reprimand, announcedOn: day))
    case 5: return .impeded(kind: .inspection, until: day.adding(days: 90))
    case 6: return .residenceCommented(year: day.year)
    default: return .assetsDeclared(year: day.year, kind: .yearly)
    }
  }

  private mutating func aboutPlanning(_ day: Day) -> PersonEvent {
    let term = Term(firstYear: 2020, lastYear: 2025)
    let next = Term(firstYear: 2025, lastYear: 2030)
    let chosen = Bool.random(using: &random) ? term : next
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: return .planningEntered(position: position(), term: chosen)
    case 2: return .planningLeft(position: position(), term: chosen, reason: .ownWish)
    case 3: return .appointed(Appointed(position: position(), kind: .appointment))
    case 4: return .relieved(position: position(), reason: .transferred)
    case 5:
      return .standardsConcluded(
        purpose: .appointment, result: Bool.random(using: &random) ? .favourable : .unfavourable)
    case 6:
      return .theoryAttained(TheoryAttained(level: .advanced, proof: .diploma, issuedOn: day))
    default: return .theoryEnrolled(TheoryEnrolled(level: .intermediate, startsOn: day))
    }
  }

  private mutating func aboutPlace(_ day: Day, _ secret: inout PrivateRecord?) -> PersonEvent {
    let kind: TransferKind =
      [.official, .internal, .temporary].randomElement(using: &random) ?? .official
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      return .transferIntroduced(
        TransferIntroduced(kind: kind, from: organisation(), to: organisation()))
    case 1:
      return .transferReceived(
        TransferReceived(
          kind: kind, introducedOn: day.adding(days: -10), from: organisation(),
          to: organisation()))
    case 2: return .temporaryTransferEnded(introducedOn: day)
    default:
      secret = PrivateRecord(
        name: ["Phạm Thị Út", "Trần Hoà"].randomElement(using: &random),
        birth: .year(Int.random(in: 1955...1999, using: &random)))
      return .profileAmended
    }
  }
}
