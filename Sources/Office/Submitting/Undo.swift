package import Cadre

/// What became of the events of an import that is taken back; the four groups are all of them.
package struct Undo: Sendable {
  /// The receipts of the import's sheets, by name.
  package internal(set) var sheets: [String] = []
  /// Taken back, or to be taken back in a dry run.
  package internal(set) var withdrawn: [UndoneEvent] = []
  /// Kept, since something later rests on them.
  package internal(set) var kept: [UndoneEvent] = []
  /// Retracted before.
  package internal(set) var retracted: [UndoneEvent] = []
  /// Of people whose data were erased: their streams are closed.
  package internal(set) var erased: [UndoneEvent] = []
}

/// An event of an import that is taken back.
package struct UndoneEvent: Hashable, Sendable {
  package var index: LogIndex
  package var type: EventType
  package var stream: Stream
  /// What rests on it.
  package var because: [LogIndex] = []
}
