import Cadre
import Projections
import TestSupport
import Testing

@testable import Office

/// Going through everybody makes of each the state that asking for one makes.
@Suite struct ScanLawTests {
  @Test(arguments: [51, 52, UInt64.random(in: 53 ... .max)])
  func `a scan of all facts gives the states of single questions`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: "\(folder.path)/ledger")
    var office = try RandomOffice(ledger, seed: seed, sheets: SampleSheets.folder("small"))
    for _ in 0..<60 { try office.work() }
    let last = office.sizes.last ?? 0
    for size in [last, UInt64.random(in: office.sizes[0]...last, using: &office.random)] {
      try ledger.reading { (stores) throws(OfficeError) in
        let register = try ledger.register(
          stores, Inquiry(on: Day(text: "2025-06-01"), known: .size(size)), now: askedAt)
        let scanned = try ledger.forEverybody(
          stores, register, reading: EventTypes(EventType.allCases), start: [PersonState](),
          each: { (states, person, _) in states.append(person) }, join: { $0 += $1 })
        var single: [PersonState] = []
        for number in 1...(try stores.lastPerson()) {
          let person = try stores.person(
            PersonNumber(number), at: LogSize(size), positions: register.positions)
          if let person { single.append(person) }
        }
        #expect(!single.isEmpty)
        #expect(scanned == single, "seed \(seed), K \(size)")
      }
    }
  }
}
