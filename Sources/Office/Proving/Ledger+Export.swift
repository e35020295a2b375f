package import Cadre
internal import CadreCodec
internal import EventLog
internal import Merkle
internal import Vault

/// An event on its way out of the ledger, with its exact bytes.
package struct ExportedEvent: Hashable, Sendable {
  package var entry: LogEntry
  /// As recorded and hashed.
  package var bytes: [UInt8]
}

/// A private record on its way out of the ledger: what opens the commitment of its event.
package struct ExportedRecord: Hashable, Sendable {
  package var index: LogIndex
  /// 16 random bytes.
  package var salt: [UInt8]
  /// Deterministic CBOR.
  package var data: [UInt8]

  package init(index: LogIndex, salt: [UInt8], data: [UInt8]) {
    self.index = index
    self.salt = salt
    self.data = data
  }
}

extension Ledger {
  /// Hands over every event with its bytes, and, where they are asked for, the private records;
  /// all of one moment. O(log), in order of index; keeps no events.
  ///
  /// - Parameters:
  ///   - event: is given an event, and what organisations and posts it names are called; never
  ///     anything about people.
  ///   - record: is given a private record; nil: they stay where they are.
  /// - Returns: the text of the checkpoint of these events.
  package func export(
    event: (ExportedEvent, Names) throws(OfficeError) -> Void,
    record: ((ExportedRecord) throws(OfficeError) -> Void)? = nil
  ) throws(OfficeError) -> String {
    try reading { (stores) throws(OfficeError) in
      var names = Names()
      try stores.log.forEach(from: 0, to: stores.log.size) { (index, bytes) throws(OfficeError) in
        let recorded: RecordedEvent
        do throws(CodecError) { recorded = try RecordedEvent(bytes) } catch {
          throw OfficeError(.corrupted(LogIndex(index), "\(error)"), "log")
        }
        let entry = LogEntry(LogIndex(index), recorded)
        try stores.addPlaces(entry, to: &names)
        let exact = unsafe bytes.withUnsafeBytes { unsafe Array($0) }
        try event(ExportedEvent(entry: entry, bytes: exact), names)
      }
      if let record {
        try stores.vault.forEachRecord { (index, kept) throws(OfficeError) in
          try record(ExportedRecord(LogIndex(index), kept))
        }
      }
      return try stores.checkpoint(asOf: stores.log.size)
    }
  }

  /// Hands over the tiles of the tree (C2SP tlog-tiles), and, where they are asked for, the bundles
  /// of entries, which hold the events themselves; all of one moment.
  ///
  /// - Parameter file: is given a path below the prefix, and what belongs there.
  /// - Returns: the text of the checkpoint of these tiles.
  package func tiles(
    withEntries: Bool, file: (String, [UInt8]) throws(OfficeError) -> Void
  ) throws(OfficeError) -> String {
    try reading { (stores) throws(OfficeError) in
      for tile in Tile.all(of: stores.log.size) {
        try file(tile.path, try stores.hashes(of: tile))
        if withEntries, tile.level == 0 { try file(tile.entriesPath, try stores.entries(of: tile)) }
      }
      return try stores.checkpoint(asOf: stores.log.size)
    }
  }
}

extension ExportedRecord {
  fileprivate init(_ index: LogIndex, _ record: VaultRecord) {
    self.index = index
    salt = unsafe record.salt.withUnsafeBytes { unsafe Array($0) }
    data = unsafe record.data.withUnsafeBytes { unsafe Array($0) }
  }
}

extension Stores {
  /// The private record of an event as it leaves the ledger; nil where there is none.
  func exportedRecord(at index: LogIndex) throws(OfficeError) -> ExportedRecord? {
    do throws(VaultError) {
      guard let record = try vault.record(at: index.number) else { return nil }
      return ExportedRecord(index, record)
    } catch {
      throw OfficeError(error)
    }
  }

  /// The hashes of a tile, one behind the other.
  fileprivate func hashes(of tile: Tile) throws(OfficeError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tile.width * Hash.byteCount)
    do throws(EventLogError) {
      for position in tile.positions { try log.node(position).append(to: &bytes) }
    } catch {
      throw OfficeError(error)
    }
    return bytes
  }

  /// The events below a tile of leaves, each behind its length in 2 bytes.
  fileprivate func entries(of tile: Tile) throws(OfficeError) -> [UInt8] {
    var bytes: [UInt8] = []
    for position in tile.positions {
      let event = try self.bytes(at: LogIndex(position.index)).0
      bytes += [UInt8(event.count >> 8), UInt8(event.count & 255)]
      bytes += event
    }
    return bytes
  }
}
