internal import Cadre
internal import Reports

/// What is said of days that cannot be read or cannot be.
enum DayMessages {
  /// Why a text is no day: a sentence that names it, and what to write.
  static func words(_ value: String, _ fault: DayTextFault, isBirth: Bool) -> Words {
    switch fault {
    case .unreadable:
      Words(
        vi: "Không đọc được ngày “\(value)”; viết", en: "The day “\(value)” cannot be read; write")
        + form(isBirth)
    case .noSuchDay:
      Words(
        vi: "“\(value)” không phải là một ngày có thật. Viết",
        en: "“\(value)” is no day of the calendar. Write") + form(isBirth)
    case .monthFirst:
      Words(
        vi: "“\(value)” chỉ là ngày nếu viết tháng/ngày. Viết ngày trước tháng, và xem lại các ô "
          + "khác của cột.",
        en: "“\(value)” is a day only with the month first. Write the day before the month, and "
          + "check the other cells of the column.")
    case .twoDigitYear:
      Words(
        vi: "Năm của “\(value)” chỉ có hai chữ số, không rõ thế kỷ. Viết đủ bốn chữ số.",
        en: "The year of “\(value)” has two digits, so its century is a guess. Write four digits.")
    case .monthName:
      Words(
        vi: "“\(value)” có chữ; ngày chỉ viết bằng số. Viết",
        en: "“\(value)” has letters; a day is written with digits alone. Write") + form(isBirth)
    }
  }

  private static func form(_ isBirth: Bool) -> Words {
    Words(vi: " dd/mm/yyyy hoặc yyyy-mm-dd", en: " dd/mm/yyyy or yyyy-mm-dd")
      + (isBirth ? Words(vi: ", hoặc mm/yyyy, yyyy.", en: ", or mm/yyyy, yyyy.") : Words("."))
  }

  /// What is said of every cell of a column that is written with the month first.
  static func monthFirst(_ value: String, _ proof: String, line: Int, _ column: String) -> Words {
    Words(
      vi: "Cột “\(column)” viết tháng/ngày: “\(proof)” ở dòng \(line) chỉ là ngày nếu tháng đứng "
        + "trước; không nhận ô nào của cột, kể cả “\(value)”. Đổi cả cột sang dd/mm/yyyy.",
      en: "The column “\(column)” has the month first: “\(proof)” in row \(line) is a day only so. "
        + "No cell of it is taken, “\(value)” included. Change the whole column to dd/mm/yyyy.")
  }

  /// The bound that a day breaks, as a clause.
  static func words(_ bound: DayBound) -> Words {
    switch bound {
    case .bornAfter(let day):
      Words(
        vi: "ngày sinh phải sau \(day.forPeople) (không quá 120 tuổi)",
        en: "a birth must be after \(day.forPeople) (younger than 120 years)")
    case .bornBy(let day):
      Words(
        vi: "ngày sinh không được sau \(day.forPeople) (đủ 14 tuổi)",
        en: "a birth must not be after \(day.forPeople) (at least 14 years old)")
    case .notBefore(let day):
      Words(
        vi: "ngày không được trước \(day.forPeople)",
        en: "a day must not be before \(day.forPeople)")
    case .notAfter(let day):
      Words(
        vi: "ngày không được sau \(day.forPeople) (năm năm kể từ hôm nay)",
        en: "a day must not be after \(day.forPeople) (five years from today)")
    case .notAfterToday(let day):
      Words(
        vi: "việc đã làm xong không thể có ngày sau hôm nay, \(day.forPeople)",
        en: "what has been done cannot have a day after today, \(day.forPeople)")
    case .yearBy(let year):
      Words(
        vi: "năm xếp loại không được sau \(year)", en: "a rated year must not be after \(year)")
    }
  }

  /// What is said of a cell that breaks a bound.
  static func cell(_ value: String, _ bound: DayBound) -> Words {
    Words("“\(value)”: ") + words(bound) + Words(vi: ". Kiểm tra năm.", en: ". Check the year.")
  }
}
