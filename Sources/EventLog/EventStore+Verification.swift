package import Merkle
internal import Platform

/// What a verification of the log found.
package struct LogVerification: Hashable, Sendable {
  /// The number of events that were read; all of the log where there is no fault.
  package let size: UInt64
  /// The root of the tree over them, computed from their bytes.
  package let root: Hash
  /// The number of streams, by kind in the order of `StreamKind`.
  package let streams: [Int]
  /// The number of events that have a private record.
  package let commitments: Int
  /// The first thing that is wrong, by index; nil where nothing is.
  package let fault: LogFault?
  /// The first event that the inspection could not read; nil where it could read all.
  package let unreadable: UInt64?
}

/// Something wrong with the log.
package struct LogFault: Hashable, Sendable {
  /// The index at which it is wrong.
  package let index: UInt64
  /// What is wrong there.
  package let damage: LogDamage

  /// Damage at an index.
  package init(index: UInt64, damage: LogDamage) {
    self.index = index
    self.damage = damage
  }
}

extension EventStore {
  /// Reads and hashes every event again, and holds nodes, chains, heads and times against it.
  ///
  /// Trusts nothing but the bytes of the events: that these are the events once recorded is what a
  /// checkpoint kept outside is compared for, with `root`. Readings are short, so that writers'
  /// pages are not held.
  ///
  /// - Parameters:
  ///   - threads: how many hash at a time.
  ///   - commitment: is given index, stream and commitment of each event with a private record.
  ///   - understand: says of each event whether what it holds can be read; nil: nobody looks.
  ///   - progress: is told now and then how many events of how many are done.
  /// - Throws: what `commitment` throws; `store`. Damage is not thrown but returned.
  package func verify<Failure: LogFailure>(
    threads: Int = CurrentProcess.processorCount,
    commitment: (UInt64, StreamKey, Hash) throws(Failure) -> Void,
    understand: EventInspection? = nil,
    progress: (UInt64, UInt64) -> Void = { _, _ in }
  ) throws(Failure) -> LogVerification {
    var audit = LogAudit(self)
    var size: UInt64 = try currentSize(or: Failure.self)
    repeat {
      let parts = audit.parts(upTo: size)
      try Threads.inOrder(
        parts.count, threads: threads,
        make: { (number) throws(Failure) -> EventLinks in
          do throws(EventLogError) {
            return try read { (snapshot) throws(EventLogError) in
              try EventLinks(snapshot, parts[number], understand)
            }
          } catch {
            throw Failure(error)
          }
        },
        use: { (part) throws(Failure) -> Bool in
          try follow(part, &audit, commitment)
          progress(audit.next, size)
          return !audit.isFaulty
        })
      // Events may have been appended meanwhile.
      size = try currentSize(or: Failure.self)
    } while !audit.isFaulty && audit.next < size
    do throws(EventLogError) { return try audit.result() } catch { throw Failure(error) }
  }

  private func currentSize<Failure: LogFailure>(
    or failure: Failure.Type
  ) throws(Failure) -> UInt64 {
    do throws(EventLogError) {
      return try read { (snapshot) throws(EventLogError) in snapshot.size }
    } catch {
      throw Failure(error)
    }
  }

  /// Follows the chains of streams through a part, up to what is wrong.
  private func follow<Failure: LogFailure>(
    _ part: EventLinks, _ audit: inout LogAudit,
    _ commitment: (UInt64, StreamKey, Hash) throws(Failure) -> Void
  ) throws(Failure) {
    do throws(EventLogError) { try audit.begin(part) } catch { throw Failure(error) }
    for place in part.links.indices {
      let link = part.links[place]
      let index = audit.next
      do throws(EventLogError) {
        guard try audit.follow(link, part.leaves[place]) else { return }
      } catch {
        throw Failure(error)
      }
      if let bound = link.commitment { try commitment(index, link.stream, bound) }
    }
  }
}
