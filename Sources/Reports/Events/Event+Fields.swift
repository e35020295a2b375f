internal import Cadre
internal import Office

extension Value {
  /// The content of an event, a member a field; who and what it names by code or file number, by
  /// number where there is none.
  static func fields(_ fields: [NamedField], _ names: ReferenceNames) -> Value {
    .record(fields.map { Member($0.name, .field($0.value, names)) })
  }

  private static func field(_ value: FieldValue, _ names: ReferenceNames) -> Value {
    switch value {
    case .text(let text): .text(text)
    case .day(let day): .day(day)
    case .days(let days): .list(days.map { .day($0) })
    case .integer(let number): .number(number)
    case .integers(let numbers): .list(numbers.map { .number($0) })
    case .hundredths(let number): .hundredths(number)
    case .birth(let birth): .birth(birth)
    case .index(let index): .index(index)
    case .size(let size): .number(Int(size.count))
    case .period, .code, .organisation, .position, .person, .term, .digest:
      .text(value.text(names))
    }
  }
}
