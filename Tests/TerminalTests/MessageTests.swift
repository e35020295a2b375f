import Cadre
import Office
import Platform
import Reports
import Testing

@testable import Terminal

private let reasons: [(OfficeError.Reason, ExitCode)] = [
  (.noLedger, .noInput), (.ledgerExists, .cannotCreate),
  (.newerLayout(found: 2, known: 1), .configuration), (.busy, .busy),
  (.notPermitted, .notPermitted), (.full, .inputOutput), (.device("x"), .inputOutput),
  (.corrupted(LogIndex(7), "x"), .violation), (.unknownPerson, .noInput),
  (.unknownPosition, .noInput), (.unknownOrganisation, .noInput), (.unknownRules, .noInput),
  (.badRules("x"), .badData), (.noRules, .configuration), (.noSuchEvent(size: 3), .noInput),
  (.limit("x"), .badData), (.refused(.conflict(with: LogIndex(4))), .badData),
  (.refused(.dependants([LogIndex(4)])), .badData), (.shorterThanKnown(size: 3), .noInput),
]

@Test(arguments: reasons)
func `every failure of the office says to what it happened, what to do, and has a status`(
  reason: OfficeError.Reason, status: ExitCode
) {
  let complaint = OfficeMessages.complaint(OfficeError(reason, "SUBJECT"))
  #expect(complaint.status == status)
  for language in Language.allCases {
    #expect(complaint.what[language].contains("SUBJECT"))
    #expect(complaint.what[language].hasSuffix("."))
    #expect(complaint.remedy?[language].isEmpty == false)
  }
  #expect(complaint.what[.vietnamese] != complaint.what[.english])
}

@Test func `every refusal is said in both languages`() {
  let refusals: [Refusal] = [
    .conflict(with: nil), .conflict(with: LogIndex(1)), .neverAdmitted, .alreadyMember, .notPlanned,
    .notHolding, .noSuchDiscipline, .elsewhere(OrganisationNumber(1)), .noSuchTransfer,
    .receivedBeforeIntroduced, .certificateHeld(by: PersonNumber(1)),
    .numberHeld(by: PersonNumber(1)), .alreadyGone, .cycle, .dependants([LogIndex(1)]),
    .notInForce, .unknownStream, .samePerson(PersonNumber(1)), .differentPeople(PersonNumber(1)),
  ]
  let said = refusals.map(RefusalMessages.words)
  #expect(Set(said).count == refusals.count)
  for words in said { #expect(words[.vietnamese] != words[.english]) }
}

@Test func `files that are missing, denied or too large have their statuses`() throws {
  let missing = #expect(throws: PlatformError.self) { try Files.read("/nowhere/x", limit: 1) }
  #expect(FileMessages.reading(try #require(missing)).status == .noInput)
  #expect(FileMessages.writing(try #require(missing)).status == .cannotCreate)
  let large = PlatformError.tooLarge(path: "x", size: 2, limit: 1)
  #expect(FileMessages.reading(large).status == .badData)
  #expect(FileMessages.reading(.busy(path: "x")).status == .busy)
  #expect(FileMessages.writing(.brokenPipe).status == .closedPipe)
}
