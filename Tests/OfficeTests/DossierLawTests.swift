import Cadre
import CadreCodec
import TestSupport
import Testing

@testable import Office

/// A dossier says what the ledger says, and whatever is taken from it or changed is found.
@Suite struct DossierLawTests {
  /// A ledger of random work, sealed, and the rows of its list on two days.
  private static func sealed(
    _ seed: UInt64, in folder: TemporaryFolder
  ) throws -> (ledger: Ledger, office: RandomOffice) {
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    var office = try RandomOffice(ledger, seed: seed, sheets: SampleSheets.folder("small"))
    for _ in 0..<60 { try office.work() }
    _ = try ledger.seal(actor: "test", now: askedAt)
    for _ in 0..<5 { try office.work() }
    return (ledger, office)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a dossier answers as the ledger, and holds by itself`(seed: UInt64) throws {
    print("seed \(seed)")
    let folder = try TemporaryFolder()
    var (ledger, office) = try Self.sealed(seed, in: folder)
    let upTo = try ledger.sealedSize()
    var checked = 0
    for text in ["2023-06-01", "2025-10-20"] {
      let day = try #require(Day(text: text))
      let known = [upTo, UInt64.random(in: office.sizes[0]...upTo, using: &office.random)]
      for size in known {
        let inquiry = Inquiry(on: day, known: .size(size))
        let rows = try ledger.eligibility(inquiry, now: askedAt).rows
        for row in rows.shuffled(using: &office.random).prefix(25) {
          guard let file = row.who.file else { continue }
          let asked = try ledger.explanation(
            of: file, for: row.positionCode, inquiry, now: askedAt)
          let made = try ledger.dossier(
            of: file, for: row.positionCode, inquiry, identify: true, now: askedAt)
          let context = "seed \(seed), \(file) for \(row.positionCode) on \(text) at \(size)"
          #expect(made.answer.assessment == asked.assessment, "\(context)")
          #expect(made.answer.positions == asked.positions, "\(context)")
          #expect(made.answer.evidence == asked.evidence, "\(context)")
          let found = made.dossier.examine()
          #expect(found.faults.isEmpty, "\(context): \(found.faults)")
          #expect(found.answer?.assessment == asked.assessment, "\(context)")
          checked += 1
        }
      }
    }
    print("seed \(seed): \(checked) dossiers")
    #expect(checked > 10)
    #expect(try ledger.verify().isClean)
  }

  @Test(arguments: [7, 8] as [UInt64])
  func `an event left out of any stream is found, and a stream left out`(seed: UInt64) throws {
    print("seed \(seed)")
    let folder = try TemporaryFolder()
    let (ledger, _) = try Self.sealed(seed, in: folder)
    let whole = try ledger.anyDossier().dossier
    #expect(whole.examine().faults.isEmpty)
    for place in whole.streams.indices {
      for gone in whole.streams[place].events.indices {
        var dossier = whole
        dossier.streams[place].events.remove(at: gone)
        let stream = whole.streams[place].stream
        let fault = dossier.examine().faults.first
        #expect(fault?.stream == stream, "seed \(seed), \(stream), event \(gone)")
      }
      var dossier = whole
      dossier.streams.remove(at: place)
      #expect(!dossier.examine().faults.isEmpty, "seed \(seed), stream \(place)")
    }
    #expect(try ledger.verify().isClean)
  }

  @Test(arguments: [10, 12] as [UInt64])
  func `a bit turned in any event or hash is found, with the event's index`(seed: UInt64) throws {
    print("seed \(seed)")
    let folder = try TemporaryFolder()
    let (ledger, _) = try Self.sealed(seed, in: folder)
    var random = SeededGenerator(seed: seed)
    let whole = try ledger.anyDossier().dossier
    for place in whole.streams.indices {
      for event in whole.streams[place].events.indices {
        var dossier = whole
        let count = whole.streams[place].events[event].bytes.count
        let bit = Int.random(in: 0..<8 * count, using: &random)
        dossier.streams[place].events[event].bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        let index = whole.streams[place].events[event].index
        let faults = dossier.examine().faults
        #expect(faults.contains { $0.index == index }, "seed \(seed), event \(index), bit \(bit)")
      }
      var dossier = whole
      if let hash = whole.streams[place].path.first {
        dossier.streams[place].path[0] = hash.turned(at: 77)
        #expect(
          dossier.examine().faults.contains { $0.stream == whole.streams[place].stream })
      }
    }
    var dossier = whole
    dossier.seal.bytes[dossier.seal.bytes.count - 1] ^= 1
    #expect(dossier.examine().faults.first?.index == whole.seal.index)
    #expect(try ledger.verify().isClean)
  }

  @Test func `a private record that was changed, or of nobody here, is found`() throws {
    let folder = try TemporaryFolder()
    let (ledger, _) = try Self.sealed(11, in: folder)
    let whole = try ledger.anyDossier().dossier
    let records = try #require(whole.records)
    for place in records.indices {
      var dossier = whole
      var changed = records
      changed[place].data[0] ^= 1
      dossier.records = changed
      let faults = dossier.examine().faults
      #expect(faults == [DossierFault(.commitment, index: records[place].index)])
      changed = records
      changed[place].salt[3] ^= 1
      dossier.records = changed
      #expect(dossier.examine().faults == faults)
    }
    for place in records.indices {
      var dossier = whole
      var fewer = records
      fewer.remove(at: place)
      dossier.records = fewer
      let faults = dossier.examine().faults
      #expect(faults.map(\.index) == [records[place].index])
    }
    var dossier = whole
    dossier.records = records + [ExportedRecord(index: LogIndex(0), salt: [], data: [])]
    #expect(!dossier.examine().faults.isEmpty)
    #expect(try ledger.verify().isClean)
  }

  @Test func `what came later cannot be told otherwise`() throws {
    let folder = try TemporaryFolder()
    let (ledger, _) = try Self.sealed(13, in: folder)
    let whole = try ledger.anyDossier().dossier
    var told: [[LaterEvents.Item]] = [[]]
    told.append(whole.later.events.filter { $0.type != "HeadsSealed" })
    told.append(
      whole.later.events.map { item in
        var item = item
        if item.type == "HeadsSealed" { item.type = "Rated" }
        return item
      })
    for events in told {
      var dossier = whole
      dossier.later.events = events
      #expect(dossier.examine().faults == [DossierFault(.later)])
    }
    var dossier = whole
    dossier.checkpoint += "A sentence that nobody checks\n"
    #expect(dossier.examine().faults == [DossierFault(.checkpoint)])
    #expect(try ledger.verify().isClean)
  }

  @Test func `days that no calendar has are no days of an event`() throws {
    for event in [
      PersonEvent.planningEntered(
        position: PositionNumber(1), term: Term(firstYear: 2_020, lastYear: 1 << 31)),
      .rated(year: 0, grade: .good), .rated(year: 10_000, grade: .good),
      .impeded(kind: .inspection, until: Day(number: .max)),
    ] {
      #expect(!recorded(event).isInCalendar, "\(event)")
    }
    #expect(recorded(.rated(year: 9_999, grade: .good)).isInCalendar)
    #expect(!recorded(.rated(year: 2_020, grade: .good), effective: Day(number: .min)).isInCalendar)
    #expect(!PrivateRecord(birth: .month(Month(number: 120_000))).isInCalendar)
    #expect(PrivateRecord(birth: .month(Month(number: 119_999))).isInCalendar)
  }

  private func recorded(_ event: PersonEvent, effective: Day? = nil) -> RecordedEvent {
    RecordedEvent(
      stream: .person(PersonNumber(1)), revision: 0,
      context: EventContext(effective: effective, recorded: askedAt, actor: "test"),
      event: .person(event))
  }

  @Test func `more than was sealed cannot be asked, nor a ledger without a seal`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    try ledger.take([SampleSheets.folder("small")])
    #expect(throws: OfficeError(.notSealed(upTo: nil), "")) { try ledger.anyDossier() }
    let seal = try ledger.seal(actor: "test", now: askedAt)
    let upTo = seal.seal.upTo.count
    #expect(seal.index.number == upTo)
    #expect(throws: OfficeError(.notSealed(upTo: upTo), "")) {
      try ledger.anyDossier(known: .size(upTo + 1))
    }
    #expect(try ledger.anyDossier(known: .size(upTo)).dossier.examine().faults.isEmpty)
    #expect(try ledger.verify().isClean)
  }
}

extension Ledger {
  /// Up to where the last seal speaks.
  fileprivate func sealedSize() throws -> UInt64 {
    try reading { (stores) throws(OfficeError) in try stores.lastSeal()?.seal.upTo.count ?? 0 }
  }

  /// The dossier of the first row of the list of some June.
  fileprivate func anyDossier(known: Inquiry.Known = .all) throws -> DossierMade {
    var asked: (day: Day, row: Assessment)?
    for year in 2017...2026 where asked == nil {
      let day = try #require(Day(text: "\(year)-06-01"))
      let rows = try eligibility(Inquiry(on: day), now: askedAt).rows
      if let row = rows.first(where: { $0.who.file != nil }) { asked = (day, row) }
    }
    let (day, row) = try #require(asked)
    do throws(OfficeError) {
      return try dossier(
        of: row.who.file ?? "", for: row.positionCode, Inquiry(on: day, known: known),
        identify: true, now: askedAt)
    } catch {
      throw error
    }
  }
}

extension Digest {
  /// The digest with one bit turned.
  fileprivate func turned(at bit: Int) -> Digest {
    var bytes = bytes
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    return Digest(exactly: bytes)
  }
}
