import Cadre
import Platform

extension SampleOffice {
  /// Writes to-chuc, chuc-danh and chuyen-to-chuc.
  func writeOrganisations(_ sheets: SampleSheets) throws(PlatformError) {
    let sheet = sheets[.organisations]
    var row = sheet.begin()
    row.text(SampleOffice.root)
    row.text("Đảng bộ Khối các cơ quan và doanh nghiệp")
    row.text(OrganisationKind.superior.vietnamese)
    row.empty(2)
    row.day(Day(number: -4892))
    row.empty(2)
    try sheet.end(row)
    for unit in units {
      try writeFounding(unit, sheets)
      try writePosts(unit, sheets[.positions])
      try writeChanges(unit, sheets)
    }
  }

  private func writeFounding(_ unit: SampleUnit, _ sheets: SampleSheets) throws(PlatformError) {
    let sheet = sheets[.organisations]
    var row = sheet.begin()
    row.text(code(unit.number))
    row.text((unit.isCommittee ? "Đảng bộ " : "Chi bộ ") + unit.name)
    let kind: OrganisationKind = unit.isCommittee ? .grassrootsCommittee : .grassrootsCell
    row.text(kind.vietnamese)
    row.text(unit.sector.vietnamese)
    row.text(SampleOffice.root)
    row.day(unit.founded)
    sheets.number(.committee, unit.founded, in: &row)
    row.day(unit.founded)
    try sheet.end(row)
    var random = SplitMix64(seed: seed, kind: 3, number: unit.number)
    for cell in 1...max(unit.cells + (unit.lost == nil ? 0 : 1), 1) where unit.isCommittee {
      let day = unit.founded.adding(days: 20 + random.below(700))
      var row = sheet.begin()
      row.text(code(SamplePlace(unit: unit.number, cell: cell)))
      row.text("Chi bộ \(cell) \(unit.name)")
      row.text(OrganisationKind.cell.vietnamese)
      // Half the cells leave it to their committee.
      row.text(random.chance(900) ? unit.sector.vietnamese : nil)
      row.text(code(unit.number))
      row.day(day)
      sheets.number(.subordinate, day, in: &row)
      row.day(day)
      try sheet.end(row)
    }
  }

  private func writePosts(_ unit: SampleUnit, _ sheet: SampleSheet) throws(PlatformError) {
    let line = SampleWords.trades[unit.trade].line
    var random = SplitMix64(seed: seed, kind: 4, number: unit.number)
    for (rank, count) in SamplePost.counts.enumerated() {
      for place in 0..<count {
        let post = SamplePost(unit: unit.number, isParty: false, rank: rank, place: place)
        let title = ["Phó trưởng phòng", "Trưởng phòng", "Phó Giám đốc", "Giám đốc"][rank]
        var row = sheet.begin()
        row.text(code(post))
        row.text("\(title) \(unit.name)" + (place == 0 ? "" : " (\(place + 1))"))
        row.text(code(unit.number))
        row.text(post.class.vietnamese)
        // Left empty it is the line of the government.
        row.text(line == .government && random.chance(20) ? nil : line.vietnamese)
        row.text(random.chance(20) ? nil : "1")
        row.text(rank < 2 ? "Đảng ủy cơ sở" : "Ban Thường vụ Đảng ủy Khối")
        try sheet.end(row)
      }
    }
    for rank in 0..<4 where rank != 1 || unit.isCommittee {
      let post = SamplePost(unit: unit.number, isParty: true, rank: rank, place: 0)
      var row = sheet.begin()
      row.text(code(post))
      row.text("\(["Ủy viên BCH", "Ủy viên BTV", "Phó Bí thư", "Bí thư"][rank]) \(unit.name)")
      row.text(code(unit.number))
      row.text(post.class.vietnamese)
      row.text(Line.party.vietnamese)
      row.text(["9", "3", "1", "1"][rank])
      row.text("Ban Thường vụ Đảng ủy Khối")
      try sheet.end(row)
    }
  }

  private func writeChanges(_ unit: SampleUnit, _ sheets: SampleSheets) throws(PlatformError) {
    switch unit.fate {
    case .stays: break
    case .handedOver(let decided, let on):
      try writeChange(
        code(unit.number), .handOver, SampleWords.receiver, decided, on,
        unit.number % 2 == 0 ? unit.headcount : nil, sheets)
    case .received(let decided, let on):
      let from = SampleWords.elsewhere[unit.number % SampleWords.elsewhere.count]
      try writeChange(code(unit.number), .reception, from, decided, on, nil, sheets)
    case .renamed(let decided, let on):
      let name = (unit.isCommittee ? "Đảng bộ " : "Chi bộ ") + unit.name + " mới"
      try writeChange(code(unit.number), .renaming, name, decided, on, nil, sheets)
    case .splits(let decided, let on):
      let cell = SamplePlace(unit: unit.number, cell: unit.cells)
      if let other = units.first(where: { $0.isCommittee && $0.number != unit.number }) {
        try writeChange(
          code(cell), .reparenting, code(other.number), decided, on, nil, sheets)
      }
    }
    guard let lost = unit.lost else { return }
    let cell = code(SamplePlace(unit: unit.number, cell: unit.cells + 1))
    let into = code(SamplePlace(unit: unit.number, cell: 1))
    try writeChange(
      cell, lost.merged ? .merger : .dissolution, lost.merged ? into : nil, lost.on, lost.on, nil,
      sheets)
  }

  private func writeChange(
    _ organisation: String, _ action: OrganisationAction, _ other: String?, _ decided: Day,
    _ on: Day, _ headcount: (members: Int, probationers: Int)?, _ sheets: SampleSheets
  ) throws(PlatformError) {
    let sheet = sheets[.organisationChanges]
    var row = sheet.begin()
    row.text(organisation)
    row.text(action.vietnamese)
    row.text(other)
    sheets.number(action == .handOver ? .superior : .committee, decided, in: &row)
    row.day(decided)
    row.day(on)
    row.text(headcount.map { String($0.members) })
    row.text(headcount.map { String($0.probationers) })
    try sheet.end(row)
  }
}
