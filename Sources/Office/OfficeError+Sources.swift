internal import Cadre
internal import CadreCodec
package import EventLog
internal import LMDB
internal import Merkle
internal import Migrations
internal import Platform
package import Projections
package import Vault

// What the rooms below report, as the office says it.

extension OfficeError: LogFailure, VaultFailure, ProjectionFailure {
  /// A failure of the log.
  package init(_ failure: EventLogError) {
    switch failure {
    case .store(let error): self.init(error)
    case .noEvent(let index): self.init(.noSuchEvent(size: index), "\(index)")
    case .damaged(let index, let damage):
      self.init(.corrupted(LogIndex(index), "\(damage)"), "log")
    case .layout(let found): self.init(layout: found.map(Int.init), known: Int(EventStore.layout))
    case .tooLong(_, let length):
      self.init(.limit("\(length) > \(EventStore.longestEvent) bytes"), "event")
    case .conflict(let stream, let expected, let found):
      self.init(.device("\(stream): \(found) events, expected \(expected)"), "log")
    case .spoiled: self.init(.device("an append failed half-way; nothing was recorded"), "log")
    }
  }

  /// A failure of the vault.
  package init(_ failure: VaultError) {
    switch failure {
    case .store(let error): self.init(error)
    case .platform(let error): self.init(error)
    case .textLength(let length):
      self.init(.limit("\(length) > \(RecordVault.longestText) bytes"), "")
    case .order(let index): self.init(.corrupted(LogIndex(index), "order"), "vault")
    case .damaged(let table): self.init(.corrupted(nil, table), "vault")
    case .layout(let found): self.init(layout: found.map(Int.init), known: 1)
    case .generations(let path): self.init(.corrupted(nil, "generations"), path)
    }
  }

  /// A failure of the operating system.
  init(_ failure: PlatformError) {
    let path = failure.path ?? ""
    switch failure {
    case .busy: self.init(.busy, path)
    case .refused, .tooLarge, .brokenPipe:
      if failure.isDenied {
        self.init(.notPermitted, path)
      } else if failure.isFull {
        self.init(.full, path)
      } else {
        self.init(.device(failure.reason), path)
      }
    }
  }

  /// A failure of the store.
  init(_ failure: LMDBError) {
    switch failure.code {
    case .permission, .readOnly: self.init(.notPermitted, failure.path)
    case .diskFull, .mapFull, .transactionFull: self.init(.full, failure.path)
    case .busy, .readersFull, .mapResized, .alreadyOpen, .nestedWrite:
      self.init(.busy, failure.path)
    case .corrupted, .notADatabase, .versionMismatch, .tableMissing:
      self.init(.corrupted(nil, "\(failure.code)"), failure.path)
    case .notFound: self.init(.noLedger, failure.path)
    case .inputOutput, .keyExists, .sizeRefused, .outOfMemory, .other:
      self.init(.device("\(failure.code) (\(failure.operation.rawValue))"), failure.path)
    }
  }

  /// A failure of a migration.
  init(_ failure: MigrationError) {
    switch failure {
    case .store(let error): self.init(error)
    case .platform(let error): self.init(error)
    case .newerLayout(let found, let known):
      self.init(.newerLayout(found: Int(found.number), known: Int(known.number)), "log")
    case .occupied(let folder, let name): self.init(.ledgerExists, "\(folder)/\(name)")
    case .noLayout(let folder): self.init(.corrupted(nil, "layout"), folder)
    case .missingEvent(let index): self.init(.corrupted(LogIndex(index), "missing"), "log")
    case .changedEvents(let step): self.init(.device("migration to \(step)"), "log")
    }
  }

  /// A failure of the views.
  package init(_ failure: ProjectionError) {
    switch failure {
    case .store(let error): self.init(error)
    case .log(let error): self.init(error)
    case .platform(let error): self.init(error)
    case .event(let index, let error): self.init(.corrupted(index, "\(error)"), "views")
    case .row, .key, .order, .layout: self.init(.corrupted(nil, "\(failure)"), "views")
    }
  }

  /// A failure of the codec: an event beyond its limits, or stored bytes that are none.
  init(_ failure: CodecError) { self.init(.limit("\(failure)"), "event") }

  private init(layout found: Int?, known: Int) {
    guard let found, found > known else {
      self.init(.corrupted(nil, "layout"), "log")
      return
    }
    self.init(.newerLayout(found: found, known: known), "log")
  }
}
