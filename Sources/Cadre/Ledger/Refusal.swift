/// Why an event cannot be recorded: what its stream says instead (spec/domain.md section 3).
///
/// A refusal is the domain saying no; a machine that fails is an error of another module.
package enum Refusal: Hashable, Sendable {
  /// The key is held by an event with other content; nil: by an earlier row of the same batch.
  case conflict(with: LogIndex?)
  /// No admission is in force on that day.
  case neverAdmitted
  /// A membership is already in force on that day.
  case alreadyMember
  /// The person is not in planning for that post and term.
  case notPlanned
  /// The person was never appointed to that post, or was relieved of it since.
  case notHolding
  /// No discipline of that system, number and day.
  case noSuchDiscipline
  /// The person is in another organisation on that day.
  case elsewhere(OrganisationNumber)
  /// No transfer of that kind was introduced on that day.
  case noSuchTransfer
  /// The reception is before the introduction.
  case receivedBeforeIntroduced
  /// Another person holds the same certificate.
  case certificateHeld(by: PersonNumber)
  /// Another person holds the same card or citizen number.
  case numberHeld(by: PersonNumber)
  /// The ledger says that these two are one person.
  case samePerson(PersonNumber)
  /// The ledger says that these two are not one person.
  case differentPeople(PersonNumber)
  /// The organisation was already merged, dissolved or handed over on that day.
  case alreadyGone
  /// It would stand under itself.
  case cycle
  /// It would make later events impossible; they would have to be retracted too.
  case dependants([LogIndex])
  /// Events of other streams speak of it; they would have to be retracted first.
  case mentioned([LogIndex])
  /// The ledger cannot be without it: its origin, or the only rule set in force.
  case foundation
  /// A sheet was received as part of an import, which is taken back as a whole.
  case wholeImport
  /// The ledger says of itself what was found, sealed or published: nobody takes that back.
  case testimony
  /// The target does not exist in that stream, or does not count any more.
  case notInForce
  /// The stream has not begun: nothing was established, defined or registered.
  case unknownStream
  /// The person's data were erased: nothing more is recorded of them, and nothing retracted.
  case erased
}
