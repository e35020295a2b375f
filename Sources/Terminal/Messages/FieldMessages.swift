internal import Cadre
internal import Reports

/// What is said when the fields of an event cannot be read; always status 65.
enum FieldMessages {
  /// The complaint about a single event.
  static func complaint(_ error: FieldError) -> Complaint {
    Complaint(.badData, words(error) + Words("."), remedy: remedy(error))
  }

  /// What is wrong, as a clause.
  static func words(_ error: FieldError) -> Words {
    switch error {
    case .unknownEvent(let name, _):
      Words(vi: "không có loại sự kiện “\(name)”", en: "there is no type of event “\(name)”")
    case .hasOwnCommand(let type, _):
      Words(
        vi: "“\(type.name)” không ghi bằng “cadre record”",
        en: "“\(type.name)” is not recorded with “cadre record”")
    case .unknownField(let name, let type, _):
      Words(
        vi: "“\(type.name)” không có trường “\(name)”", en: "“\(type.name)” has no field “\(name)”")
    case .repeatedField(let name, _):
      Words(
        vi: "trường “\(name)” được viết nhiều lần",
        en: "the field “\(name)” is given more than once")
    case .missingField(let name, let type):
      Words(vi: "“\(type.name)” thiếu trường “\(name)”", en: "“\(type.name)” lacks “\(name)”")
    case .nothingGiven(let names, let type):
      Words(
        vi: "“\(type.name)” cần ít nhất một trong: \(names.joined(separator: ", "))",
        en: "“\(type.name)” needs at least one of \(names.joined(separator: ", "))")
    case .badValue(let field, let value, _):
      Words(vi: "\(field): không nhận “\(value)”", en: "\(field): “\(value)” is not accepted")
    case .unresolved(let field, let value, let kind): unresolved(field, value, kind)
    case .sign(let field, let value, let sign):
      Words(vi: "\(field): “\(value)” có ", en: "\(field): “\(value)” holds ")
        + SignMessages.words(sign)
    case .outOfBounds(let field, let value, let bound):
      Words("\(field) “\(value)”: ") + DayMessages.words(bound)
    case .digits(let field, let value, let fault):
      Words("\(field) “\(value)”: ") + DigitMessages.words(fault)
    case .contradiction(let field, let value, let other, let says):
      Words(
        vi: "\(field) “\(value)” trái với \(other) “\(says)”",
        en: "\(field) “\(value)” contradicts \(other) “\(says)”")
    }
  }

  private static func unresolved(_ field: String, _ value: String, _ kind: FieldKind) -> Words {
    switch kind {
    case .person:
      Words(
        vi: "\(field): không có hồ sơ “\(value)”", en: "\(field): nobody has the file “\(value)”")
    case .position:
      Words(
        vi: "\(field): không có chức danh “\(value)”",
        en: "\(field): no post has the code “\(value)”")
    default:
      Words(
        vi: "\(field): không có tổ chức “\(value)”",
        en: "\(field): there is no organisation “\(value)”")
    }
  }

  private static func remedy(_ error: FieldError) -> Words? {
    switch error {
    case .unknownEvent(_, let nearest):
      (nearest.map {
        Words(vi: "Có phải ý bạn là “\($0.name)”? ", en: "Did you mean “\($0.name)”? ")
      } ?? .none)
        + Words(
          vi: "“cadre help record” liệt kê các loại.", en: "“cadre help record” lists the types.")
    case .hasOwnCommand(_, let command):
      Words(vi: "Hãy dùng “\(command)”.", en: "Use “\(command)”.")
    case .unknownField(_, let type, .some(let nearest)):
      Words(vi: "Có phải ý bạn là “\(nearest)”? ", en: "Did you mean “\(nearest)”? ")
        + fields(of: type)
    case .unknownField(_, let type, nil), .missingField(_, let type), .repeatedField(_, let type),
      .nothingGiven(_, let type):
      fields(of: type)
    case .badValue(_, _, let kind): accepted(kind)
    case .digits: Words(vi: "Viết các chữ số liền nhau.", en: "Write the digits alone.")
    case .outOfBounds: Words(vi: "Kiểm tra năm.", en: "Check the year.")
    case .sign:
      Words(
        vi: "Gõ lại bằng tay, không sao chép từ nơi khác.",
        en: "Type it again by hand, without pasting.")
    case .unresolved(_, _, .person):
      Words(vi: "Tìm mã hồ sơ bằng “cadre find”.", en: "Find the number with “cadre find”.")
    case .unresolved(_, _, .position):
      Words(
        vi: "Xem “cadre log --type PositionDefined”.",
        en: "See “cadre log --type PositionDefined”.")
    case .unresolved:
      Words(
        vi: "Xem “cadre log --type OrganisationEstablished”.",
        en: "See “cadre log --type OrganisationEstablished”.")
    case .contradiction:
      Words(vi: "Chỉ viết một trong hai, hoặc sửa một.", en: "Give one of them, or mend one.")
    }
  }

  /// The fields of a type, those that must be given with a star.
  private static func fields(of type: EventType) -> Words {
    let names = EventForm.description(of: type).map { field in
      field.need == .required || field.need == .requiredUnlessDated ? field.name + "*" : field.name
    }
    let list = names.joined(separator: ", ")
    return Words(
      vi: "Các trường (* bắt buộc): \(list).", en: "Its fields (* must be given): \(list).")
  }

  private static func accepted(_ kind: FieldKind) -> Words? {
    switch kind {
    case .text(let limit):
      Words(vi: "Chữ, không quá \(limit) byte.", en: "Text of at most \(limit) bytes.")
    case .organisationCode:
      Words(vi: "Chữ số và dấu chấm.", en: "Digits and dots.")
    case .day:
      Words(
        vi: "Hãy viết yyyy-mm-dd hoặc dd/mm/yyyy, một ngày có thật.",
        en: "Write a day of the calendar, yyyy-mm-dd or dd/mm/yyyy.")
    case .year: Words(vi: "Năm từ 1900 đến 2199.", en: "A year from 1900 to 2199.")
    case .period: Words(vi: "Hãy viết yyyy hoặc mm/yyyy.", en: "Write yyyy or mm/yyyy.")
    case .birth:
      Words(
        vi: "Hãy viết ngày, tháng mm/yyyy hoặc năm.", en: "Write a day, a month mm/yyyy or a year.")
    case .count(let bounds):
      Words(
        vi: "Số nguyên từ \(bounds.lowerBound) đến \(bounds.upperBound).",
        en: "A whole number from \(bounds.lowerBound) to \(bounds.upperBound).")
    case .percent:
      Words(
        vi: "Số từ 0 đến 100, nhiều nhất hai chữ số thập phân.",
        en: "A number from 0 to 100 with at most two decimals.")
    case .code(let names): UsageMessages.oneOf(names)
    case .term:
      Words(vi: "Hãy viết như 2020-2025.", en: "Write it as 2020-2025.")
    case .organisation, .position, .person: nil
    }
  }
}
