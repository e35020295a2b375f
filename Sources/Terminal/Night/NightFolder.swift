internal import Cadre
internal import Platform

/// The folder of a night's reports: named by its day, whole from the moment it has that name, and
/// led to by the link `latest` beside it.
///
/// Begun under a name that ends with `.part`; what has such a name was left by a night that died,
/// and is removed by the next one, since there is one night at a time.
struct NightFolder {
  private let shelf: String
  private let name: String

  /// Begins the folder of a day; where that day has one, the name gets a number.
  init(on day: Day, in shelf: String) throws(Complaint) {
    self.shelf = shelf
    var name = "\(day)"
    do throws(PlatformError) {
      try Files.makeFolder(shelf)
      for other in try Files.list(shelf) where NightFolder.isUnfinished(other) {
        try Files.removeTree("\(shelf)/\(other)")
      }
      var number = 1
      while Files.exists("\(shelf)/\(name)") {
        number += 1
        name = "\(day).\(number)"
      }
      self.name = name
      try Files.makeFolder(path)
    } catch {
      throw FileMessages.writing(error, to: shelf)
    }
  }

  private static func isUnfinished(_ name: String) -> Bool {
    name.hasSuffix(".part") && Day(text: String(name.prefix(10))) != nil
  }

  private var path: String { "\(shelf)/\(name).part" }

  /// Writes a file, for its owner alone: reports name people.
  func write(_ bytes: [UInt8], to file: String) throws(Complaint) {
    do throws(PlatformError) { try Files.write(bytes, to: "\(path)/\(file)") } catch {
      throw FileMessages.writing(error)
    }
  }

  /// Gives the folder its name, has `latest` lead to it, and says where it is.
  func finish() throws(Complaint) -> String {
    do throws(PlatformError) {
      try Files.rename(path, to: "\(shelf)/\(name)")
      try Files.syncFolder(shelf)
      try Files.replaceLink("\(shelf)/latest", target: name)
    } catch {
      throw FileMessages.writing(error)
    }
    return "\(shelf)/\(name)"
  }
}
