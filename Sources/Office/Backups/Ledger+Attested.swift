internal import Cadre
internal import EventLog
internal import LMDB
internal import Platform
internal import Projections

extension Ledger {
  /// Holds the views, as they follow from the log alone, against the log's last word on a rebuild:
  /// the digest that `RebuildAttested` gives of them at its size. O(log).
  ///
  /// Views in another layout than this program's are not comparable, and an event about them says
  /// nothing here.
  ///
  /// - Parameter folder: where views may be built and are removed again.
  func compareWithAttestation(
    beside folder: String
  ) throws(OfficeError) -> Restoration.AttestedViews {
    guard let (index, attested) = try lastAttestation() else { return .none }
    let path = "\(folder)/attested"
    let digest = try log.read { (log) throws(OfficeError) -> Digest in
      do throws(ProjectionError) {
        try Views.rebuild(in: path, from: log, to: attested.size)
        let views = try Views(folder: path, options: .init(access: .read))
        return try views.read { (views) throws(ProjectionError) in try RowDigest.of(views) }
      } catch {
        throw OfficeError(error)
      }
    }
    do throws(PlatformError) { try Files.removeTree(path) } catch { throw OfficeError(error) }
    return digest == attested.digest ? .agrees(index) : .differs(index)
  }

  /// The last rebuild of which the log tells, in this program's layout.
  private func lastAttestation() throws(OfficeError) -> (LogIndex, RebuildAttested)? {
    try reading { (stores) throws(OfficeError) in
      let known = LogSize(stores.log.size)
      for fact in try stores.ledgerFacts(of: [.rebuildAttested]).reversed()
      where fact.counts(at: known) {
        guard case .rebuildAttested(let attested) = fact.event,
          attested.layout == Int(Views.layout), attested.size.count <= fact.index.number
        else { continue }
        return (fact.index, attested)
      }
      return nil
    }
  }
}
