package import Cadre

/// Why the office could not do what was asked: the machine or the store says no.
///
/// What the domain refuses is a `Refusal`, and is part of an answer.
package struct OfficeError: Error, Hashable, Sendable {
  package let reason: Reason
  /// What it happened to: a folder, a file, a number somebody gave.
  package let subject: String

  package init(_ reason: Reason, _ subject: String) {
    self.reason = reason
    self.subject = subject
  }

  /// What went wrong.
  package enum Reason: Hashable, Sendable {
    /// There is no ledger in that folder.
    case noLedger
    /// It is a backup, which is restored and not worked on.
    case isBackup
    /// There is one already.
    case ledgerExists
    /// There is no backup in that folder.
    case noBackup
    /// A folder cannot be made there; the text says why.
    case cannotCreate(String)
    /// The store was made by a later version of the program.
    case newerLayout(found: Int, known: Int)
    /// Another process holds the ledger's write lock.
    case busy
    /// The system denies access.
    case notPermitted
    /// No space is left on the device, or in the map.
    case full
    /// A file or device failed; the text says how.
    case device(String)
    /// What is stored is not what was written; the index of the first wrong event, if known.
    case corrupted(LogIndex?, String)
    /// A person nobody has registered, or not by K.
    case unknownPerson
    /// A person whose private data were erased: a number of theirs is known again, and no more.
    case erasedPerson
    /// A post nobody has defined, or not by K.
    case unknownPosition
    /// An organisation nobody has established, or not by K.
    case unknownOrganisation
    /// A text that is no year, quarter or term of the rules.
    case unknownPeriod
    /// A rule set that was never adopted and is not a file.
    case unknownRules
    /// A rule set that cannot be read; the text says where and why.
    case badRules(String)
    /// Another rule set was adopted under that id, by that event.
    case rulesTaken(by: LogIndex?)
    /// No rule set was adopted up to K.
    case noRules
    /// An index at or past the size of the log.
    case noSuchEvent(size: UInt64)
    /// The event is not the receipt of a sheet, by which an import is known.
    case notAnImport
    /// An event breaks a limit; the text says which.
    case limit(String)
    /// The domain refuses a single event or retraction.
    case refused(Refusal)
    /// A checkpoint file that is none, or was changed.
    case badCheckpoint(CheckpointFlaw)
    /// The log is shorter than K.
    case shorterThanKnown(size: UInt64)
    /// No consistency proof is defined between these sizes.
    case noProof(from: UInt64, to: UInt64)
    /// The ledger was never sealed, or not as far as K.
    case notSealed(upTo: UInt64?)
  }
}
