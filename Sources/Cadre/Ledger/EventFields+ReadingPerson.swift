extension FormReader {
  /// An event of a person's stream.
  mutating func personEvent() throws(FieldError) -> PersonEvent {
    switch type {
    case .personRegistered, .profileAmended, .qualificationAttained, .samePerson,
      .differentPeople:
      try identityEvent()
    case .prospectIntroduced, .courseCompleted, .admitted, .recognised, .cardIssued,
      .activityExempted, .membershipEnded:
      try membershipEvent()
    case .screened, .rated, .disciplined, .disciplineAnnulled, .impeded, .residenceCommented,
      .assetsDeclared:
      try qualityEvent()
    case .theoryAttained, .theoryEnrolled, .standardsConcluded, .planningEntered, .planningLeft,
      .appointed, .relieved:
      try pipelineEvent()
    case .transferIntroduced, .transferReceived, .temporaryTransferEnded: try transferEvent()
    default: throw ownCommand
    }
  }

  private mutating func identityEvent() throws(FieldError) -> PersonEvent {
    switch type {
    case .personRegistered:
      let organisation = try organisation("organisation")
      try mayBeUndated()
      try profile(fileNumber: .required)
      return .registered(organisation: organisation)
    case .profileAmended:
      try dated()
      try profile(fileNumber: .optional)
      try requireAny(
        !secret.isEmpty,
        of: ["fileNumber", "name", "birth", "sex", "ethnicity", "citizenNumber"])
      return .profileAmended
    case .qualificationAttained:
      let level = try code("level", Degree.self)
      try mayBeUndated()
      return .qualificationAttained(level: level)
    case .samePerson: return .samePerson(other: try another())
    case .differentPeople: return .differentPeople(other: try another())
    default: throw ownCommand
    }
  }
}

extension FormReader {
  /// Somebody besides the person whom the form is about, as of a day.
  private mutating func another() throws(FieldError) -> PersonNumber {
    let other = try person("other")
    try require(stream != .person(other), "other", against: "person")
    try dated()
    return other
  }
}

// Membership.
extension FormReader {
  private mutating func membershipEvent() throws(FieldError) -> PersonEvent {
    switch type {
    case .prospectIntroduced:
      let introducer = try code(ifAny: "by", Introducer.self)
      try mayBeUndated()
      try remark()
      return .prospectIntroduced(by: introducer)
    case .courseCompleted:
      let course = CourseCompleted(
        course: try code("course"), certificate: try text("certificate"),
        issued: try day("issued"), score: try percent(ifAny: "score"))
      try holds(from: course.issued, "issued")
      return .courseCompleted(course)
    case .admitted: return .admitted(try admitted())
    case .recognised:
      let decidedOn = try given(
        "decidedOn", try decisionDay(ifAny: "decidedOn", .requiredUnlessDated))
      try holds(from: decidedOn, "decidedOn")
      return .recognised(decidedOn: decidedOn)
    case .cardIssued:
      try dated()
      try card()
      return .cardIssued
    case .activityExempted:
      let from = try day("from")
      let until = try day(ifAny: "until")
      try require(until, "until", notBefore: from, "from")
      try holds(from: from, "from")
      return .activityExempted(from: from, until: until)
    case .membershipEnded:
      let how = try code("how", EndingKind.self)
      let ground = try code(ifAny: "ground", EndingGround.self)
      try datedOrDecided()
      try remark()
      return .membershipEnded(how: how, ground: ground)
    default: throw ownCommand
    }
  }

  /// A readmission is known by its decision.
  private mutating func admitted() throws(FieldError) -> Admitted {
    let kind = try code("kind", AdmissionKind.self)
    let cellVotedOn = try day(ifAny: "cellVotedOn")
    let decidedOn = try decisionDay(ifAny: "decidedOn")
    let ceremonyOn = try day("ceremonyOn")
    let cell = try organisation(ifAny: "cell")
    if isReading, kind == .readmission {
      _ = try given("decidedOn", decidedOn)
      _ = try given(EnvelopeField.number, document.number)
    }
    try require(decidedOn, "decidedOn", notBefore: cellVotedOn, "cellVotedOn")
    try require(ceremonyOn, "ceremonyOn", notBefore: decidedOn, "decidedOn")
    try holds(from: ceremonyOn, "ceremonyOn")
    return Admitted(
      kind: kind, cellVotedOn: cellVotedOn, decidedOn: decidedOn, ceremonyOn: ceremonyOn,
      cell: cell)
  }
}

// Transfers.
extension FormReader {
  private mutating func transferEvent() throws(FieldError) -> PersonEvent {
    switch type {
    case .transferIntroduced:
      let transfer = TransferIntroduced(
        kind: try code("kind"), from: try organisation("from"), to: try organisation("to"),
        until: try day(ifAny: "until"))
      try dated()
      try require(transfer.until, "until", notBefore: effective, EnvelopeField.on)
      return .transferIntroduced(transfer)
    case .transferReceived:
      let transfer = TransferReceived(
        kind: try code("kind"), introducedOn: try day("introducedOn"),
        from: try organisation("from"), to: try organisation("to"))
      try dated()
      try require(effective, EnvelopeField.on, notBefore: transfer.introducedOn, "introducedOn")
      return .transferReceived(transfer)
    case .temporaryTransferEnded:
      let introducedOn = try day("introducedOn")
      try dated()
      try require(effective, EnvelopeField.on, notBefore: introducedOn, "introducedOn")
      return .temporaryTransferEnded(introducedOn: introducedOn)
    default: throw ownCommand
    }
  }
}
