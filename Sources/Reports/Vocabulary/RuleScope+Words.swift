internal import Cadre

extension RuleScope {
  /// The cases of one dimension.
  struct Part {
    /// As in documents.
    let key: String
    /// In the order of the codes.
    let codes: [Value.Coded]
  }

  /// The dimensions that are narrowed, in the order of `RuleDimension`.
  var parts: [Part] {
    let all = [
      part(.line, lines), part(.sector, sectors), part(.class, classes), part(.sex, sexes),
      part(.system, systems), part(.form, forms),
      Part(key: RuleDimension.seats.key, codes: codes(seats, RuleScope.words)),
      Part(key: RuleDimension.level.key, codes: codes(levels, RuleScope.words)),
      Part(key: RuleDimension.special.key, codes: codes(specials, RuleScope.words)),
    ]
    return all.filter { !$0.codes.isEmpty }
  }

  private func part<C: Code & Labelled>(_ dimension: RuleDimension, _ named: Set<C>) -> Part {
    Part(key: dimension.key, codes: codes(named) { $0.words })
  }

  private func codes<C: Code>(_ named: Set<C>, _ words: (C) -> Words) -> [Value.Coded] {
    named.sorted { $0.rawValue < $1.rawValue }.map { Value.Coded($0.name, words($0)) }
  }

  private static func words(_ seat: SeatKind) -> Words {
    switch seat {
    case .post: Words(vi: "chức danh", en: "post")
    case .committee: Words(vi: "cấp ủy", en: "committee")
    }
  }

  private static func words(_ level: PlanningLevel) -> Words {
    switch level {
    case .grassroots: Words(vi: "cấp cơ sở", en: "grassroots")
    case .superior: Words(vi: "cấp trên cơ sở", en: "superior")
    case .province: Words(vi: "cấp tỉnh", en: "province")
    case .state: Words(vi: "chức danh nhà nước", en: "state posts")
    }
  }

  private static func words(_ special: SpecialCase) -> Words {
    switch special {
    case .ordinary: Words(vi: "thông thường", en: "ordinary")
    case .special: Words(vi: "đặc biệt", en: "special")
    }
  }
}
