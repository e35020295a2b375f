// Quality.
extension FormReader {
  mutating func qualityEvent() throws(FieldError) -> PersonEvent {
    switch type {
    case .screened: return .screened(try screened())
    case .rated:
      let year = try year("year")
      let grade = try code("grade", Grade.self)
      try holds(from: .lastOf(year: year), "year")
      return .rated(year: year, grade: grade)
    case .disciplined: return .disciplined(try disciplined())
    case .disciplineAnnulled:
      let annulment = DisciplineAnnulled(
        system: try code("system"), number: try text("number"), day: try day("day"))
      try decided()
      try require(effective, EnvelopeField.on, notBefore: annulment.day, "day")
      return .disciplineAnnulled(annulment)
    case .impeded:
      let kind = try code("kind", ImpedimentKind.self)
      let until = try day(ifAny: "until")
      try dated()
      try require(until, "until", notBefore: effective, EnvelopeField.on)
      try remark()
      return .impeded(kind: kind, until: until)
    case .residenceCommented:
      let year = try year("year")
      try dated()
      return .residenceCommented(year: year)
    case .assetsDeclared:
      let year = try year("year")
      let kind = try code(ifAny: "kind", DeclarationKind.self)
      try dated()
      try remark()
      return .assetsDeclared(year: year, kind: kind)
    default: throw ownCommand
    }
  }

  /// Its document, where it has a number, is of the day of the screening.
  private mutating func screened() throws(FieldError) -> Screened {
    let screening = Screened(
      round: try text("round"), outcome: try code("outcome"), ground: try code(ifAny: "ground"),
      remedialMonths: try count(ifAny: "remedialMonths", 0...120))
    try dated()
    if document.number != nil { document.date = document.date ?? effective }
    try remark()
    return screening
  }

  /// Its announcement is on the day of the decision unless it says otherwise.
  private mutating func disciplined() throws(FieldError) -> Disciplined {
    let system = try code("system", DisciplineSystem.self)
    let form = try code("form", DisciplineForm.self)
    let announced = try day(ifAny: "announcedOn", .requiredUnlessDated)
    let announcedOn = try given("announcedOn", announced ?? document.date)
    try holds(from: announcedOn, "announcedOn")
    return Disciplined(system: system, form: form, announcedOn: announcedOn)
  }
}

// The way to a post.
extension FormReader {
  mutating func pipelineEvent() throws(FieldError) -> PersonEvent {
    switch type {
    case .theoryAttained:
      let theory = TheoryAttained(
        level: try code("level"), proof: try code("proof"), school: try text(ifAny: "school"),
        certificate: try text("certificate"), issuedOn: try day("issuedOn"))
      try holds(from: theory.issuedOn, "issuedOn")
      return .theoryAttained(theory)
    case .theoryEnrolled:
      let theory = TheoryEnrolled(
        level: try code("level"), school: try text(ifAny: "school"), startsOn: try day("startsOn"))
      try holds(from: theory.startsOn, "startsOn")
      return .theoryEnrolled(theory)
    case .standardsConcluded:
      let purpose = try code("purpose", ConclusionPurpose.self)
      let result = try code("result", ConclusionResult.self)
      try decided()
      return .standardsConcluded(purpose: purpose, result: result)
    case .planningEntered, .planningLeft: return try planning()
    case .appointed:
      let appointment = Appointed(
        position: try position("position"), kind: try code("kind"),
        dossierReceivedOn: try day(ifAny: "dossierReceivedOn"))
      try datedOrDecided()
      try remark()
      return .appointed(appointment)
    case .relieved:
      let position = try position("position")
      let reason = try code(ifAny: "reason", LeavingReason.self)
      try datedOrDecided()
      try remark()
      return .relieved(position: position, reason: reason)
    default: throw ownCommand
    }
  }

  private mutating func planning() throws(FieldError) -> PersonEvent {
    let position = try position("position")
    let term = try term("term")
    let reason: LeavingReason? = type == .planningLeft ? try code(ifAny: "reason") : nil
    try decided()
    try remark()
    return type == .planningLeft
      ? .planningLeft(position: position, term: term, reason: reason)
      : .planningEntered(position: position, term: term)
  }
}
