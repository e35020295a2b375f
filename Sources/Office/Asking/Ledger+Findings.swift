package import Cadre
internal import CadreCodec
internal import EventLog
internal import Platform
internal import Projections
internal import Vault

extension Ledger {
  /// What recorded decisions were found to be against, and the states they led to
  /// (spec/domain.md sections 6 and 7).
  ///
  /// Each decision taken by the day asked is judged on its own day, as if it had not been taken,
  /// on what was recorded by the time it was; beside it stands what all that is known makes of
  /// it. States, and counts over many decisions, are judged on what is known. O(people).
  package func findings(
    _ inquiry: Inquiry, _ filter: FindingFilter = FindingFilter(), now: Instant
  ) throws(OfficeError) -> FindingsList {
    try reading { (stores) throws(OfficeError) in
      let register = try register(stores, inquiry, now: now)
      let asked = try AskedFindings(filter, register)
      let last = try stores.lastPerson()
      let generations = stores.generations
      // Each thread has a snapshot of its own; below K they say the same.
      let (later, sooner) = try Threads.parallel(
        { () throws(OfficeError) -> FindingsWork in
          try self.reading(generations) { (stores) throws(OfficeError) in
            try FindingsWork(of: last / 2..<last, stores, asked)
          }
        },
        { () throws(OfficeError) -> FindingsWork in
          try FindingsWork(of: 0..<last / 2, stores, asked)
        })
      var work = sooner
      work.add(later)
      let shelf = try SurroundingsShelf(stores, rules: asked.standpoint.rules)
      try work.judgeTogether(stores, shelf)
      return try stores.list(work, register)
    }
  }
}

/// A filter with its codes looked up, and the standpoint asked from.
struct AskedFindings: Sendable {
  let filter: FindingFilter
  let standpoint: Standpoint
  private let subtree: Subtree

  init(_ filter: FindingFilter, _ register: Register) throws(OfficeError) {
    self.filter = filter
    standpoint = register.standpoint
    subtree = try register.subtree(under: filter.organisation)
  }

  /// Whether a decision of a day about an organisation is asked about.
  func passes(_ organisation: OrganisationNumber?, _ day: Day) -> Bool {
    if let since = filter.since, day < since { return false }
    return subtree.contains(organisation)
  }

  /// Whether a finding is asked about.
  func passes(_ finding: Finding) -> Bool {
    if let requirement = filter.requirement, finding.requirement != requirement { return false }
    return passes(finding.organisation, finding.day)
  }
}

extension Stores {
  /// The findings in their order, with names.
  fileprivate func list(
    _ work: FindingsWork, _ register: Register
  ) throws(OfficeError) -> FindingsList {
    let findings = work.findings.sorted(by: Finding.precedes)
    var names: [PersonNumber: Identity] = [:]
    var rows: [FindingRow] = []
    rows.reserveCapacity(findings.count)
    for finding in findings {
      var row = register.row(finding)
      if let person = finding.person {
        if names[person] == nil { names[person] = try identity(of: person, register) }
        row.who = names[person]
      }
      rows.append(row)
    }
    let requirement = work.asked.filter.requirement
    return FindingsList(
      standpoint: register.standpoint, rows: rows,
      theory: requirement == nil || requirement == .theory ? work.theory : nil,
      positions: register.codes(in: findings))
  }

  /// Who a person is on the day asked.
  private func identity(
    of person: PersonNumber, _ register: Register
  ) throws(OfficeError) -> Identity {
    let known = register.standpoint.known
    guard let state = try self.person(person, at: known, positions: register.positions) else {
      return Identity(person: person)
    }
    return try identity(of: state, on: register.standpoint.on)
  }
}

extension Register {
  /// A finding with the codes and names of what it is about, as of the day asked.
  fileprivate func row(_ finding: Finding) -> FindingRow {
    let details = finding.position.flatMap { positions[$0]?.details(on: standpoint.on) }
    let state = finding.organisation.flatMap { organisations[$0] }
    return FindingRow(
      finding: finding, positionCode: details?.code, title: details?.title,
      organisation: state?.code(on: standpoint.on) ?? state?.name(on: standpoint.on),
      organisationName: state?.name(on: standpoint.on))
  }

  /// The codes of the posts that findings name beside their own.
  fileprivate func codes(in findings: [Finding]) -> [PositionNumber: String] {
    var codes: [PositionNumber: String] = [:]
    for finding in findings {
      guard case .requirement(let found) = finding.found, let position = found.position,
        codes[position] == nil
      else { continue }
      codes[position] = positions[position]?.details(on: standpoint.on)?.code
    }
    return codes
  }
}
