package import CBOR
package import Cadre
package import CadreCodec
package import EventLog
package import LMDB
package import Platform

/// Why facts could not be folded, kept or read back.
package enum ProjectionError: Error, Equatable, Sendable {
  /// An event of the log, or a fact of a row, cannot be read: by its index.
  case event(LogIndex, CodecError)
  /// A row is not what a fold wrote: the byte and the fault.
  case row(offset: Int, CBORFault)
  /// A key of a table is not what a fold wrote.
  case key(ViewTable)
  /// An event was to be folded that does not come after the ones before it.
  case order(LogIndex, after: LogIndex)
  /// The views have another layout than the one written here: they are to be rebuilt.
  case layout(found: UInt64?)
  /// The store of the views failed.
  case store(LMDBError)
  /// The log failed.
  case log(EventLogError)
  /// The system refused what a rebuild needs besides, such as room for facts on their way.
  case platform(PlatformError)
}

extension ProjectionError {
  init(_ error: CBORError) { self = .row(offset: error.offset, error.fault) }
}

/// An error that a closure on views may throw: one that can also carry a failure of the views.
package protocol ProjectionFailure: Error {
  /// The failure of the views, as this error.
  init(_ failure: ProjectionError)
}

extension ProjectionError: ProjectionFailure, StoreFailure, LogFailure {
  /// Itself.
  package init(_ failure: ProjectionError) { self = failure }

  /// A failure of the store beneath.
  package init(_ failure: LMDBError) { self = .store(failure) }

  /// A failure of the log beneath.
  package init(_ failure: EventLogError) { self = .log(failure) }
}
