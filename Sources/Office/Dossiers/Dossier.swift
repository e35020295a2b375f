package import Cadre

/// The case of one person and one post, to be checked by whoever has nothing but this and a
/// checkpoint: whole streams with their proofs (Office.docc/Dossier.md).
package struct Dossier: Hashable, Sendable {
  /// What is asked: numbers of streams, the day, the knowledge and the rule set.
  package struct Question: Hashable, Sendable {
    package var person: PersonNumber
    package var position: PositionNumber
    package var on: Day
    package var known: LogSize
    package var rules: String

    package init(
      person: PersonNumber, position: PositionNumber, on: Day, known: LogSize, rules: String
    ) {
      self.person = person
      self.position = position
      self.on = on
      self.known = known
      self.rules = rules
    }
  }

  /// The text of a checkpoint of a size above the seal's index.
  package var checkpoint: String
  /// The event that sealed the heads of all streams.
  package var seal: ProvedEvent
  package var question: Question
  /// In the order of the seal.
  package var streams: [SealedStream]
  package var later: LaterEvents
  /// Private records of the person; nil where the dossier identifies nobody.
  package var records: [ExportedRecord]?

  package init(
    checkpoint: String, seal: ProvedEvent, question: Question, streams: [SealedStream],
    later: LaterEvents, records: [ExportedRecord]?
  ) {
    self.checkpoint = checkpoint
    self.seal = seal
    self.question = question
    self.streams = streams
    self.later = later
    self.records = records
  }
}

/// An event with its path to the root of the checkpoint's tree.
package struct ProvedEvent: Hashable, Sendable {
  package var index: LogIndex
  /// As recorded and hashed.
  package var bytes: [UInt8]
  /// The lowest hash first.
  package var path: [Digest]

  package init(index: LogIndex, bytes: [UInt8], path: [Digest]) {
    self.index = index
    self.bytes = bytes
    self.path = path
  }
}

/// Every event of a stream below the seal's size, and the path of its head to the seal's root.
package struct SealedStream: Hashable, Sendable {
  package var stream: Stream
  /// The place of its leaf in the tree of the seal.
  package var place: UInt64
  /// The lowest hash first.
  package var path: [Digest]
  package var events: [ProvedEvent]

  package init(stream: Stream, place: UInt64, path: [Digest], events: [ProvedEvent]) {
    self.stream = stream
    self.place = place
    self.path = path
    self.events = events
  }
}

/// What the log recorded at or past the seal's size: named, not proved, and not counted.
package struct LaterEvents: Hashable, Sendable {
  /// An event of one of the dossier's streams.
  package struct Item: Hashable, Sendable {
    package var index: LogIndex
    package var stream: Stream
    /// The name of its type.
    package var type: String

    package init(index: LogIndex, stream: Stream, type: String) {
      self.index = index
      self.stream = stream
      self.type = type
    }
  }

  /// All of them, of any stream, the seal included.
  package var count: UInt64
  /// Those of the dossier's streams, ascending.
  package var events: [Item]

  package init(count: UInt64, events: [Item]) {
    self.count = count
    self.events = events
  }

  /// Those that may change the answer: all but what only speaks of the log itself.
  package var notable: [Item] {
    let silent = [EventType.headsSealed, .rebuildAttested, .reportPublished].map(\.name)
    return events.filter { !silent.contains($0.type) }
  }
}

extension LaterEvents.Item {
  /// The event in a word: `10784 Disciplined (person/207)`.
  package var text: String { "\(index.number) \(type) (\(stream))" }
}

/// A dossier with what the ledger answers.
package struct DossierMade: Sendable {
  package var dossier: Dossier
  package var answer: DossierAnswer
  /// Who it is about, as the vault knows them; for the sheet that people sign.
  package var identity: PrivateRecord
}

/// What the events of a dossier say, by its question.
package struct DossierAnswer: Sendable {
  package var standpoint: Standpoint
  package var assessment: Assessment
  /// Codes of the posts that the judgement names.
  package var positions: [PositionNumber: String]
  /// Every event that is evidence, by index.
  package var evidence: [EvidenceItem]
  /// What the evidence names by number, people left out.
  package var names: Names
}
