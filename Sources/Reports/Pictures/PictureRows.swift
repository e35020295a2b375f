internal import Cadre

/// The rows of a list, as a picture reads them by the keys of its columns.
struct PictureRows {
  let listing: Listing
  let language: Language

  var count: Int { listing.rows.count }

  /// The place of a column; of two with one key, of that which people see.
  func place(_ key: String) -> Int {
    let places = listing.heads.indices.filter { listing.heads[$0].key == key }
    let shown = places.first { listing.heads[$0].places.contains(.table) }
    guard let place = shown ?? places.first else {
      preconditionFailure("the list \(listing.key) has no column \(key) to draw")
    }
    return place
  }

  /// What stands above a column.
  func title(_ key: String) -> String { listing.heads[place(key)].title[language] }

  /// What stands in a cell.
  func value(_ row: Int, _ key: String) -> Value { listing.rows[row][place(key)] }

  /// What people read in a cell.
  func text(_ row: Int, _ key: String) -> String { value(row, key).forPeople(language) }

  /// What people read in several cells of a row, of which some may say nothing.
  func text(_ row: Int, _ keys: [String]) -> String {
    keys.lazy.map { text(row, $0) }.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// The number in a cell in hundredths, as long as a bar can be; nil where there is none.
  func number(_ row: Int, _ key: String) -> Int? {
    switch value(row, key) {
    case .number(let number): min(max(0, number), Self.limit / 100) * 100
    case .hundredths(let number): min(max(0, Int(number.value)), Self.limit)
    default: nil
    }
  }

  /// The day in a cell; nil where there is none.
  func day(_ row: Int, _ key: String) -> Day? {
    if case .day(let day) = value(row, key) { day } else { nil }
  }

  /// Hundredths: a bar stands for ten billion at most, so that lengths can be reckoned in integers.
  private static let limit = 1_000_000_000_000
}
