import Cadre
import CadreCodec
import TestSupport

/// Events, contexts and records with any value that may be stored.
struct EventSource {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func maybe<Value>(_ make: (inout EventSource) -> Value) -> Value? {
    Bool.random(using: &random) ? make(&self) : nil
  }

  mutating func code<Value: Code>(_ type: Value.Type = Value.self) -> Value {
    let cases = Array(Value.allCases)
    return cases[Int.random(in: 0..<cases.count, using: &random)]
  }

  /// Of all sizes, small ones often.
  mutating func uint() -> UInt64 { random.next() >> UInt64.random(in: 0...63, using: &random) }

  mutating func count() -> Int { Int(uint() >> 1) }

  mutating func int() -> Int { Int(truncatingIfNeeded: uint()) }

  mutating func day() -> Day { Day(number: Int32(truncatingIfNeeded: int())) }

  mutating func digest() -> Digest {
    let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    guard let digest = Digest(bytes) else { preconditionFailure("32 bytes are a digest") }
    return digest
  }

  mutating func text() -> String {
    let letters = Array("abcĐđấẫờ 0123/-.“”\u{0}\n🙂")
    let count = Int.random(in: 0...40, using: &random)
    return String(
      (0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
  }

  mutating func number() -> UInt32 { UInt32(truncatingIfNeeded: uint()) }

  mutating func organisation() -> OrganisationNumber { OrganisationNumber(number()) }

  mutating func position() -> PositionNumber { PositionNumber(number()) }

  mutating func term() -> Term { Term(firstYear: int(), lastYear: int()) }

  mutating func hundredths() -> Hundredths { Hundredths(int()) }

  mutating func retraction() -> Retraction {
    Retraction(target: LogIndex(uint()), reason: code())
  }
}

extension EventSource {
  mutating func document() -> Document {
    Document(number: maybe { $0.text() }, date: maybe { $0.day() }, issuer: maybe { $0.text() })
  }

  mutating func context() -> EventContext {
    let document = maybe { $0.document() }
    return EventContext(
      effective: maybe { $0.day() }, recorded: Instant(milliseconds: Int64(int())),
      actor: text(), document: document?.isEmpty == true ? nil : document,
      cause: maybe { LogIndex($0.uint()) }, row: maybe { $0.count() })
  }

  mutating func recordedEvent() -> RecordedEvent {
    let event = event()
    let number = number()
    let stream: Stream =
      switch event {
      case .ledger: .ledger
      case .organisation: .organisation(OrganisationNumber(number))
      case .position: .position(PositionNumber(number))
      case .person: .person(PersonNumber(number))
      }
    return RecordedEvent(
      stream: stream, revision: uint(), prior: maybe { LogIndex($0.uint()) },
      previous: maybe { $0.digest() }, context: context(), commitment: maybe { $0.digest() },
      event: event)
  }

  mutating func privateRecord() -> PrivateRecord {
    PrivateRecord(
      fileNumber: maybe { $0.text() }, name: maybe { $0.text() }, birth: maybe { $0.birth() },
      sex: maybe { $0.code() }, ethnicity: maybe { $0.text() },
      citizenNumber: maybe { $0.text() }, cardNumber: maybe { $0.text() },
      remark: maybe { $0.text() })
  }

  private mutating func birth() -> Birth {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: .day(day())
    case 1: .month(Month(number: int()))
    default: .year(int())
    }
  }

  private mutating func event() -> Event {
    let types = EventType.allCases
    let type = types[Int.random(in: 0..<types.count, using: &random)]
    switch type.streamKind ?? UInt8.random(in: 0...3, using: &random) {
    case 0: return .ledger(ledgerEvent(type))
    case 1: return .organisation(organisationEvent(type))
    case 2: return .position(positionEvent(type))
    default: return .person(personEvent(type))
    }
  }
}

extension EventSource {
  private mutating func receipt() -> SheetReceived {
    let gaps = (0..<Int(number() % 5)).map { _ in PersonNumber(UInt32(truncatingIfNeeded: number()))
    }
    var receipt = SheetReceived(sheet: text(), sha256: digest(), rows: count(), gaps: gaps)
    switch number() % 3 {
    case 0: receipt.ownClaim = .nobody
    case 1: receipt.ownClaim = .subtree(of: maybe { $0.organisation() })
    default: receipt.hasGapForAll = number() % 2 == 0
    }
    return receipt
  }

  private mutating func ledgerEvent(_ type: EventType) -> LedgerEvent {
    switch type {
    case .ledgerOpened: .ledgerOpened(origin: text())
    case .rulesAdopted: .rulesAdopted(id: text(), content: text())
    case .holidaysAdopted:
      .holidaysAdopted(year: int(), days: (0..<Int(number() % 40)).map { _ in day() })
    case .sheetReceived:
      .sheetReceived(receipt())
    case .sheetClaimed:
      .sheetClaimed(
        SheetClaimed(
          sheet: text(), organisation: maybe { $0.organisation() }, until: day(),
          sha256: digest(), listed: count()))
    case .reportPublished:
      .reportPublished(
        ReportPublished(
          question: text(), on: day(), known: LogSize(uint()), rules: text(), sha256: digest()))
    case .headsSealed:
      .headsSealed(
        HeadsSealed(
          upTo: LogSize(uint()), counts: (0..<4).map { _ in count() }, root: digest()))
    case .rebuildAttested:
      .rebuildAttested(
        RebuildAttested(
          size: LogSize(uint()), root: digest(), layout: count(), digest: digest(),
          differences: count()))
    default: .retracted(retraction())
    }
  }

