package import Cadre
internal import CadreCodec

/// An event with whose it is: the person, organisation or post of its stream.
package struct CalledEvent: Hashable, Sendable {
  package let index: LogIndex
  package let type: EventType
  package let stream: Stream
  /// The file number or the code; nil for the ledger and for people erased.
  package let code: String?
  /// The name; nil likewise.
  package let name: String?
}

extension Ledger {
  /// Events by index, each with whose it is by all that is known.
  /// - Throws: `noSuchEvent`.
  package func called(_ indexes: [LogIndex]) throws(OfficeError) -> [CalledEvent] {
    try reading { (stores) throws(OfficeError) in
      let known = try stores.size(.all)
      var made: [Stream: (code: String?, name: String?)] = [:]
      var events: [CalledEvent] = []
      for index in indexes {
        guard known.knows(index) else {
          throw OfficeError(.noSuchEvent(size: known.count), "\(index.number)")
        }
        let recorded = try stores.event(at: index)
        let stream = recorded.stream
        let whose: (code: String?, name: String?)
        if let known = made[stream] {
          whose = known
        } else {
          whose = try stores.whose(stream)
          made[stream] = whose
        }
        events.append(
          CalledEvent(
            index: index, type: recorded.event.type, stream: stream, code: whose.code,
            name: whose.name))
      }
      return events
    }
  }
}

extension Stores {
  /// The code and the name that a stream's subject was given last.
  fileprivate func whose(
    _ stream: Stream
  ) throws(OfficeError) -> (code: String?, name: String?) {
    switch stream {
    case .ledger: return (nil, nil)
    case .organisation(let number):
      let names = try facts(of: number).reversed().lazy
        .compactMap { fact -> (String?, String?)? in
          switch fact.event {
          case .established(let founding): (founding.code, founding.name)
          case .amended(let amendment) where amendment.name != nil:
            (amendment.code, amendment.name)
          case .amended, .reparented, .handedOver, .received, .merged, .dissolved,
            .suspensionLifted, .rated, .activityRecorded, .retracted:
            nil
          }
        }
      let all = Array(names)
      return (all.compactMap(\.0).first, all.compactMap(\.1).first)
    case .position(let number):
      var (code, title): (String?, String?)
      for fact in try facts(of: number) {
        switch fact.event {
        case .defined(let definition): (code, title) = (definition.code, definition.title)
        case .amended(let amendment):
          (code, title) = (amendment.code ?? code, amendment.title ?? title)
        case .abolished, .retracted: break
        }
      }
      return (code, title)
    case .person(let number):
      var identity = PrivateRecord()
      let saying: [EventType] = [.personRegistered, .profileAmended]
      for fact in try facts(of: number) where saying.contains(fact.event.type) {
        guard let record = try privateRecord(at: fact.index) else { continue }
        identity.fileNumber = record.fileNumber ?? identity.fileNumber
        identity.name = record.name ?? identity.name
      }
      return (identity.fileNumber, identity.name)
    }
  }
}
