/// The value of a named field of an event, as people and machines see it.
package enum FieldValue: Hashable, Sendable {
  case text(String)
  case day(Day)
  case days([Day])
  /// A year or a month.
  case period(Period)
  /// Known to the day, the month or the year; of private records only.
  case birth(Birth)
  /// A count, a calendar year or another whole number.
  case integer(Int)
  case integers([Int])
  case hundredths(Hundredths)
  /// The name of a value of a closed list.
  case code(String)
  case organisation(OrganisationNumber)
  case position(PositionNumber)
  case person(PersonNumber)
  case term(Term)
  case index(LogIndex)
  case size(LogSize)
  case digest(Digest)
}

/// What organisations, posts and people are called where an event names them by number.
package struct ReferenceNames {
  /// An organisation's code, or an external one's name; nil: it is shown by its number.
  package var organisation: (OrganisationNumber) -> String?
  /// A post's code.
  package var position: (PositionNumber) -> String?
  /// A person's file number.
  package var person: (PersonNumber) -> String?

  /// Names by the given look-ups; without any, everything is shown by its number.
  package init(
    organisation: @escaping (OrganisationNumber) -> String? = { _ in nil },
    position: @escaping (PositionNumber) -> String? = { _ in nil },
    person: @escaping (PersonNumber) -> String? = { _ in nil }
  ) {
    self.organisation = organisation
    self.position = position
    self.person = person
  }
}

extension FieldValue {
  /// The value as machines read it and as `EventForm` takes it: ISO days, exact numbers, names of
  /// codes, references by code or file number, digests in hexadecimal, lists with commas.
  package func text(_ names: ReferenceNames) -> String {
    switch self {
    case .text(let text): text
    case .day(let day): day.description
    case .days(let days): days.map(\.description).joined(separator: ",")
    case .period(let period): period.description
    case .birth(let birth): birth.description
    case .integer(let number): String(number)
    case .integers(let numbers): numbers.map { String($0) }.joined(separator: ",")
    case .hundredths(let number): number.description
    case .code(let name): name
    case .organisation(let organisation):
      names.organisation(organisation) ?? String(organisation.number)
    case .position(let position): names.position(position) ?? String(position.number)
    case .person(let person): names.person(person) ?? String(person.number)
    case .term(let term): term.description
    case .index(let index): String(index.number)
    case .size(let size): String(size.count)
    case .digest(let digest): digest.hexadecimal
    }
  }
}

extension Period: CustomStringConvertible {
  /// ISO 8601, `yyyy` or `yyyy-mm`: what machines read.
  package var description: String {
    switch self {
    case .year(let year): padded(year, to: 4)
    case .month(let month): month.description
    }
  }

  /// A period written `yyyy`, `yyyy-mm` or `mm/yyyy`; nil for anything else.
  package init?(text: String) {
    switch Birth(text: text) {
    case .year(let year): self = .year(year)
    case .month(let month): self = .month(month)
    case .day, nil: return nil
    }
  }
}

extension Hundredths: CustomStringConvertible {
  /// The exact number with as few decimals as it needs, after a point: `85.5`.
  package var description: String {
    let (whole, part) = value.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = value < 0 ? "-" : ""
    if part == 0 { return "\(sign)\(whole)" }
    if part % 10 == 0 { return "\(sign)\(whole).\(part / 10)" }
    return "\(sign)\(whole).\(padded(Int(part), to: 2))"
  }

  /// A number of digits with at most two decimals after `.` or `,`; nil for anything else.
  package init?(text: String) {
    let bytes = Array(text.utf8)
    let isMark = { (byte: UInt8) in byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }
    let mark = bytes.firstIndex(where: isMark) ?? bytes.endIndex
    guard mark <= 12, let whole = decimal(bytes[..<mark]) else { return nil }
    guard mark < bytes.endIndex else {
      self.init(whole * 100)
      return
    }
    let decimals = bytes[(mark + 1)...]
    guard decimals.count <= 2, let part = decimal(decimals) else { return nil }
    self.init(whole * 100 + (decimals.count == 1 ? part * 10 : part))
  }
}

extension Digest {
  /// 64 hexadecimal digits, lower case.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
