import Testing

@testable import Cadre

/// Every way in which fields make no event.
@Suite struct FieldErrorTests {
  @Test func `an unknown event is answered with the nearest`() {
    #expect(throws: FieldError.unknownEvent(name: "Apointed", nearest: .appointed)) {
      try form("Apointed")
    }
    #expect(throws: FieldError.unknownEvent(name: "Nothing like it", nearest: nil)) {
      try form("Nothing like it")
    }
  }

  @Test(arguments: [
    EventType.ledgerOpened, .rulesAdopted, .holidaysAdopted, .sheetReceived, .reportPublished,
    .headsSealed, .rebuildAttested, .personErased, .retracted,
  ])
  func `an event with a command of its own is refused`(_ type: EventType) throws {
    let command = try #require(type.ownCommand)
    #expect(throws: FieldError.hasOwnCommand(type, command: command)) { try form(type.name) }
  }

  @Test func `an unknown field is answered with the nearest`() {
    #expect(
      throws: FieldError.unknownField(name: "graed", of: .rated, nearest: "grade")
    ) { try form("Rated", "person=f1", "year=2022", "graed=good") }
    #expect(
      throws: FieldError.unknownField(name: "citizenNumber", of: .rated, nearest: nil)
    ) { try form("Rated", "person=f1", "year=2022", "grade=good", "citizenNumber=1") }
  }

  @Test func `a field given under two of its names is refused`() {
    #expect(throws: FieldError.repeatedField(name: "document.date", of: .dissolved)) {
      try form("Dissolved", "organisation=o1", "date=2021-01-01", "document.date=2021-01-01")
    }
  }

  @Test func `a missing field is named, an empty one is missing`() {
    #expect(throws: FieldError.missingField(name: "person", of: .rated)) {
      try form("Rated", "year=2022", "grade=good")
    }
    #expect(throws: FieldError.missingField(name: "grade", of: .rated)) {
      try form("Rated", "person=f1", "year=2022", "grade= ")
    }
    #expect(throws: FieldError.missingField(name: "on", of: .dissolved)) {
      try form("Dissolved", "organisation=o1")
    }
    #expect(throws: FieldError.missingField(name: "document.number", of: .admitted)) {
      try form(
        "Admitted", "person=f1", "kind=readmission", "decidedOn=2020-01-01",
        "ceremonyOn=2020-01-01")
    }
    #expect(throws: FieldError.missingField(name: "code", of: .organisationEstablished)) {
      try form("OrganisationEstablished", "name=A", "kind=cell")
    }
  }

  @Test func `an amendment must amend something`() {
    #expect(
      throws: FieldError.nothingGiven(
        oneOf: ["name", "code", "kind", "sector"], of: .organisationAmended)
    ) { try form("OrganisationAmended", "organisation=o1", "on=2021-01-01") }
    #expect(throws: FieldError.self) { try form("ProfileAmended", "person=f1", "on=2021-01-01") }
    #expect(throws: FieldError.self) { try form("PositionAmended", "position=p1", "on=2021-01-01") }
  }

  @Test func `a bad value is answered with what is accepted`() {
    #expect(
      throws: FieldError.badValue(
        field: "grade", value: "great",
        accepted: .code(["unfulfilled", "fulfilled", "good", "excellent"]))
    ) { try form("Rated", "person=f1", "year=2022", "grade=great") }
    #expect(throws: FieldError.badValue(field: "on", value: "30/02/2021", accepted: .day)) {
      try form("Dissolved", "organisation=o1", "on=30/02/2021")
    }
  }

  @Test func `limits hold at the limit and not one past it`() throws {
    let longest = String(repeating: "x", count: 200)
    let theory = ["person=f1", "level=advanced", "proof=diploma", "issuedOn=2020-01-01"]
    func attained(_ certificate: String) throws(FieldError) -> EventForm {
      try form(
        "TheoryAttained", theory[0], theory[1], theory[2], theory[3], "certificate=\(certificate)")
    }
    _ = try attained(longest)
    #expect(
      throws: FieldError.badValue(
        field: "certificate", value: longest + "x", accepted: .text(limit: 200))
    ) { try attained(longest + "x") }
    func activity(_ percent: String) throws(FieldError) -> EventForm {
      try form(
        "ActivityRecorded", "organisation=o1", "kind=article", "period=01/2020", "on=2020-01-21",
        "percent=\(percent)")
    }
    _ = try activity("100")
    #expect(
      throws: FieldError.badValue(field: "percent", value: "100.01", accepted: .percent)
    ) { try activity("100.01") }
    func years(_ year: String) throws(FieldError) -> EventForm {
      try form("Rated", "person=f1", "grade=good", "year=\(year)")
    }
    _ = try (years("1900"), years("2199"))
    #expect(throws: FieldError.badValue(field: "year", value: "1899", accepted: .year)) {
      try years("1899")
    }
    #expect(throws: FieldError.badValue(field: "year", value: "2200", accepted: .year)) {
      try years("2200")
    }
  }

  @Test func `a reference that nobody has is unresolved`() {
    #expect(throws: FieldError.unresolved(field: "person", value: "zz", kind: .person)) {
      try form("Rated", "person=zz", "year=2022", "grade=good")
    }
    #expect(throws: FieldError.unresolved(field: "into", value: "99.9", kind: .organisation)) {
      try form("Merged", "organisation=o1", "into=99.9", "on=2021-01-01")
    }
    #expect(throws: FieldError.unresolved(field: "position", value: "CD1", kind: .position)) {
      try form("Relieved", "person=f1", "position=CD1", "on=2021-01-01")
    }
  }

  @Test func `fields that cannot both be right contradict`() {
    #expect(
      throws: FieldError.contradiction(
        field: "class", value: "secretary", with: "line", says: "government")
    ) {
      try form("PositionDefined", "code=C1", "title=T", "organisation=o1", "class=secretary")
    }
    #expect(
      throws: FieldError.contradiction(
        field: "probationers", value: "3", with: "members", says: "2")
    ) {
      try form(
        "HandedOver", "organisation=o1", "receiver=o2", "members=2", "probationers=3",
        "on=2021-01-01")
    }
    #expect(
      throws: FieldError.contradiction(field: "other", value: "f1", with: "person", says: "f1")
    ) { try form("SamePerson", "person=f1", "other=f1", "on=2021-01-01") }
    #expect(
      throws: FieldError.contradiction(
        field: "code", value: "1.2", with: "kind", says: "external")
    ) { try form("OrganisationEstablished", "name=A", "kind=external", "code=1.2") }
    #expect(
      throws: FieldError.contradiction(
        field: "on", value: "2021-01-01", with: "introducedOn", says: "2021-02-01")
    ) {
      try form(
        "TransferReceived", "person=f1", "kind=internal", "from=o1", "to=o2",
        "introducedOn=2021-02-01", "on=2021-01-01")
    }
  }
}
