extension PersonState {
  /// What only the whole stream can place.
  struct Pending {
    /// The post held so far, by line.
    var open: [Tenure?] = [nil, nil, nil]
    var annulments: [(annulment: DisciplineAnnulled, index: LogIndex)] = []
    var recognitions: [(decidedOn: Day, index: LogIndex)] = []
  }

  /// Takes in one fact; total over every event of a person.
  mutating func evolve(
    _ fact: Fact<PersonEvent>, on day: Day, _ positions: PositionTable, _ pending: inout Pending
  ) {
    let index = fact.index
    switch fact.event {
    case .registered(let organisation):
      profiles.append(ProfileSource(from: day, index: index))
      registration = registration ?? Registration(organisation: organisation, index: index)
    case .profileAmended: profiles.append(ProfileSource(from: day, index: index))
    case .qualificationAttained(let level): degrees.append(Qualification(level, day, index))
    case .prospectIntroduced(let by):
      introduction = introduction ?? Introduction(from: day, by: by, index: index)
    case .admitted(let admitted): admissions.append(Admission(admitted, index: index))
    case .recognised(let decidedOn): pending.recognitions.append((decidedOn, index))
    case .membershipEnded(let how, let ground):
      endings.append(Ending(on: day, how: how, ground: ground, index: index))
      end(how, on: day, by: index, &pending)
    case .screened(let screened): screenings.append(Screening(screened, day, index))
    case .rated(let year, let grade):
      ratings.append(Rating(year: year, grade: grade, from: day, index: index))
    case .disciplined(let discipline): disciplines.append(Discipline(discipline, index))
    case .disciplineAnnulled(let annulment): pending.annulments.append((annulment, index))
    case .impeded(let kind, let until): impediments.append(Impediment(kind, day, until, index))
    case .assetsDeclared(let year, let kind):
      declarations.append(Declaration(year, kind, day, index))
    case .residenceCommented(let year):
      comments.append(ResidenceComment(year: year, on: day, index: index))
    case .activityExempted(let from, let until):
      exemptions.append(Exemption(from: from, until: until ?? .afterAll, index: index))
    case .cardIssued: cards.append(CardIssue(on: day, index: index))
    case .courseCompleted(let completed): courses.append(Course.Passed(completed, index))
    case .theoryEnrolled(let enrolled): enrolments.append(Enrolment(enrolled, index))
    case .theoryAttained(let attained): theory.append(TheoryCertificate(attained, index))
    case .standardsConcluded(let purpose, let result):
      conclusions.append(Conclusion(on: day, purpose: purpose, result: result, index: index))
    case .planningEntered(let position, let term):
      planning.append(PlanningEntry(position: position, term: term, entered: day, index: index))
    case .planningLeft(let position, let term, let reason):
      leave(position, term, PlanningEntry.Left(on: day, reason: reason, index: index))
    case .appointed(let appointed): enter(appointed, on: day, by: index, positions, &pending)
    case .relieved(let position, _):
      for line in pending.open.indices where pending.open[line]?.position == position {
        close(line, on: day, by: index, &pending)
      }
    case .transferIntroduced(let introduced): introduce(introduced, on: day, by: index)
    case .transferReceived(let received): receive(received, on: day, by: index)
    case .temporaryTransferEnded(let introducedOn): endStay(introducedOn, on: day)
    case .samePerson(let other): otherNumbers.append(other)
    case .differentPeople(let other): strangers.append(other)
    case .erased, .retracted: break
    }
  }
}

extension PersonState {
  /// A recognition belongs to the admission in force on its day; the first one counts.
  mutating func attach(_ recognition: (decidedOn: Day, index: LogIndex)) {
    guard
      let place = admissions.lastIndex(where: { $0.ceremonyOn <= recognition.decidedOn }),
      admissions[place].recognisedBy == nil
    else { return }
    admissions[place].recognisedBy = recognition.index
    admissions[place].recognitionDecidedOn = recognition.decidedOn
  }

  /// Takes the annulled discipline out, for every day.
  mutating func annul(
    _ named: (annulment: DisciplineAnnulled, index: LogIndex), _ facts: [Fact<PersonEvent>],
    _ known: LogSize
  ) {
    for fact in facts where fact.counts(at: known) {
      guard case .disciplined(let disciplined) = fact.event,
        disciplined.system == named.annulment.system,
        fact.document?.number == named.annulment.number,
        fact.document?.date == named.annulment.day,
        let place = disciplines.firstIndex(where: { $0.index == fact.index })
      else { continue }
      var discipline = disciplines.remove(at: place)
      discipline.annulledBy = named.index
      annulled.append(discipline)
    }
  }
}

extension PersonState {
  /// Begins a transfer, or completes one whose reception is already known.
  private mutating func introduce(
    _ introduced: TransferIntroduced, on day: Day, by index: LogIndex
  ) {
    let known = transfers.firstIndex {
      $0.kind == introduced.kind && $0.introducedOn == day && $0.introducedBy == nil
    }
    if let known {
      transfers[known].introducedBy = index
      transfers[known].until = introduced.until
    } else {
      transfers.append(Transfer(introduced, on: day, by: index))
    }
  }

  private mutating func receive(_ received: TransferReceived, on day: Day, by index: LogIndex) {
    let known = transfers.firstIndex {
      $0.kind == received.kind && $0.introducedOn == received.introducedOn
        && $0.receivedBy == nil
    }
    let place = known ?? transfers.count
    if known == nil { transfers.append(Transfer(received)) }
    transfers[place].receivedOn = day
    transfers[place].receivedBy = index
    if received.kind != .temporary {
      moves.append(Move(on: day, from: received.from, to: received.to, index: index))
    }
  }

  private mutating func endStay(_ introducedOn: Day, on day: Day) {
    for place in transfers.indices
    where transfers[place].kind == .temporary && transfers[place].introducedOn == introducedOn {
      transfers[place].endedOn = day
    }
  }
}
