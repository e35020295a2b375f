package import Platform

/// Brings the store of a ledger from the layout that it has to the newest, step by step.
///
/// It opens the log and the vault itself, so nobody in this process may have them open.
package struct Migrator: Sendable {
  /// The ledger's folder.
  package let store: StoreFolder
  /// The steps, in ascending order of the layouts that they make.
  private let steps: [any Migration]

  /// For the ledger in `folder`, which need not be there yet.
  package init(folder: String, steps: [any Migration] = Migrator.allSteps) {
    for (place, step) in steps.enumerated() {
      precondition(
        Int(step.layout.number) == place + 1, "the steps make the layouts 1, 2, 3 … in this order")
    }
    store = StoreFolder(folder)
    self.steps = steps
  }
}

extension Migrator {
  /// The layout that the last step makes: the only one that this program reads and writes.
  package var newest: StoreLayout { steps.last?.layout ?? .none }

  /// The layout that the ledger has, a newer one than is known here included; `none` where there
  /// is no ledger yet; O(1).
  /// - Throws: `store`, `platform`.
  package func layout() throws(MigrationError) -> StoreLayout { try store.layout() }

  /// What `run` would do, step by step; none where the layout is the newest. Changes nothing but
  /// the reader table of an environment, which is in a file of its own.
  /// - Throws: `newerLayout`; what keeps the first step from being run; `store`, `platform`.
  package func dryRun() throws(MigrationError) -> [MigrationPlan] {
    var plans: [MigrationPlan] = []
    for step in try missingSteps() {
      let changes = plans.isEmpty ? try step.plan(store) : nil
      plans.append(MigrationPlan(layout: step.layout, summary: step.summary, changes: changes))
    }
    return plans
  }

  /// Runs the next step, and returns the layout that the ledger then has for good; nil where
  /// there is none to run.
  ///
  /// Until it returns, through a crash too, the ledger has the layout that it had, and the step can
  /// be run again. Reads and hashes all events twice, to see that the step changes none.
  ///
  /// - Parameter lock: the lock on the ledger's file `writer`, which keeps other writers out from
  ///   before the first step to after the last.
  /// - Throws: `newerLayout`, `changedEvents`, `missingEvent`; what the step throws; `store`.
  @discardableResult
  package func runNext(holding lock: borrowing FileLock) throws(MigrationError) -> StoreLayout? {
    guard let step = try missingSteps().first else { return nil }
    _ = try step.plan(store)
    var writer = try StoreWriter(store, logTables: step.logTables)
    let before = try writer.events()
    try step.run(&writer)
    guard try writer.events() == before else { throw .changedEvents(by: step.layout) }
    try writer.commit(as: step.layout)
    return step.layout
  }

  /// Runs every step that is missing, one after the other, and returns the layouts made; run
  /// again, it does nothing.
  ///
  /// - Parameters:
  ///   - lock: the lock on the ledger's file `writer`.
  ///   - finished: is told the layout after each step.
  /// - Throws: as `runNext`; the steps before are then done for good.
  @discardableResult
  package func run(
    holding lock: borrowing FileLock, finished: (StoreLayout) -> Void = { _ in }
  ) throws(MigrationError) -> [StoreLayout] {
    var made: [StoreLayout] = []
    while let layout = try runNext(holding: lock) {
      made.append(layout)
      finished(layout)
    }
    return made
  }

  private func missingSteps() throws(MigrationError) -> ArraySlice<any Migration> {
    let found = try layout()
    guard found <= newest else { throw .newerLayout(found: found, known: newest) }
    return steps[Int(found.number)...]
  }
}
