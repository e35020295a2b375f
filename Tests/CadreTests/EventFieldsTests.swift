import Testing

@testable import Cadre

/// How the fields of events are named, described and refused.
@Suite struct EventFieldsTests {
  @Test func `every type of event is described or has a command of its own`() {
    for type in EventType.allCases {
      let fields = EventForm.description(of: type)
      #expect(fields.isEmpty == (type.ownCommand != nil), "\(type.name)")
      let names = fields.map(\.name)
      #expect(Set(names).count == names.count, "\(type.name)")
      for alias in fields.flatMap(\.aliases) { #expect(!names.contains(alias), "\(type.name)") }
      #expect(fields.map(\.place) == fields.map(\.place).sorted(), "\(type.name)")
      if !fields.isEmpty { #expect(names.contains("on"), "\(type.name)") }
    }
  }

  @Test func `undated may be only what the sheets leave undated`() {
    let undatable = EventType.allCases.filter { type in
      EventForm.description(of: type).contains { $0.name == "on" && $0.need == .optional }
    }
    #expect(
      undatable == [
        .organisationEstablished, .positionDefined, .personRegistered, .qualificationAttained,
        .prospectIntroduced,
      ])
  }

  @Test func `fields have the names and the order of the specification`() throws {
    let admitted = try form(
      "admitted", "person=f7", "ceremonyOn=19/06/1995", "kind=admission", "cell=o3",
      "cellVotedOn=1995-04-30", "date=31/05/1995", "number=1-QĐ/ĐUK")
    #expect(
      admitted.event.fields.map { "\($0.name)=\($0.value.text(LetteredReferences.names))" } == [
        "kind=admission", "cellVotedOn=1995-04-30", "decidedOn=1995-05-31",
        "ceremonyOn=1995-06-19", "cell=o3",
      ])
    #expect(admitted.effective?.description == "1995-06-19")
    #expect(admitted.stream == .person(PersonNumber(7)))
    #expect(admitted.document == Document(number: "1-QĐ/ĐUK", date: Day(text: "31/05/1995")))
  }

