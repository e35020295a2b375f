/// The one table of how a value of a closed list may be written: in Vietnamese, in English, by its
/// name in machine output, or as offices abbreviate it.
package enum Spellings {
  /// The spellings of a list's values, words before abbreviations; what several values share is
  /// left out.
  package static func pairs<Value: Labelled & Hashable>(
    of values: [Value]
  ) -> [(label: String, value: Value)] {
    var pairs: [(label: String, value: Value)] = []
    var owners: [[UInt8]: Value] = [:]
    for spelling in [vietnamese, english, name] as [(any Labelled) -> String?] {
      for value in values {
        guard let text = spelling(value) else { continue }
        let identity = Letters.nameIdentity(text)
        guard owners[identity] == nil else { continue }
        owners[identity] = value
        pairs.append((text, value))
      }
    }
    for value in values {
      for text in value.abbreviations where owners[Letters.nameIdentity(text)] == nil {
        if candidates(for: text, among: values).count == 1 { pairs.append((text, value)) }
      }
    }
    return pairs
  }

  /// The values that have an abbreviation; several: it is ambiguous.
  package static func candidates<Value: Labelled>(
    for text: String, among values: [Value]
  ) -> [Value] {
    let wanted = Letters.nameIdentity(text)
    return values.filter { $0.abbreviations.contains { Letters.nameIdentity($0) == wanted } }
  }

  /// The value of a closed list that a text means; nil where it is none or could be several.
  package static func value<Value: Code>(_ text: String, of type: Value.Type) -> Value? {
    if let value = Value(name: text) { return value }
    let wanted = Letters.nameIdentity(text)
    func matches(_ holds: (any Labelled) -> Bool) -> [Value] {
      type.allCases.filter { ($0 as? any Labelled).map(holds) ?? false }
    }
    let words = matches { label in
      Letters.nameIdentity(label.vietnamese) == wanted
        || Letters.nameIdentity(label.english) == wanted
    }
    if let first = words.first { return first }
    let short = matches { $0.abbreviations.contains { Letters.nameIdentity($0) == wanted } }
    return short.count == 1 ? short.first : nil
  }

  private static func vietnamese(_ value: any Labelled) -> String? { value.vietnamese }
  private static func english(_ value: any Labelled) -> String? { value.english }
  private static func name(_ value: any Labelled) -> String? { (value as? any Code)?.name }
}

extension Degree {
  package var abbreviations: [String] {
    switch self {
    case .vocational: ["TC", "Trung học chuyên nghiệp"]
    case .college: ["CĐ"]
    case .university: ["ĐH", "Kỹ sư", "Cử nhân"]
    case .master: ["ThS", "Th.S", "Thạc sỹ"]
    case .doctor: ["TS", "T.S", "Tiến sỹ"]
    }
  }
}

extension TheoryLevel {
  package var abbreviations: [String] {
    switch self {
    case .elementary: ["SC"]
    case .intermediate: ["TC"]
    case .advanced: ["CC"]
    case .bachelor: ["CN"]
    }
  }
}

extension Grade {
  package var abbreviations: [String] {
    switch self {
    case .unfulfilled: ["KHTNV", "Không hoàn thành"]
    case .fulfilled: ["HTNV", "Hoàn thành", "HT"]
    case .good: ["HTTNV", "Hoàn thành tốt", "HT"]
    case .excellent: ["HTXSNV", "Hoàn thành xuất sắc"]
    }
  }
}

extension PositionClass {
  package var abbreviations: [String] {
    switch self {
    case .deputyDivisionHead: ["Phó phòng", "PTP"]
    case .divisionHead: ["TP"]
    case .deputyDirector: ["Phó giám đốc", "PGĐ"]
    case .director: ["Giám đốc", "GĐ"]
    case .committeeMember: ["UVBCH", "Đảng ủy viên", "Ủy viên"]
    case .standingMember: ["UVBTV", "Ủy viên thường vụ", "Ủy viên"]
    case .deputySecretary: ["PBT"]
    case .secretary: ["BT"]
    }
  }
}
