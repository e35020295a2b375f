import Cadre
import Intake
import Office
import TestSupport

/// An office at work on a ledger, at random: it imports sheets, records by hand what may come
/// late or be refused, retracts, retracts retractions, joins people and reorganises.
struct RandomOffice {
  let ledger: Ledger
  var random: SeededGenerator
  /// File numbers that may be asked about, and some that nobody has.
  private(set) var files: [String]
  /// Codes of posts, likewise.
  let posts: [String]
  /// Names and numbers given by hand.
  private(set) var names = ["nguyen", "042070694810", "38000002", "pham ut", "tran hoa"]
  /// Sizes of the log after each batch.
  private(set) var sizes: [UInt64] = []
  /// Requests that were recorded, as they were made.
  private(set) var recorded: [RecordRequest] = []
  private var now: Int64 = 1_700_000_000_000
  private var size: UInt64

  /// Begins with the sheets of a folder.
  init(_ ledger: Ledger, seed: UInt64, sheets folder: String) throws {
    self.ledger = ledger
    random = SeededGenerator(seed: seed)
    let lines = try SampleSheets.lines(of: folder)
    func codes(_ sheet: String) -> [String] {
      (lines[sheet] ?? []).dropFirst().compactMap {
        $0.split(separator: ";").first.map(String.init)
      }
    }
    files = codes("nhan-su.csv") + ["nobody"]
    posts = codes("chuc-danh.csv") + ["nothing"]
    size = try ledger.take([folder], at: now).sizeAfter.count
    sizes.append(size)
  }
}

extension RandomOffice {
  /// Does one thing; what the domain refuses leaves the ledger as it was.
  mutating func work() throws {
    now += Int64.random(in: -1_000...100_000, using: &random)
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<5: try retract()
    case 5: try record([anyOrganisationRequest()])
    case 6: try record([anyPositionRequest()])
    case 7: try record([newcomer()])
    case 8: try record([join()])
    default:
      let count = Int.random(in: 1...3, using: &random)
      try record((0..<count).map { _ in anyPersonRequest() })
    }
  }

  /// Some subjects to ask about.
  mutating func subjects(_ count: Int) -> Answers.Subjects {
    Answers.Subjects(
      files: (0..<count).map { _ in files.randomElement(using: &random) ?? "" },
      posts: (0..<count).map { _ in posts.randomElement(using: &random) ?? "" },
      texts: (0..<2).map { _ in names.randomElement(using: &random) ?? "" })
  }

  /// Records requests, all or none.
  @discardableResult
  mutating func record(_ requests: [RecordRequest]) throws -> [RecordResult] {
    do throws(OfficeError) {
      let done = try ledger.record(
        actor: "test", now: Instant(milliseconds: now), requests: { _ in requests })
      noteSize(done.decision.sizeAfter.count)
      if !done.results.contains(where: \.isRefused) { recorded += requests }
      return done.results
    } catch {
      guard case .refused = error.reason else { throw error }
      return []
    }
  }

  private mutating func noteSize(_ after: UInt64) {
    if after > size { sizes.append(after) }
    size = max(size, after)
  }

  private mutating func retract() throws {
    // The latest events are retractions often enough for these to be retracted in turn.
    let isLate = Bool.random(using: &random)
    let first = isLate ? size - min(size, 25) : min(size - 1, 6)
    let target = LogIndex(UInt64.random(in: first..<size, using: &random))
    do throws(OfficeError) {
      let gone = try ledger.retract(
        target, reason: .typingError, withDependants: Bool.random(using: &random),
        actor: "test", now: Instant(milliseconds: now))
      noteSize(size + UInt64(gone.count))
    } catch {
      guard case .refused = error.reason else { throw error }
    }
  }
}

extension RandomOffice {
  mutating func person() -> PersonNumber {
    PersonNumber(UInt32.random(in: 1...UInt32(files.count - 1), using: &random))
  }

  mutating func organisation() -> OrganisationNumber {
    OrganisationNumber(UInt32.random(in: 1...12, using: &random))
  }

  mutating func position() -> PositionNumber {
    PositionNumber(UInt32.random(in: 1...UInt32(posts.count - 1), using: &random))
  }

  /// Any day, or one of a few on which much happens: acts of one day must not be told apart by
  /// chance.
  mutating func day() -> Day {
    if Bool.random(using: &random) {
      return Day(
        number: [17_000, 18_262, 18_993, 19_266, 19_509].randomElement(using: &random) ?? 0)
    }
    return Day(number: Int32.random(in: 16_000...20_500, using: &random))
  }

  mutating func document() -> Document {
    Document(number: "\(Int.random(in: 1...99, using: &random))-QĐ", date: day())
  }

  /// Someone new, whose file number sorts among the others.
  private mutating func newcomer() -> RecordRequest {
    let number = "0000\(Int.random(in: 10...99, using: &random))XX"
    let name = ["Đỗ Thị Hòa", "Nguyễn Văn Bình", "Lê Ái"].randomElement(using: &random)
    files.append(number)
    names.append(number)
    return RecordRequest(
      stream: nil, event: .person(.registered(organisation: organisation())), effective: nil,
      secret: PrivateRecord(
        fileNumber: number, name: name,
        birth: .year(Int.random(in: 1960...1995, using: &random)), sex: .female))
  }

  private mutating func join() -> RecordRequest {
    let other = person()
    let event: PersonEvent =
      Int.random(in: 0..<4, using: &random) == 0
      ? .differentPeople(other: other) : .samePerson(other: other)
    return RecordRequest(stream: .person(person()), event: .person(event), effective: nil)
  }

  private mutating func anyOrganisationRequest() -> RecordRequest {
    let event: OrganisationEvent
    switch Int.random(in: 0..<9, using: &random) {
    case 0, 1: event = .merged(into: organisation())
    case 2: event = .reparented(parent: organisation())
    case 3: event = .handedOver(receiver: organisation(), headcount: Headcount(members: 3))
    case 4: event = .dissolved
    case 5: event = .suspensionLifted
    case 6: event = .received(from: organisation(), headcount: Headcount())
    case 7: event = .amended(OrganisationAmended(name: "Chi bộ mới", sector: .agency))
    default: event = .rated(year: 2_023, grade: .good)
    }
    return RecordRequest(
      stream: .organisation(organisation()), event: .organisation(event), effective: day(),
      document: document())
  }

  private mutating func anyPositionRequest() -> RecordRequest {
    let event: PositionEvent
    switch Int.random(in: 0..<3, using: &random) {
    case 0: event = .abolished
    case 1: event = .amended(PositionAmended(organisation: organisation()))
    default: event = .amended(PositionAmended(title: "Trưởng phòng", class: .divisionHead))
    }
    return RecordRequest(
      stream: .position(position()), event: .position(event), effective: day(),
      document: document())
  }
}