  @Test func `events of the ledger list their fields too`() throws {
    let digest = try #require(Digest(Array(0..<32)))
    let seal = Event.ledger(
      .headsSealed(HeadsSealed(upTo: LogSize(9), counts: [1, 2, 3, 4], root: digest)))
    let texts = seal.fields.map { "\($0.name)=\($0.value.text(ReferenceNames()))" }
    #expect(
      texts == [
        "upTo=9", "counts=1,2,3,4",
        "root=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
      ])
    let erased = Event.person(.erased(authority: "UBKT", legalBasis: .courtOrder))
    #expect(erased.fields.map(\.name) == ["authority", "legalBasis"])
    let retracted = Event.position(
      .retracted(Retraction(target: LogIndex(12), reason: .typingError)))
    #expect(retracted.fields.map(\.value) == [.index(LogIndex(12)), .code("typingError")])
  }

  @Test func `the kept names of codes are the codes' own`() {
    func check<C: Code>(_ list: C.Type) {
      for code in list.allCases { #expect(code.name == String(describing: code)) }
    }
    check(OrganisationKind.self)
    check(Sector.self)
    check(ActivityKind.self)
    check(Grade.self)
    check(Line.self)
    check(PositionClass.self)
    check(Sex.self)
    check(Degree.self)
    check(Introducer.self)
    check(Course.self)
    check(AdmissionKind.self)
    check(EndingKind.self)
    check(EndingGround.self)
    check(ScreeningOutcome.self)
    check(ScreeningGround.self)
    check(DisciplineSystem.self)
    check(DisciplineForm.self)
    check(ImpedimentKind.self)
    check(DeclarationKind.self)
    check(ErasureBasis.self)
    check(RetractionReason.self)
    check(TheoryLevel.self)
    check(TheoryProof.self)
    check(ConclusionPurpose.self)
    check(ConclusionResult.self)
    check(AppointmentKind.self)
    check(LeavingReason.self)
    check(TransferKind.self)
    check(PlanningLevel.self)
  }

  @Test func `a reference without a name is shown by its number`() {
    let value = FieldValue.organisation(OrganisationNumber(12))
    #expect(value.text(ReferenceNames()) == "12")
    #expect(value.text(ReferenceNames(organisation: { _ in "38.168" })) == "38.168")
  }

  @Test(arguments: [
    ("85.5", 8550), ("85,50", 8550), ("0.05", 5), ("100", 10_000), ("7.3", 730), ("-", nil),
    ("", nil), ("1.234", nil), ("1.", nil), (".5", nil), ("1 000", nil), ("+1", nil),
  ])
  func `hundredths are exact`(_ text: String, _ value: Int?) {
    #expect(Hundredths(text: text)?.value == value)
    if let value { #expect(Hundredths(text: Hundredths(value).description)?.value == value) }
  }

  @Test func `hundredths are written with as few decimals as they need`() {
    let texts = [8550, 8500, 5, 0, -5, 123].map { Hundredths($0).description }
    #expect(texts == ["85.5", "85", "0.05", "0", "-0.05", "1.23"])
  }
}

/// The day that follows from an event's own fields, and the other conveniences of a form.
@Suite struct EventFormDayTests {
  @Test func `a rating holds from the last day of its year`() throws {
    let rated = try form("Rated", "person=f1", "year=2022", "grade=good")
    #expect(rated.effective?.description == "2022-12-31")
    #expect(try form("Rated", "person=f1", "year=2022", "grade=good", "on=31/12/2022") == rated)
    #expect(
      throws: FieldError.contradiction(
        field: "on", value: "2022-06-01", with: "year", says: "2022-12-31")
    ) { try form("Rated", "person=f1", "year=2022", "grade=good", "on=2022-06-01") }
  }

  @Test func `a planning holds from the day of its decision`() throws {
    let fields = ["person=f1", "position=p2", "term=2020–2025"]
    let dated = try form("PlanningEntered", fields[0], fields[1], fields[2], "date=2021-02-10")
    #expect(dated.effective?.description == "2021-02-10")
    #expect(
      try form("PlanningEntered", fields[0], fields[1], fields[2], "on=2021-02-10") == dated)
    #expect(
      throws: FieldError.contradiction(
        field: "on", value: "2021-02-11", with: "document.date", says: "2021-02-10")
    ) {
      try form(
        "PlanningEntered", fields[0], fields[1], fields[2], "on=2021-02-11", "date=2021-02-10")
    }
  }

  @Test func `an appointment may hold from another day than its decision`() throws {
    let appointed = try form(
      "Appointed", "person=f1", "position=p2", "kind=appointment", "date=2021-02-10",
      "on=2021-03-01")
    #expect(appointed.effective?.description == "2021-03-01")
    #expect(appointed.document?.date?.description == "2021-02-10")
    let short = try form(
      "Appointed", "person=f1", "position=p2", "kind=appointment", "date=2021-02-10")
    #expect(short.effective?.description == "2021-02-10")
    #expect(throws: FieldError.missingField(name: "on", of: .appointed)) {
      try form("Appointed", "person=f1", "position=p2", "kind=appointment")
    }
  }

  @Test func `a recognition's decision and document have one day`() throws {
    let recognised = try form("Recognised", "person=f1", "decidedOn=2021-02-10", "number=7")
    #expect(recognised.document == Document(number: "7", date: Day(text: "2021-02-10")))
    #expect(
      try form("Recognised", "person=f1", "date=2021-02-10", "document.number=7") == recognised)
    #expect(
      throws: FieldError.contradiction(
        field: "decidedOn", value: "2021-02-10", with: "document.date", says: "2021-02-11")
    ) { try form("Recognised", "person=f1", "decidedOn=2021-02-10", "date=2021-02-11") }
  }

  @Test func `a discipline is announced on the day of its decision unless it says otherwise`()
    throws
  {
    let fields = ["person=f1", "system=party", "form=warning", "number=1", "date=2021-01-05"]
    let same = try form("Disciplined", fields[0], fields[1], fields[2], fields[3], fields[4])
    #expect(same.effective?.description == "2021-01-05")
    let later = try form(
      "Disciplined", fields[0], fields[1], fields[2], fields[3], fields[4],
      "announcedOn=2021-01-09")
    #expect(later.effective?.description == "2021-01-09")
  }

  @Test func `an annulment tells its own document from the discipline's`() throws {
    let annulled = try form(
      "DisciplineAnnulled", "person=f1", "system=state", "number=5-QĐ", "day=2020-01-01",
      "document.number=9-QĐ", "date=2021-01-01")
    #expect(annulled.document == Document(number: "9-QĐ", date: Day(text: "2021-01-01")))
    #expect(
      annulled.event
        == .person(
          .disciplineAnnulled(
            DisciplineAnnulled(system: .state, number: "5-QĐ", day: Day(text: "2020-01-01")))))
  }

  @Test func `a registration begins a stream and keeps the person in the vault`() throws {
    let registered = try form(
      "PersonRegistered", "fileNumber=000001HT", "organisation=o4",
      "name= Nguye\u{302}\u{303}n\u{A0}An ",
      "birth=04/1970", "sex=female", "ethnicity=")
    #expect(registered.stream == nil)
    #expect(registered.effective == nil)
    #expect(registered.event == .person(.registered(organisation: OrganisationNumber(4))))
    #expect(
      registered.secret
        == PrivateRecord(
          fileNumber: "000001HT", name: "Nguyễn An", birth: Birth(text: "1970-04"), sex: .female))
    #expect(registered.secret.map { Array(($0.name ?? "").unicodeScalars).count } == 9)
  }
}
