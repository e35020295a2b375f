internal import CLMDB
internal import Glibc

/// What the store could not do: a failure of the machine or a misuse, never a refusal of the rules.
package struct LMDBError: Error, Hashable, Sendable {
  /// What went wrong.
  package let code: Code
  /// What was being done.
  package let operation: Operation
  /// The folder of the environment.
  package let path: String

  /// A failure of an operation on the environment in the folder `path`.
  package init(_ code: Code, _ operation: Operation, path: String) {
    self.code = code
    self.operation = operation
    self.path = path
  }
}

extension LMDBError {
  /// What went wrong, as far as a caller can act on it.
  package enum Code: Hashable, Sendable {
    /// The folder or its data file does not exist.
    case notFound
    /// The process may not open or change the files.
    case permission
    /// The file system has no room (ENOSPC, EDQUOT).
    case diskFull
    /// The device failed (EIO).
    case inputOutput
    /// The environment or its medium cannot be written.
    case readOnly
    /// The map is full: it grows before the next write, so the write may be asked again.
    case mapFull
    /// Another process has grown the map, and a transaction of this process forbids following it.
    case mapResized
    /// Every slot of the reader table is taken by a living reader.
    case readersFull
    /// The transaction has changed more pages than LMDB can hold.
    case transactionFull
    /// A page is not what it should be.
    case corrupted
    /// The data file is not an LMDB file.
    case notADatabase
    /// The file was written by another version of LMDB.
    case versionMismatch
    /// An appended key does not come after the last one.
    case keyExists
    /// A key is empty or longer than 511 bytes, or a value is too long.
    case sizeRefused
    /// The environment has no table of that name.
    case tableMissing
    /// This process has the environment open already; a second opening would drop its locks.
    case alreadyOpen
    /// A write was asked for inside a write on the same environment by the same thread.
    case nestedWrite
    /// Another process is opening or closing the environment at this moment.
    case busy
    /// There is no memory or address space left.
    case outOfMemory
    /// Any other code of LMDB or errno.
    case other(Int32)
  }

  /// What was being done.
  package enum Operation: String, Hashable, Sendable {
    case open, begin, commit, get, put, delete, cursor, copy, sync, statistics, resize, readers
  }
}

extension LMDBError.Code {
  /// The meaning of a return code of LMDB, which is its own (negative) or an errno.
  init(returned code: Int32) {
    switch code {
    case MDB_MAP_FULL: self = .mapFull
    case MDB_MAP_RESIZED: self = .mapResized
    case MDB_READERS_FULL: self = .readersFull
    case MDB_TXN_FULL, MDB_CURSOR_FULL, MDB_PAGE_FULL: self = .transactionFull
    case MDB_CORRUPTED, MDB_PAGE_NOTFOUND, MDB_PANIC: self = .corrupted
    case MDB_INVALID: self = .notADatabase
    case MDB_VERSION_MISMATCH: self = .versionMismatch
    case MDB_KEYEXIST: self = .keyExists
    case MDB_BAD_VALSIZE: self = .sizeRefused
    default: self.init(errno: code)
    }
  }

  /// The meaning of an errno.
  init(errno code: Int32) {
    switch code {
    case ENOENT: self = .notFound
    case EACCES, EPERM: self = .permission
    case ENOSPC, EDQUOT: self = .diskFull
    case EIO: self = .inputOutput
    case EROFS: self = .readOnly
    case EAGAIN, EBUSY: self = .busy
    case ENOMEM: self = .outOfMemory
    default: self = .other(code)
    }
  }
}

extension LMDBError: CustomStringConvertible {
  /// What happened, while doing what, to which folder.
  package var description: String { "\(code) in \(operation.rawValue) of \(path)" }
}

/// An error that a transaction's closure may throw: one that can also carry a failure of the store.
package protocol StoreFailure: Error {
  /// The failure of the store, as this error.
  init(_ failure: LMDBError)
}

extension LMDBError: StoreFailure {
  /// Itself.
  package init(_ failure: LMDBError) { self = failure }
}
