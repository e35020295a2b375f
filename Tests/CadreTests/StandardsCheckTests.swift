import Cadre
import Testing

@Suite struct StandardsCheckTests {
  private func state(
    _ purpose: ConclusionPurpose, on text: String, of sound: Sound, _ world: World? = nil
  ) -> StandardsState {
    let world = world ?? sound.world
    let readiness = world.readiness(on: "2023-06-01")
    let candidate = readiness.candidate(world.state(sound.person), Profile())
    return readiness.standards(for: purpose, sound.post, decidedOn: day(text), of: candidate).state
  }

  @Test func `a decision needs a favourable conclusion of its purpose, not too old`() {
    var sound = Sound()
    sound.tell("2022-01-10", .standardsConcluded(purpose: .planning, result: .favourable))
    #expect(state(.planning, on: "2022-01-09", of: sound) == .missing)
    #expect(state(.planning, on: "2022-01-10", of: sound) == .concluded)
    #expect(state(.planning, on: "2023-01-09", of: sound) == .concluded)
    #expect(state(.planning, on: "2023-01-10", of: sound) == .expired)
    sound.tell("2022-06-01", .standardsConcluded(purpose: .planning, result: .unfavourable))
    #expect(state(.planning, on: "2022-06-02", of: sound) == .unfavourable)
  }

  @Test func `one for appointment serves a reappointment, and no other purpose`() {
    let sound = Sound()
    #expect(state(.appointment, on: "2023-03-01", of: sound) == .concluded)
    #expect(state(.reappointment, on: "2023-03-01", of: sound) == .concluded)
    #expect(state(.planning, on: "2023-03-01", of: sound) == .missing)
  }

  @Test func `before the rule nothing is asked, and without the sheet nothing is known`() {
    let sound = Sound()
    #expect(state(.planning, on: "2018-02-27", of: sound) == .notRequired)
    let unreceived = Sound(World(receivingSheets: false))
    #expect(state(.planning, on: "2021-03-01", of: unreceived) == .unknown)
  }

  @Test func `S7: decisions of a term without a conclusion are told, with what they needed`() {
    var sound = Sound()
    let planned = sound.world.work(sound.world.scope(on: "2023-06-01")).decisions
    #expect(planned.map(\.purpose) == [.planning])
    #expect(planned.map(\.index) == [sound.entry])
    sound.tell("2021-02-01", .standardsConcluded(purpose: .planning, result: .favourable))
    #expect(sound.world.work(sound.world.scope(on: "2023-06-01")).decisions.isEmpty)
    sound.tell("2024-05-01", .appointed(Appointed(position: sound.post, kind: .appointment)))
    let appointed = sound.world.work(sound.world.scope(on: "2024-06-01")).decisions
    #expect(appointed.map(\.check.state) == [.expired])
    #expect(appointed.map(\.purpose) == [.appointment])
    #expect(sound.world.work(sound.world.scope(on: "2024-04-30")).decisions.isEmpty)
  }
}
