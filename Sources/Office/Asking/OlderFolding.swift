internal import Cadre

/// A name of the vault's look-up as it is folded now.
///
/// Rows are written once and hold what folding made of a name at that time; folding them again
/// makes the same of them as of the name itself, so nothing in the vault needs to be rewritten.
func refolded(_ name: RawSpan) -> [UInt8] {
  refolded(unsafe name.withUnsafeBytes { unsafe Array($0) })
}

/// A name folded once is folded again where it holds more than letters and single spaces.
func refolded(_ name: [UInt8]) -> [UInt8] {
  let isPlain = name.allSatisfy { (97...122).contains($0) || $0 == 0x20 }
  if isPlain { return name }
  var folded: [UInt8] = []
  folded.reserveCapacity(name.count)
  Letters.fold(name.span, into: &folded)
  return folded
}
