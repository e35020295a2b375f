extension Migrator {
  /// Every step there is, from nothing to the newest layout; a new one is added at the end.
  package static let allSteps: [any Migration] = [Layout1()]
}
