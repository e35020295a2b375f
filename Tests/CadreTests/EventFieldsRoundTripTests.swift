import Testing

@testable import Cadre

/// Fields make an event, and the event's fields are these again.
@Suite struct EventFieldsRoundTripTests {
  private static let recordable = EventType.allCases.filter { $0.ownCommand == nil }

  @Test(arguments: recordable)
  func `fields make an event that has these fields`(_ type: EventType) throws {
    var writer = RandomEntries(seed: 5000 + UInt64(type.rawValue))
    let payload = EventForm.description(of: type).filter { $0.place == .payload }.map(\.name)
    var made = 0
    for _ in 0..<2000 where made < 100 {
      let entries = writer.entries(for: type)
      guard let form = try unlessContradictory(type, entries) else { continue }
      made += 1
      #expect(form.event.type == type)
      let fields = form.event.fields.map { ($0.name, $0.value.text(LetteredReferences.names)) }
      #expect(fields.map(\.0) == payload.filter { name in fields.contains { $0.0 == name } })
      for entry in entries where payload.contains(entry.name) {
        #expect(fields.contains { $0 == entry }, "\(type.name) \(entry)")
      }
    }
    #expect(made == 100)
  }

  @Test(arguments: recordable)
  func `what a form writes down makes the same form`(_ type: EventType) throws {
    var writer = RandomEntries(seed: 6000 + UInt64(type.rawValue))
    var made = 0
    for _ in 0..<2000 where made < 100 {
      guard let form = try unlessContradictory(type, writer.entries(for: type)) else { continue }
      made += 1
      let written = form.entries(LetteredReferences.names)
      let again = try EventForm(type, written.reversed(), references: LetteredReferences.numbers)
      #expect(again == form)
    }
    #expect(made == 100)
  }

  @Test(arguments: recordable)
  func `what is required must be given`(_ type: EventType) throws {
    let entries = try entriesOfSomeForm(type, seed: 7000)
    for field in EventForm.description(of: type) where field.need == .required {
      let others = entries.filter { $0.name != field.name }
      #expect(throws: FieldError.missingField(name: field.name, of: type)) {
        try EventForm(type, others, references: LetteredReferences.numbers)
      }
    }
  }

  @Test(arguments: recordable)
  func `what is optional need not be given, but an amendment must say something`(
    _ type: EventType
  ) throws {
    var writer = RandomEntries(seed: 7500 + UInt64(type.rawValue))
    let optional = EventForm.description(of: type).filter { $0.need == .optional }.map(\.name)
    var made = 0
    for _ in 0..<200 {
      let entries = writer.entries(for: type).filter { !optional.contains($0.name) }
      if try unlessContradictory(type, entries) != nil { made += 1 }
    }
    let amendments: [EventType] = [.organisationAmended, .positionAmended, .profileAmended]
    #expect((made > 0) == !amendments.contains(type))
  }

  @Test(arguments: recordable)
  func `a value that is none is told what is accepted`(_ type: EventType) throws {
    let entries = try entriesOfSomeForm(type, seed: 8000)
    let wrong = String(repeating: "?", count: 201)
    for field in EventForm.description(of: type) {
      let error = #expect(throws: FieldError.self) {
        try EventForm(
          type, entries.filter { $0.name != field.name } + [(field.name, wrong)],
          references: LetteredReferences.numbers)
      }
      switch field.kind {
      case .organisation, .position, .person:
        #expect(error == .unresolved(field: field.name, value: wrong, kind: field.kind))
      default:
        #expect(error == .badValue(field: field.name, value: wrong, accepted: field.kind))
      }
    }
  }

  /// Random entries that make a form.
  private func entriesOfSomeForm(_ type: EventType, seed: UInt64) throws -> [FieldEntry] {
    var writer = RandomEntries(seed: seed + UInt64(type.rawValue))
    for _ in 0..<2000 {
      let entries = writer.entries(for: type)
      if try unlessContradictory(type, entries) != nil { return entries }
    }
    Issue.record("no form of \(type.name)")
    return []
  }

  /// A form, or nil where the random fields contradict each other or miss what their codes ask for.
  private func unlessContradictory(
    _ type: EventType, _ entries: [FieldEntry]
  ) throws -> EventForm? {
    do throws(FieldError) {
      return try EventForm(type, entries, references: LetteredReferences.numbers)
    } catch {
      switch error {
      case .contradiction, .nothingGiven, .missingField: return nil
      default: throw error
      }
    }
  }
}
