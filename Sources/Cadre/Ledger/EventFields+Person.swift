extension PersonEvent {
  func list(in list: inout FieldList) {
    switch self {
    case .registered(let organisation): list.add("organisation", organisation)
    case .profileAmended, .cardIssued: break
    case .qualificationAttained(let level): list.add("level", level)
    case .samePerson(let other), .differentPeople(let other):
      list.add("other", .person(other))
    case .erased(let authority, let legalBasis):
      list.add("authority", authority)
      list.add("legalBasis", legalBasis)
    case .prospectIntroduced(let introducer): list.add("by", introducer)
    case .courseCompleted(let course): course.list(in: &list)
    case .admitted(let admission): admission.list(in: &list)
    case .recognised(let decidedOn): list.add("decidedOn", decidedOn)
    case .activityExempted(let from, let until):
      list.add("from", from)
      list.add("until", until)
    case .membershipEnded(let how, let ground):
      list.add("how", how)
      list.add("ground", ground)
    case .screened(let screening): screening.list(in: &list)
    case .rated(let year, let grade):
      list.add("year", year)
      list.add("grade", grade)
    case .disciplined(let discipline): discipline.list(in: &list)
    case .disciplineAnnulled(let annulment): annulment.list(in: &list)
    case .impeded(let kind, let until):
      list.add("kind", kind)
      list.add("until", until)
    case .residenceCommented(let year): list.add("year", year)
    case .assetsDeclared(let year, let kind):
      list.add("year", year)
      list.add("kind", kind)
    case .theoryAttained(let theory): theory.list(in: &list)
    case .theoryEnrolled(let theory): theory.list(in: &list)
    case .standardsConcluded(let purpose, let result):
      list.add("purpose", purpose)
      list.add("result", result)
    case .planningEntered(let position, let term): list.planning(position, term, nil)
    case .planningLeft(let position, let term, let reason): list.planning(position, term, reason)
    case .appointed(let appointment): appointment.list(in: &list)
    case .relieved(let position, let reason):
      list.add("position", position)
      list.add("reason", reason)
    case .transferIntroduced(let transfer): transfer.list(in: &list)
    case .transferReceived(let transfer): transfer.list(in: &list)
    case .temporaryTransferEnded(let introducedOn): list.add("introducedOn", introducedOn)
    case .retracted(let retraction): retraction.list(in: &list)
    }
  }
}

extension FieldList {
  fileprivate mutating func planning(
    _ position: PositionNumber, _ term: Term, _ reason: LeavingReason?
  ) {
    add("position", position)
    add("term", term)
    add("reason", reason)
  }
}

extension CourseCompleted {
  fileprivate func list(in list: inout FieldList) {
    list.add("course", course)
    list.add("certificate", certificate)
    list.add("issued", issued)
    list.add("score", score)
  }
}

extension Admitted {
  fileprivate func list(in list: inout FieldList) {
    list.add("kind", kind)
    list.add("cellVotedOn", cellVotedOn)
    list.add("decidedOn", decidedOn)
    list.add("ceremonyOn", ceremonyOn)
    list.add("cell", cell)
  }
}

extension Screened {
  fileprivate func list(in list: inout FieldList) {
    list.add("round", round)
    list.add("outcome", outcome)
    list.add("ground", ground)
    list.add("remedialMonths", remedialMonths)
  }
}

extension Disciplined {
  fileprivate func list(in list: inout FieldList) {
    list.add("system", system)
    list.add("form", form)
    list.add("announcedOn", announcedOn)
  }
}

extension DisciplineAnnulled {
  fileprivate func list(in list: inout FieldList) {
    list.add("system", system)
    list.add("number", number)
    list.add("day", day)
  }
}

extension TheoryAttained {
  fileprivate func list(in list: inout FieldList) {
    list.add("level", level)
    list.add("proof", proof)
    list.add("school", school)
    list.add("certificate", certificate)
    list.add("issuedOn", issuedOn)
  }
}

extension TheoryEnrolled {
  fileprivate func list(in list: inout FieldList) {
    list.add("level", level)
    list.add("school", school)
    list.add("startsOn", startsOn)
  }
}

extension Appointed {
  fileprivate func list(in list: inout FieldList) {
    list.add("position", position)
    list.add("kind", kind)
    list.add("dossierReceivedOn", dossierReceivedOn)
  }
}

extension TransferIntroduced {
  fileprivate func list(in list: inout FieldList) {
    list.add("kind", kind)
    list.add("from", from)
    list.add("to", to)
    list.add("until", until)
  }
}

extension TransferReceived {
  fileprivate func list(in list: inout FieldList) {
    list.add("kind", kind)
    list.add("introducedOn", introducedOn)
    list.add("from", from)
    list.add("to", to)
  }
}
