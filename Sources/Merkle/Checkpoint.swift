/// What a log commits to at one moment: its name, its size and its root.
///
/// The text is that of C2SP tlog-checkpoint: origin, size in decimal and root in base64, each
/// with a newline. It is signed outside, by tools that an office has already.
package struct Checkpoint: Hashable, Sendable {
  /// The name of the log, fixed by its first event: one line, never empty.
  package let origin: String
  /// The number of leaves.
  package let size: UInt64
  /// The root of the tree of that size.
  package let root: Hash

  /// A checkpoint; `origin` must be a line of text without control characters, or the fault
  /// of line 1 is thrown.
  package init(origin: String, size: UInt64, root: Hash) throws(MerkleError) {
    if let fault = Checkpoint.fault(inLine: origin.utf8) {
      throw .checkpoint(line: 1, fault: fault)
    }
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// The three lines, which are what is signed.
  package var text: String { "\(origin)\n\(size)\n\(root.base64)\n" }
}

extension Checkpoint {
  /// Reads the text of a checkpoint as a UTF-8 file has it; throws `checkpoint`.
  ///
  /// After the three lines may follow what C2SP allows and nothing else: extension lines, which
  /// are not empty, and then, behind one empty line, signature lines. Neither is kept; whoever
  /// trusts a signature verifies it over the bytes of the file.
  package init(parsing bytes: [UInt8]) throws(MerkleError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .checkpoint(line: 1, fault: .characters)
    }
    try self.init(parsing: text)
  }

  /// Reads the text of a checkpoint, under the same rules.
  ///
  /// What an editor adds when it saves the file again is told as that: read on, the mark would
  /// belong to the origin, and the checkpoint to another log.
  package init(parsing text: String) throws(MerkleError) {
    if text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw .checkpoint(line: 1, fault: .byteOrderMark)
    }
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let rest = lines.popLast(), rest.isEmpty, lines.count >= 3 else {
      throw .checkpoint(line: lines.count + 1, fault: .cut)
    }
    for (place, line) in lines.prefix(3).enumerated() {
      if let fault = Checkpoint.fault(inLine: line) {
        throw .checkpoint(line: place + 1, fault: fault)
      }
    }
    guard let size = Checkpoint.size(lines[1]) else { throw .checkpoint(line: 2, fault: .size) }
    guard let root = Checkpoint.root(lines[2]) else { throw .checkpoint(line: 3, fault: .root) }
    try Checkpoint.checkRest(lines.dropFirst(3))
    try self.init(origin: String(decoding: lines[0], as: UTF8.self), size: size, root: root)
  }

  private static func fault(inLine line: some Collection<UInt8>) -> CheckpointFault? {
    if line.isEmpty { return .empty }
    if line.contains(0x0D) { return .carriageReturn }
    return line.contains { $0 < 0x20 } ? .characters : nil
  }

  private static func size(_ line: Substring.UTF8View) -> UInt64? {
    guard line.allSatisfy({ 0x30...0x39 ~= $0 }), line.count == 1 || line.first != 0x30 else {
      return nil
    }
    return UInt64(Substring(line))
  }

  private static func root(_ line: Substring.UTF8View) -> Hash? {
    do throws(MerkleError) { return try Hash(base64: String(Substring(line))) } catch { return nil }
  }

  /// Extension lines, then perhaps an empty line and at least one signature line.
  private static func checkRest(_ lines: ArraySlice<Substring.UTF8View>) throws(MerkleError) {
    let extensions = lines.prefix { !$0.isEmpty }
    for (place, line) in zip(extensions.indices, extensions) {
      if let fault = fault(inLine: line) { throw .checkpoint(line: place + 1, fault: fault) }
    }
    let note = lines.dropFirst(extensions.count)
    guard let empty = note.indices.first else { return }
    guard note.count > 1 else { throw .checkpoint(line: empty + 1, fault: .empty) }
    for (place, line) in zip(note.indices, note).dropFirst() {
      guard isSignature(line) else { throw .checkpoint(line: place + 1, fault: .signature) }
    }
  }

  /// An em dash, a key name without spaces or plus, and base64 of five bytes or more, with one
  /// space between (C2SP signed-note).
  private static func isSignature(_ line: Substring.UTF8View) -> Bool {
    let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].elementsEqual("—".utf8), !parts[1].isEmpty else {
      return false
    }
    let name = Substring(parts[1])
    guard !name.contains(where: { $0.isWhitespace || $0 == "+" }),
      fault(inLine: parts[1]) == nil
    else { return false }
    do throws(MerkleError) {
      return try Base64.decode(String(Substring(parts[2]))).count > 4
    } catch {
      return false
    }
  }
}
