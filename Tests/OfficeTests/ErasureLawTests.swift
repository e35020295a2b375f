import Cadre
import Office
import TestSupport
import Testing
import Vault

/// On random ledgers, with everyone erased whom the rules allow, no answer about anyone else
/// changes, at any K, and views that follow are those rebuilt.
@Suite struct ErasureLawTests {
  /// So late that whoever ever left may be erased.
  private static let late = Instant(milliseconds: 4_200_000_000_000)

  @Test(arguments: [71, 72, 73] as [UInt64])
  func `erasures change no answer about anybody else`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger"
    try erase(in: path, seed: seed)
    let (live, rebuilt) = try ViewDump.both(of: path, beside: folder.path + "/rebuilt")
    #expect(live == rebuilt, "seed \(seed)")
    let ledger = try Ledger(opening: path, access: .read)
    let verified = try ledger.verify()
    #expect(verified.isClean && !verified.hasUnfinishedErasure, "seed \(seed)")
  }

  private func erase(in path: String, seed: UInt64) throws {
    let ledger = try Ledger.made(in: path)
    var office = try RandomOffice(
      ledger, seed: seed, sheets: SampleSheets.folder("monthly/2024-06-30"))
    for _ in 0..<40 { try office.work() }
    let chosen = try leavers(ledger, &office)
    let others = office.files.filter { !chosen.files.contains($0) }
    let sizes = (0..<4).compactMap { _ in office.sizes.randomElement(using: &office.random) }
    let before = try answers(ledger, &office, sizes, about: others, without: chosen.people)
    let roots = try ledger.checkpoint()
    for file in chosen.files {
      let outcome = try erase(file, ledger).outcome
      #expect(outcome == .erased || outcome == .unchanged, "seed \(seed), \(file)")
    }
    let verified = try ledger.verify(expecting: Array(roots.utf8))
    #expect(verified.isClean, "seed \(seed)")
    for (standpoint, answers) in before {
      let after = standpoint.answers(ledger).without(chosen.people)
      #expect(after == answers, "seed \(seed), \(standpoint)")
    }
    // Life goes on, and the views follow it.
    for _ in 0..<15 { try office.work() }
    print("seed \(seed): \(chosen.people.count) erased, \(before.count) standpoints")
    #expect(!chosen.people.isEmpty)
  }

  private func erase(
    _ file: String, _ ledger: Ledger, isDryRun: Bool = false
  ) throws -> PersonErasure {
    try ledger.erase(
      file, authority: "BTC", basis: .courtOrder, actor: "test", now: Self.late,
      isDryRun: isDryRun)
  }

  /// Some whom the rules allow to erase: all numbers that go with them, and all file numbers.
  private func leavers(
    _ ledger: Ledger, _ office: inout RandomOffice
  ) throws -> (files: [String], people: Set<PersonNumber>) {
    var plans: [PersonErasure] = []
    var lowest: [String: PersonNumber] = [:]
    for file in office.files.shuffled(using: &office.random) where file != "nobody" {
      do throws(OfficeError) {
        lowest[file] = try ledger.card(of: file, Inquiry(), now: askedAt).found.who.person
        if plans.count == 4 { continue }
        let plan = try ledger.erase(
          file, authority: "BTC", basis: .other, actor: "test", now: Self.late, isDryRun: true)
        if plan.outcome == .planned { plans.append(plan) }
      } catch {
        // The registration was retracted.
        guard error.reason == .unknownPerson else { throw error }
      }
    }
    let people = Set(plans.flatMap(\.people))
    let files = lowest.filter { people.contains($0.value) }.map(\.key).sorted()
    return (files, people)
  }

  private func answers(
    _ ledger: Ledger, _ office: inout RandomOffice, _ sizes: [UInt64],
    about files: [String], without people: Set<PersonNumber>
  ) throws -> [(Asked, Answers)] {
    var answers: [(Asked, Answers)] = []
    for size in sizes {
      var subjects = office.subjects(6)
      subjects.files = subjects.files.map { _ in
        files.randomElement(using: &office.random) ?? "nobody"
      }
      let standpoint = Asked(on: office.day(), known: size, subjects: subjects)
      let all = standpoint.answers(ledger)
      // Of two who were one person once, the lower number may be among those to be erased.
      answers.append((standpoint.without(people, all), all.without(people)))
    }
    return answers
  }
}

/// From where a question is asked, and about whom.
private struct Asked: CustomStringConvertible {
  let on: Day
  let known: UInt64
  var subjects: Answers.Subjects

  var description: String { "on \(on), K \(known)" }

  func answers(_ ledger: Ledger) -> Answers {
    Answers(ledger, on: on, known: .size(known), about: subjects)
  }

  /// The same without questions whose answer is about one of these people.
  func without(_ people: Set<PersonNumber>, _ answers: Answers) -> Asked {
    var other = self
    let kept = answers.people.indices.filter { !answers.isAbout(people, place: $0) }
    other.subjects.files = kept.map { subjects.files[$0] }
    other.subjects.posts = kept.map { subjects.posts[$0] }
    return other
  }
}

extension Answers {
  /// Whether the card at a place is of one of these people.
  fileprivate func isAbout(_ people: Set<PersonNumber>, place: Int) -> Bool {
    guard case .success(let card) = self.people[place] else { return false }
    return people.contains(card.found.who.person)
  }

  /// The answers that are about nobody of these people.
  fileprivate func without(_ people: Set<PersonNumber>) -> Answers {
    var other = self
    let kept = self.people.indices.filter { !isAbout(people, place: $0) }
    other.people = kept.map { self.people[$0] }
    other.verdicts = kept.map { verdicts[$0] }
    other.list = list.map { $0.filter { !people.contains($0.who.person) } }
    other.found = found.map { found in
      found.map { $0.filter { !people.contains($0.who.person) } }
    }
    return other
  }
}
