internal import Cadre

/// The organisations that a cell may mean by name, and what somebody most likely meant otherwise.
///
/// Rows that name a known code never come here.
struct OrganisationIndex: Sendable {
  /// Organisations of the tree by the identity of every name they have or had.
  private var names: [[UInt8]: Set<OrganisationNumber>]
  /// What people call an organisation of the tree: `Chi bộ Gió (38.1.01.1)`.
  private var titles: [OrganisationNumber: String] = [:]
  private var codes: [String] = []
  /// What looks like a code or a name, by its skeleton; made when it is first asked for.
  private var skeletons: [[UInt8]: String]?
  private var suggestions: [String: String?] = [:]

  /// So many different texts get a suggestion by their distance; beyond it the whole sheet is of
  /// another tree, and a suggestion would cost more than it helps.
  private static let suggestionLimit = 200

  init(names: [[UInt8]: Set<OrganisationNumber>]) { self.names = names }

  /// Adds a name of an organisation of the tree.
  mutating func add(_ name: String, of number: OrganisationNumber) {
    names[Letters.nameIdentity(name), default: []].insert(number)
    skeletons = nil
  }

  /// The organisations of the tree that have or had the name.
  func tree(_ name: String) -> Set<OrganisationNumber> {
    names[Letters.nameIdentity(name)] ?? []
  }

  /// The known code or name that a text differs from by look-alikes alone, or that stands in it
  /// (`38.1.01.1 - Chi bộ Gió`); nil: none.
  mutating func lookAlike(
    of text: String, _ organisations: [String: OrganisationNumber], _ outside: [String]
  ) -> String? {
    let known = skeletons ?? makeSkeletons(organisations, outside)
    if let found = known[Letters.skeleton(text)] { return found }
    for word in text.split(whereSeparator: { " -–—:;()[]".contains($0) }) {
      let skeleton = Letters.skeleton(String(word))
      guard skeleton.contains(UInt8(ascii: ".")), let found = known[skeleton] else { continue }
      return found
    }
    return nil
  }

  /// Adds an outside organisation that is known from now on.
  mutating func add(outside name: String) { skeletons?[Letters.skeleton(name)] = name }

  /// The code or name that somebody most likely meant; nil: none is near.
  mutating func nearest(
    to text: String, _ organisations: [String: OrganisationNumber], _ outside: [String]
  ) -> String? {
    if let known = suggestions[text] { return known }
    guard suggestions.count < OrganisationIndex.suggestionLimit else { return nil }
    var found = lookAlike(of: text, organisations, outside)
    if found == nil {
      if OrganisationIndex.looksLikeCode(text) {
        found = nearestName(to: text, among: codes)
      } else {
        let all = titles.values.sorted()
        let folded = all.map { Letters.folded(OrganisationIndex.name(in: $0)) }
        found = nearestName(to: Letters.folded(text), among: folded)
          .flatMap { folded.firstIndex(of: $0) }.map { all[$0] }
      }
    }
    suggestions[text] = .some(found)
    return found
  }

  /// Whether a text, or its first word, is of digits and dots or of what looks like them.
  static func looksLikeCode(_ text: String) -> Bool {
    if isCode(Letters.skeleton(text)) { return true }
    guard let first = text.split(separator: " ").first else { return false }
    let skeleton = Letters.skeleton(String(first))
    return skeleton.contains(UInt8(ascii: ".")) && isCode(skeleton)
  }

  private static func isCode(_ skeleton: [UInt8]) -> Bool {
    var digits = 0
    for byte in skeleton {
      if (48...57).contains(byte) { digits += 1 } else if byte != UInt8(ascii: ".") { return false }
    }
    return digits > 0
  }

  private static func name(in title: String) -> String {
    title.lastIndex(of: "(").map { String(title[..<$0]) } ?? title
  }

  /// What an organisation of the tree is shown as.
  mutating func describe(_ code: String, _ name: String, _ number: OrganisationNumber) {
    titles[number] = "\(name) (\(code))"
  }

  private mutating func makeSkeletons(
    _ organisations: [String: OrganisationNumber], _ outside: [String]
  ) -> [[UInt8]: String] {
    var made: [[UInt8]: String] = [:]
    for name in outside.sorted() { made[Letters.skeleton(name)] = name }
    for title in titles.values.sorted() {
      made[Letters.skeleton(OrganisationIndex.name(in: title))] = title
    }
    codes = organisations.keys.sorted()
    for code in codes { made[Letters.skeleton(code)] = code }
    skeletons = made
    return made
  }
}

/// Which organisations outside the tree a cell may name.
enum Outsiders {
  /// None: only the tree.
  case none
  /// Those that a transfer of the person of that file number names.
  case ofPerson(file: String?)
  /// Any that is known, if the ceremony was before the first reception of the person, whose file
  /// number is in that column.
  case beforeReception(Day?, PersonNumber?, file: Int?)
  /// Any, and a new one is established on its first mention.
  case founded
}
