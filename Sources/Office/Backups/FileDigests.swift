internal import Merkle
internal import Platform

/// What every file of a backup hashed to when it was made: the file `SHA256SUMS`, which `sha256sum
/// -c` reads, too.
///
/// The proofs of the log do not reach everything: of a changed look-up row, or a bit that turned in
/// a page of the store, this alone knows. It tells of accidents. Somebody who alters a backup can
/// alter it as well; of what they do to the log and the records, the checkpoint kept elsewhere
/// tells.
enum FileDigests {
  /// The file's name.
  static let name = "SHA256SUMS"
  private static let limit = 1 << 20

  /// Hashes every file of a folder and writes the list into it.
  static func write(_ folder: String) throws(OfficeError) {
    var text = ""
    do throws(PlatformError) {
      for file in try files(of: folder) { text += "\(try digest("\(folder)/\(file)"))  \(file)\n" }
      try Files.write(Array(text.utf8), to: "\(folder)/\(name)")
    } catch {
      throw OfficeError(error)
    }
  }

  /// The files that are not as the list says, or are missing, in its order; the list itself where
  /// it is missing or none.
  static func changed(in folder: String) throws(OfficeError) -> [String] {
    do throws(PlatformError) {
      guard Files.exists("\(folder)/\(name)") else { return [name] }
      let bytes = try Files.read("\(folder)/\(name)", limit: limit)
      var changed: [String] = []
      var listed: Set<String> = []
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        guard let (digest, file) = entry(line) else { return [name] }
        listed.insert(file)
        let path = "\(folder)/\(file)"
        let found = Files.exists(path) ? try self.digest(path) : ""
        if found != digest { changed.append(file) }
      }
      return required.isSubset(of: listed) ? changed : [name]
    } catch {
      throw OfficeError(error)
    }
  }

  /// What every list names, whatever else it does.
  private static let required: Set = ["log/data.mdb", "current", BackupShelf.checkpoint]

  private static func entry(_ line: Substring) -> (digest: String, file: String)? {
    guard line.utf8.count > 66, line.dropFirst(64).hasPrefix("  ") else { return nil }
    let file = String(line.dropFirst(66))
    return file.hasPrefix("/") || file.split(separator: "/").contains("..")
      ? nil : (String(line.prefix(64)), file)
  }

  private static func files(of folder: String) throws(PlatformError) -> [String] {
    var found: [String] = []
    for name in try Files.list(folder) {
      guard Files.isFolder("\(folder)/\(name)") else {
        found.append(name)
        continue
      }
      for inner in try files(of: "\(folder)/\(name)") { found.append("\(name)/\(inner)") }
    }
    return found
  }

  /// 64 hexadecimal digits.
  private static func digest(_ path: String) throws(PlatformError) -> String {
    var hash = SHA256()
    try Files.stream(path, chunk: 1 << 20) { (bytes) throws(PlatformError) in hash.update(bytes) }
    return hash.digest().hex
  }
}
