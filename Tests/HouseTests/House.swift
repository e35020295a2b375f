import Glibc
import JSON
import Platform

/// The package as it lies on the disk.
enum House {
  /// The folder of Package.swift.
  static let root: String = {
    var path = #filePath
    for _ in 0..<3 { path = Files.parent(of: path) }
    return path
  }()

  /// The text of a file below the root.
  static func text(_ path: String) throws -> String {
    String(decoding: try Files.read("\(root)/\(path)", limit: 1 << 24), as: UTF8.self)
  }

  /// The paths, below the root, of all files below a folder; hidden ones and resources left out.
  static func files(below folder: String, ending: String) throws -> [String] {
    try Files.list("\(root)/\(folder)").flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      if name.hasPrefix(".") { return [] }
      if Files.isFolder("\(root)/\(path)") { return try files(below: path, ending: ending) }
      return name.hasSuffix(ending) ? [path] : []
    }
  }

  /// All Swift files of the house, tests included.
  static func sources() throws -> [String] {
    try ["Sources", "Migrations", "Tests"].flatMap { try files(below: $0, ending: ".swift") }
  }

  /// What `swift package describe` says; asked once.
  static let description = Result { try describe() }

  /// The package manager gets a scratch folder of its own: the usual one is locked while tests
  /// run.
  private static func describe() throws -> JSONValue {
    let command = """
      swift package --package-path '\(root)' --scratch-path '\(root)/.build/describe' \
      describe --type json 2>/dev/null
      """
    guard let pipe = unsafe popen(command, "r") else { throw HouseError.noDescription }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&piece, 1, piece.count, pipe)
      if count == 0 { break }
      bytes += piece.prefix(count)
    }
    guard unsafe pclose(pipe) == 0 else { throw HouseError.noDescription }
    return try JSONValue(parsing: bytes)
  }
}

/// Why the house cannot be looked at.
enum HouseError: Error {
  /// The package manager does not describe the package.
  case noDescription
  /// The architecture page has no table of modules.
  case noTable
}

/// A module: where it stands and what it imports.
struct Room: Hashable {
  let name: String
  let folder: String
  let imports: Set<String>
  let isTest: Bool

  /// The modules of the package manager's description.
  static func described() throws -> [Room] {
    (try House.description.get()["targets"]?.array ?? []).compactMap { target in
      guard let name = target["name"]?.string, let folder = target["path"]?.string else {
        return nil
      }
      return Room(
        name: name, folder: folder,
        imports: Set((target["target_dependencies"]?.array ?? []).compactMap(\.string)),
        isTest: target["type"]?.string == "test")
    }
  }

  /// The rows of the architecture page's table, in its order: name and imports.
  static func written() throws -> [(name: String, imports: Set<String>)] {
    let page = try House.text("Sources/Office/Office.docc/Architecture.md")
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    guard !rows.isEmpty else { throw HouseError.noTable }
    return rows.map { row in
      let cells = row.split(separator: "|").map { trimmed($0) }
      let imports = cells[2] == "–" ? [] : cells[2].split(separator: ",").map { trimmed($0) }
      return (cells[0].filter { $0 != "`" }, Set(imports))
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}

/// The modules that a Swift file imports.
func imports(of text: String) -> Set<String> {
  let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "typealias"]
  var found: Set<String> = []
  for line in text.split(separator: "\n") {
    let words = line.split(separator: " ")
    guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
      words[..<place].allSatisfy({ $0.hasPrefix("@") || access.contains($0) })
    else { continue }
    let name = kinds.contains(words[place + 1]) ? words[place + 2] : words[place + 1]
    found.insert(String(name.prefix { $0 != "." && $0 != ";" }))
  }
  return found
}

private let access: Set<Substring> = [
  "public", "package", "internal", "fileprivate", "private",
]