  private mutating func headcount() -> Headcount {
    Headcount(members: maybe { $0.count() }, probationers: maybe { $0.count() })
  }

  private mutating func organisationEvent(_ type: EventType) -> OrganisationEvent {
    switch type {
    case .organisationEstablished:
      .established(
        OrganisationEstablished(
          code: maybe { $0.text() }, name: text(), kind: code(), sector: maybe { $0.code() },
          parent: maybe { $0.organisation() }))
    case .organisationAmended:
      .amended(
        OrganisationAmended(
          name: maybe { $0.text() }, code: maybe { $0.text() }, kind: maybe { $0.code() },
          sector: maybe { $0.code() }))
    case .reparented: .reparented(parent: organisation())
    case .handedOver: .handedOver(receiver: organisation(), headcount: headcount())
    case .organisationReceived: .received(from: organisation(), headcount: headcount())
    case .merged: .merged(into: organisation())
    case .dissolved: .dissolved
    case .suspensionLifted: .suspensionLifted
    case .organisationRated: .rated(year: int(), grade: code())
    case .activityRecorded:
      .activityRecorded(
        ActivityRecorded(
          kind: code(),
          period: Bool.random(using: &random) ? .year(int()) : .month(Month(number: int())),
          percent: maybe { $0.hundredths() }))
    default: .retracted(retraction())
    }
  }

  private mutating func positionEvent(_ type: EventType) -> PositionEvent {
    switch type {
    case .positionDefined:
      .defined(
        PositionDefined(
          code: text(), title: text(), organisation: organisation(), line: code(),
          class: code(), seats: count(), decidedBy: maybe { $0.text() }))
    case .positionAmended:
      .amended(
        PositionAmended(
          code: maybe { $0.text() }, title: maybe { $0.text() },
          organisation: maybe { $0.organisation() }, line: maybe { $0.code() },
          class: maybe { $0.code() }, seats: maybe { $0.count() },
          decidedBy: maybe { $0.text() }))
    case .positionAbolished: .abolished
    default: .retracted(retraction())
    }
  }
}

extension EventSource {
  private mutating func personEvent(_ type: EventType) -> PersonEvent {
    switch type {
    case .personRegistered: .registered(organisation: organisation())
    case .profileAmended: .profileAmended
    case .qualificationAttained: .qualificationAttained(level: code())
    case .samePerson: .samePerson(other: PersonNumber(number()))
    case .differentPeople: .differentPeople(other: PersonNumber(number()))
    case .personErased: .erased(authority: text(), legalBasis: code())
    case .prospectIntroduced: .prospectIntroduced(by: maybe { $0.code() })
    case .courseCompleted:
      .courseCompleted(
        CourseCompleted(
          course: code(), certificate: maybe { $0.text() }, issued: day(),
          score: maybe { $0.hundredths() }))
    case .admitted:
      .admitted(
        Admitted(
          kind: code(), cellVotedOn: maybe { $0.day() }, decidedOn: maybe { $0.day() },
          ceremonyOn: day(), cell: maybe { $0.organisation() }))
    case .recognised: .recognised(decidedOn: day())
    case .cardIssued: .cardIssued
    case .activityExempted: .activityExempted(from: day(), until: maybe { $0.day() })
    case .membershipEnded: .membershipEnded(how: code(), ground: maybe { $0.code() })
    default: qualityEvent(type)
    }
  }

  private mutating func qualityEvent(_ type: EventType) -> PersonEvent {
    switch type {
    case .screened:
      .screened(
        Screened(
          round: text(), outcome: code(), ground: maybe { $0.code() },
          remedialMonths: maybe { $0.count() }))
    case .rated: .rated(year: int(), grade: code())
    case .disciplined:
      .disciplined(Disciplined(system: code(), form: code(), announcedOn: day()))
    case .disciplineAnnulled:
      .disciplineAnnulled(
        DisciplineAnnulled(
          system: code(), number: maybe { $0.text() }, day: maybe { $0.day() }))
    case .impeded: .impeded(kind: code(), until: maybe { $0.day() })
    case .residenceCommented: .residenceCommented(year: int())
    case .assetsDeclared: .assetsDeclared(year: int(), kind: maybe { $0.code() })
    default: pipelineEvent(type)
    }
  }

  private mutating func pipelineEvent(_ type: EventType) -> PersonEvent {
    switch type {
    case .theoryAttained:
      .theoryAttained(
        TheoryAttained(
          level: code(), proof: code(), school: maybe { $0.text() },
          certificate: maybe { $0.text() }, issuedOn: day()))
    case .theoryEnrolled:
      .theoryEnrolled(
        TheoryEnrolled(level: code(), school: maybe { $0.text() }, startsOn: day()))
    case .standardsConcluded: .standardsConcluded(purpose: code(), result: code())
    case .planningEntered: .planningEntered(position: position(), term: term())
    case .planningLeft:
      .planningLeft(position: position(), term: term(), reason: maybe { $0.code() })
    case .appointed:
      .appointed(
        Appointed(position: position(), kind: code(), dossierReceivedOn: maybe { $0.day() }))
    case .relieved: .relieved(position: position(), reason: maybe { $0.code() })
    case .transferIntroduced:
      .transferIntroduced(
        TransferIntroduced(
          kind: code(), from: organisation(), to: organisation(), until: maybe { $0.day() }))
    case .transferReceived:
      .transferReceived(
        TransferReceived(
          kind: code(), introducedOn: day(), from: organisation(), to: organisation()))
    case .temporaryTransferEnded: .temporaryTransferEnded(introducedOn: day())
    default: .retracted(retraction())
    }
  }
}
