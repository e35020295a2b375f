internal import Platform
internal import Reports

/// A folder that takes its name only once everything in it is written.
struct ExportFolder {
  private let target: String
  private let unfinished: String

  /// Begins beside the target, which must be new or empty.
  init(_ target: String) throws(Complaint) {
    let name = Files.withoutSlashes(target)
    if try ExportFolder.isOccupied(name) { throw ProofMessages.occupied(name) }
    do throws(PlatformError) {
      let suffix = try Randomness.suffix()
      unfinished = "\(name).\(suffix).tmp"
      try Files.makeFolder(unfinished)
    } catch {
      throw FileMessages.writing(error, to: name)
    }
    self.target = name
  }

  private static func isOccupied(_ name: String) throws(Complaint) -> Bool {
    guard Files.exists(name) else { return false }
    guard Files.isFolder(name) else { return true }
    do throws(PlatformError) { return try !Files.list(name).isEmpty } catch {
      throw FileMessages.writing(error)
    }
  }

  /// Where a file of it stands for now.
  func path(of file: String) -> String { "\(unfinished)/\(file)" }

  /// Writes a file, with the folders on its way.
  func write(_ bytes: [UInt8], to file: String) throws(Complaint) {
    do throws(PlatformError) {
      try Files.makeFolder(Files.parent(of: path(of: file)))
      var replacement = try FileReplacement(path(of: file))
      try replacement.write(bytes)
      try replacement.commit()
    } catch {
      throw FileMessages.writing(error)
    }
  }

  /// Gives the folder its name, in place of an empty one.
  func finish() throws(Complaint) {
    do throws(PlatformError) {
      try Files.rename(unfinished, to: target)
      try Files.syncFolder(Files.parent(of: target))
    } catch {
      throw FileMessages.writing(error)
    }
  }

  /// Removes what was written; the failure that led here is the one to be told.
  func abandon() {
    do throws(PlatformError) { try Files.removeTree(unfinished) } catch {
      // What remains has the ending `.tmp`, and is nobody's export.
      return
    }
  }
}

/// A file of lines of JSON.
struct ExportLines: ~Copyable {
  private var report: ReportWriter
  private var file: FileReplacement
  private static let piece = 1 << 16

  init(_ path: String, _ appearance: Appearance) throws(Complaint) {
    report = ReportWriter(.ndjson, appearance)
    do throws(PlatformError) { file = try FileReplacement(path) } catch {
      throw FileMessages.writing(error)
    }
  }

  /// Adds a line.
  mutating func add<Row>(_ row: Row, _ columns: [Column<Row>]) throws(Complaint) {
    report.add(row, columns)
    if report.waiting >= Self.piece { try drain() }
  }

  /// Ends the file, which takes its name.
  mutating func finish() throws(Complaint) {
    try drain()
    do throws(PlatformError) { try file.commit() } catch { throw FileMessages.writing(error) }
  }

  private mutating func drain() throws(Complaint) {
    let bytes = report.take()
    guard !bytes.isEmpty else { return }
    do throws(PlatformError) { try file.write(bytes) } catch { throw FileMessages.writing(error) }
  }
}
