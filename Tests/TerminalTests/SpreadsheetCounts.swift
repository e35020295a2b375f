/// What a spreadsheet program would count in the sheets of the Bloc: by another route than the
/// ledger's, cell by cell, with nothing of the program between.
struct SpreadsheetCounts {
  private let organisations: [String: [String: String]]
  /// Since when an organisation is no longer of the Bloc, in ISO form.
  private let handedOver: [String: String]

  init() throws {
    organisations = try Dictionary(
      Spreadsheet.bloc("to-chuc").map { ($0["Mã tổ chức"] ?? "", $0) }
    ) { first, _ in first }
    let leaving = ["chuyển giao", "giải thể"]
    handedOver = try Dictionary(
      Spreadsheet.bloc("chuyen-to-chuc").filter {
        leaving.contains(($0["Thao tác"] ?? "").lowercased())
      }.map { ($0["Mã tổ chức"] ?? "", SpreadsheetCounts.iso($0["Ngày bàn giao"] ?? "")) }
    ) { first, _ in first }
  }

  /// Admissions and readmissions by year of the ceremony and sector of the admitting cell.
  func admissions() throws -> [String: Int] {
    try count("ket-nap") { row in
      guard (row["Loại"] ?? "").lowercased().hasPrefix("kết nạp"),
        let year = row.year("Ngày lễ kết nạp"), let cell = row["Chi bộ"]
      else { return nil }
      return "\(year) \(sector(of: cell))"
    }
  }

  /// Ratings of people by year and grade.
  func ratings() throws -> [String: Int] {
    try count("xep-loai") { "\($0["Năm"] ?? "") \(($0["Mức xếp loại"] ?? "").lowercased())" }
  }

  /// Screenings by round and outcome.
  func screenings() throws -> [String: Int] {
    try count("sang-loc") { "\($0["Đợt"] ?? "") \(($0["Kết quả"] ?? "").lowercased())" }
  }

  /// Planning entries by post and term, of posts whose organisation is of the Bloc on a day.
  func planning(on day: String) throws -> [String: Int] {
    let posts = try Dictionary(
      Spreadsheet.bloc("chuc-danh").map { ($0["Mã chức danh"] ?? "", $0["Tổ chức"] ?? "") }
    ) { first, _ in first }
    return try count("quy-hoach") { row in
      let post = row["Mã chức danh"] ?? ""
      guard (row["Thao tác"] ?? "").lowercased() == "đưa vào", let place = posts[post],
        SpreadsheetCounts.iso(row["Ngày quyết định"] ?? "") <= day, isHere(place, on: day)
      else { return nil }
      return "\(post) \(row["Nhiệm kỳ"] ?? "")"
    }
  }

  /// For how many units of a month of a year there is an article, by month (1…12), of units that
  /// are of the Bloc on the month's last day.
  func articles(in year: Int) throws -> [Int: Int] {
    var units: [Int: Set<String>] = [:]
    for row in try Spreadsheet.bloc("chuong-trinh") {
      let period = (row["Kỳ"] ?? "").split(separator: "/")
      guard (row["Nội dung"] ?? "").lowercased() == "bài viết tuyên truyền", period.count == 2,
        let month = Int(period[0]), Int(period[1]) == year, let unit = row["Mã tổ chức"],
        isHere(unit, on: SpreadsheetCounts.lastDay(of: month, in: year))
      else { continue }
      units[month, default: []].insert(unit)
    }
    return units.mapValues(\.count)
  }

  private func count(
    _ sheet: String, _ group: ([String: String]) throws -> String?
  ) throws -> [String: Int] {
    try Spreadsheet.bloc(sheet).reduce(into: [:]) { counts, row in
      if let group = try group(row) { counts[group, default: 0] += 1 }
    }
  }

  /// The first sector that is named from an organisation upwards.
  private func sector(of code: String) -> String {
    var place: String? = code
    while let at = place {
      if let sector = organisations[at]?["Khối"], !sector.isEmpty { return sector }
      place = organisations[at]?["Trực thuộc"]
    }
    return ""
  }

  /// Whether neither an organisation nor one above it was handed over by a day.
  private func isHere(_ code: String, on day: String) -> Bool {
    var place: String? = code
    while let at = place {
      if let left = handedOver[at], left <= day { return false }
      place = organisations[at]?["Trực thuộc"]
    }
    return true
  }

  private static func iso(_ day: String) -> String {
    let parts = day.split(separator: "/")
    return parts.count == 3 ? "\(parts[2])-\(parts[1])-\(parts[0])" : day
  }

  private static func lastDay(of month: Int, in year: Int) -> String {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(days[month - 1])"
  }
}
