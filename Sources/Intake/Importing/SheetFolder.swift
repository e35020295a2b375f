internal import Cadre
internal import Platform

/// The sheets found at the paths of an import, and the files that are none.
struct SheetFolder {
  /// In the order of `SheetKind`.
  private(set) var sheets: [Found] = []
  private(set) var warnings: [ImportWarning] = []

  /// A sheet and where its columns stand.
  struct Found: Sendable {
    let kind: SheetKind
    let sheet: Sheet
    let columns: SheetColumns
    /// The SHA-256 of the file's bytes.
    let digest: Digest
  }

  /// Reads every sheet at the paths: files by name, folders one level deep.
  init(_ paths: [String]) throws(ImportError) {
    var found: [SheetKind: String] = [:]
    for path in paths {
      for file in try Self.files(at: path) {
        guard let kind = SheetKind(file: Self.name(of: file)) else {
          warnings.append(.unknownFile(file))
          continue
        }
        guard found[kind] == nil else { throw .sheetTwice(kind.rawValue) }
        found[kind] = file
      }
    }
    guard !found.isEmpty else { throw .noSheets(path: paths.joined(separator: " ")) }
    try read(found)
  }

  /// Reads the files on two threads, the longest first, each to the one that has less to read.
  private mutating func read(_ found: [SheetKind: String]) throws(ImportError) {
    var files: [(kind: SheetKind, file: String, size: Int)] = []
    for (kind, file) in found {
      do throws(PlatformError) { files.append((kind, file, try Files.size(file))) } catch {
        throw .file(error)
      }
    }
    files.sort { ($1.size, $0.kind.rawValue) < ($0.size, $1.kind.rawValue) }
    var shares: [[(SheetKind, String)]] = [[], []]
    var loads = [0, 0]
    for (kind, file, size) in files {
      let lighter = loads[0] <= loads[1] ? 0 : 1
      shares[lighter].append((kind, file))
      loads[lighter] += size
    }
    let (first, second) = (shares[0], shares[1])
    let (one, other) = try Threads.parallel(
      { () throws(ImportError) -> [Reading] in try Self.read(first) },
      { () throws(ImportError) -> [Reading] in try Self.read(second) })
    let places = Dictionary(
      uniqueKeysWithValues: SheetKind.allCases.enumerated().map { ($1, $0) })
    let readings = (one + other).sorted { places[$0.kind] ?? 0 < places[$1.kind] ?? 0 }
    let errors = readings.compactMap(\.error)
    guard errors.isEmpty else { throw .sheets(errors) }
    sheets = readings.compactMap(\.found)
    for found in sheets {
      for column in found.columns.unknown where column != RejectFiles.reasonColumn {
        warnings.append(.unknownColumn(sheet: found.kind.rawValue, column: column))
      }
    }
  }

  /// What came of a file: a sheet, or why it is none.
  private struct Reading: Sendable {
    var kind: SheetKind
    var found: Found?
    var error: SheetError?
  }

  private static func read(_ files: [(SheetKind, String)]) throws(ImportError) -> [Reading] {
    var readings: [Reading] = []
    for (kind, file) in files { readings.append(try read(kind, file)) }
    return readings
  }

  private static func read(
    _ kind: SheetKind, _ file: String
  ) throws(ImportError) -> Reading {
    let bytes: [UInt8]
    do throws(PlatformError) {
      bytes = try Files.read(file, limit: SheetLimit.file)
    } catch {
      throw .file(error)
    }
    do throws(SheetError) {
      let sheet = try Sheet(name: kind.rawValue, file: file, bytes: bytes)
      let columns = try SheetColumns(of: kind, in: sheet.headers)
      try OldLetters.refuse(kind, sheet, columns)
      return Reading(
        kind: kind,
        found: Found(kind: kind, sheet: sheet, columns: columns, digest: sheet.digest))
    } catch {
      return Reading(kind: kind, error: error)
    }
  }

  private static func files(at path: String) throws(ImportError) -> [String] {
    guard Files.exists(path) else { throw .noInput(path: path) }
    guard Files.isFolder(path) else { return [path] }
    do throws(PlatformError) {
      return try Files.list(path).filter { !$0.hasPrefix(".") }.map { "\(path)/\($0)" }
        .filter { !Files.isFolder($0) }
    } catch {
      throw .file(error)
    }
  }

  /// The file's name without its folder.
  private static func name(of file: String) -> String {
    file.split(separator: "/").last.map(String.init) ?? file
  }
}
