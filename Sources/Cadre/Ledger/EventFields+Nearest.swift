/// The name that somebody most likely meant, without regard to case; nil where none is near: more
/// than a third of its letters, or more than three, would have to change. Of equals the first.
package func nearestName(to given: String, among names: [String]) -> String? {
  let wanted = Array(given.lowercased().utf8.prefix(100))
  var best: (name: String, distance: Int)?
  for name in names {
    let distance = editDistance(wanted, Array(name.lowercased().utf8))
    guard distance <= min(3, max(1, name.utf8.count / 3)) else { continue }
    if distance < best?.distance ?? Int.max { best = (name, distance) }
  }
  return best?.name
}

/// How many bytes must be inserted, deleted, replaced or swapped with their neighbour to make one
/// text of the other (optimal string alignment). O(n·m).
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (row, byte) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var cost = min(
        last[column] + (byte == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}

/// Text as it is kept: spaces of every width are spaces, nothing around it, NFC.
func tidied(_ text: String) -> String {
  var scalars: [Unicode.Scalar] = []
  scalars.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    let isWide = scalar.value > 0x20 && Scalar(value: scalar.value, length: 1).isSpace
    scalars.append(isWide ? " " : scalar)
  }
  let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
  guard let first = scalars.firstIndex(where: { !isSpace($0) }),
    let last = scalars.lastIndex(where: { !isSpace($0) })
  else { return "" }
  var trimmed = String.UnicodeScalarView()
  trimmed.append(contentsOf: scalars[first...last])
  return Letters.composed(String(trimmed))
}
