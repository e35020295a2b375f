/// Listens to a requirement being evaluated: the same code answers whether it is met, silently
/// and many times over, and why, once.
protocol Recorder {
  /// What is asked for.
  mutating func needs(_ needed: @autoclosure () -> Needed)
  /// What is held of it.
  mutating func finds(_ found: @autoclosure () -> Found)
  /// An event that decides; the decisive one first.
  mutating func cites(_ index: LogIndex?)
  /// A rule that decides; the first is quoted, all must be verified.
  mutating func rests(on ground: @autoclosure () -> Ground?)
  /// The sheet that would tell.
  mutating func misses(_ sheet: RequiredSheet)
}

/// Hears nothing.
struct Silence: Recorder {
  @inline(__always) mutating func needs(_ needed: @autoclosure () -> Needed) {}
  @inline(__always) mutating func finds(_ found: @autoclosure () -> Found) {}
  @inline(__always) mutating func cites(_ index: LogIndex?) {}
  @inline(__always) mutating func rests(on ground: @autoclosure () -> Ground?) {}
  @inline(__always) mutating func misses(_ sheet: RequiredSheet) {}
}

/// Writes down everything.
struct Minutes: Recorder {
  private var needed = Needed.nothing
  private var found = Found.nothing
  private var evidence: [LogIndex] = []
  private var basis: Basis?
  private var verified = true
  private var missing: RequiredSheet?

  mutating func needs(_ needed: @autoclosure () -> Needed) { self.needed = needed() }

  mutating func finds(_ found: @autoclosure () -> Found) { self.found = found() }

  mutating func cites(_ index: LogIndex?) {
    guard let index, !evidence.contains(index) else { return }
    evidence.append(index)
  }

  mutating func rests(on ground: @autoclosure () -> Ground?) {
    guard let ground = ground() else { return }
    basis = basis ?? ground.basis
    verified = verified && ground.verified
  }

  mutating func misses(_ sheet: RequiredSheet) { missing = sheet }

  /// The requirement as minuted.
  func requirement(_ id: RequirementID, _ status: RequirementStatus, metFrom: Day?) -> Requirement {
    Requirement(
      id: id, status: status, needed: needed, found: found, evidence: evidence, basis: basis,
      verified: verified, metFrom: metFrom, missingSheet: missing)
  }
}
