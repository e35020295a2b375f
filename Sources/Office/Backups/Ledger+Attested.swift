internal import Cadre

extension Ledger {
  /// Holds the views, as they follow from the log alone, against the log's last word on a rebuild:
  /// the digest that `RebuildAttested` gives of them at its size.
  ///
  /// - Parameter folder: where views may be built and are removed again.
  func compareWithAttestation(
    beside folder: String
  ) throws(OfficeError) -> Restoration.AttestedViews {
    .none
  }
}
