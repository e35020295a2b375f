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

    /// Whether it claims to be complete for nobody unless told: mended rejects, and sheets without
    /// rows, which an office may not have filled in yet.
    var isPartial: Bool {
      sheet.read == 0 || sheet.headers.contains(RejectFiles.reasonColumn)
    }
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
    for kind in SheetKind.allCases {
      guard let file = found[kind] else { continue }
      try read(kind, file)
    }
  }

  private mutating func read(
    _ kind: SheetKind, _ file: String
  ) throws(ImportError) {
    let bytes: [UInt8]
    do throws(PlatformError) {
      bytes = try Files.read(file, limit: SheetLimit.file)
    } catch {
      throw .file(error)
    }
    do throws(SheetError) {
      let sheet = try Sheet(name: kind.rawValue, file: file, bytes: bytes)
      let columns = try SheetColumns(of: kind, in: sheet.headers)
      for column in columns.unknown where column != RejectFiles.reasonColumn {
        warnings.append(.unknownColumn(sheet: kind.rawValue, column: column))
      }
      sheets.append(Found(kind: kind, sheet: sheet, columns: columns))
    } catch {
      throw .sheet(error)
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
