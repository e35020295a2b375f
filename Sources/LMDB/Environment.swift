internal import CLMDB
internal import Glibc
internal import Synchronization

/// An open LMDB environment: one folder, its tables, and the transactions on them.
///
/// A process opens an environment at most once: LMDB's locks belong to the process and the file,
/// and closing one descriptor drops those of the other (lmdb.h, "Caveats"). Any thread may use it.
@safe package final class Environment: Sendable {
  /// The folder that holds `data.mdb` and `lock.mdb`.
  package let folder: String
  /// What it was opened with.
  package let options: Options
  nonisolated(unsafe) let handle: OpaquePointer
  let identity: FileIdentity
  let gate: Mutex<Gate>
  private let names: [String: UInt32]

  /// Opens the environment in `folder` with exactly these tables, creating what is missing where
  /// the options allow, and frees the slots of readers that died.
  ///
  /// Every table is opened here, in one committed transaction, so that no other is ever half open.
  /// - Throws: `alreadyOpen`, `notFound`, `tableMissing`, `permission`, `notADatabase` and others.
  package init(folder: String, tables: [String], options: Options = Options()) throws(LMDBError) {
    let opened = try Environment.open(folder: folder, options: options)
    do {
      names = try unsafe Environment.openTables(tables, of: opened.handle, folder, options)
    } catch {
      unsafe Environment.close(opened.handle, opened.identity)
      throw error
    }
    unsafe handle = opened.handle
    identity = opened.identity
    self.folder = folder
    self.options = options
    gate = Mutex(Gate())
  }

  deinit { unsafe Environment.close(handle, identity) }

  /// The table of that name; O(1).
  /// - Throws: `tableMissing` where the environment was not opened with it.
  package func table(_ name: String) throws(LMDBError) -> Table {
    guard let number = names[name] else {
      throw LMDBError(.tableMissing, .open, path: folder)
    }
    return Table(number: number, environment: ObjectIdentifier(self))
  }
}

extension Environment {
  /// How an environment is opened.
  package struct Options: Hashable, Sendable {
    /// What the process may do with the environment.
    package enum Access: Hashable, Sendable {
      /// Read and write, creating folder, file and tables that are missing.
      case create
      /// Read and write what exists.
      case write
      /// Read; the lock file is still written, so that writers spare the pages being read.
      case read
      /// Read a copy that nobody writes, on a medium where no lock file can be.
      case readUnlocked
    }

    /// When a commit is on disk.
    package enum Durability: Hashable, Sendable {
      /// Before `write` returns: the log and the vault.
      case commit
      /// When `sync` is called: views under construction alone, which are thrown away after a crash.
      case sync
    }

    /// What the process may do.
    package var access: Access
    /// When a commit is on disk.
    package var durability: Durability
    /// The greatest size of the data file in bytes, a multiple of 4,096: address space, not disk.
    package var mapSize: Int
    /// Slots for readers, over all processes; fixed by whoever opens the environment first.
    package var maximumReaders: Int

    /// 64 GiB of map and 1,024 readers, unless told.
    package init(
      access: Access = .create, durability: Durability = .commit, mapSize: Int = 64 << 30,
      maximumReaders: Int = 1024
    ) {
      self.access = access
      self.durability = durability
      self.mapSize = mapSize
      self.maximumReaders = maximumReaders
    }

    var isReadOnly: Bool { access == .read || access == .readUnlocked }

    /// The flags of `mdb_env_open`. Readers are never bound to threads.
    var flags: UInt32 {
      var flags = MDB_NOTLS
      if isReadOnly { flags |= MDB_RDONLY }
      if access == .readUnlocked { flags |= MDB_NOLOCK }
      if durability == .sync { flags |= MDB_NOSYNC }
      return UInt32(flags)
    }
  }
}

/// A table of an open environment: keys in byte order, one value each.
package struct Table: Hashable, Sendable {
  let number: UInt32
  let environment: ObjectIdentifier
}

extension Table {
  /// The longest key in bytes.
  package static let longestKey = 511
}
