import Cadre

/// The values of a coded column, matched without regard to case, spaces, Unicode form or the
/// placement of tones.
///
/// The spellings a sheet uses are few and its rows many: each spelling is matched once and
/// remembered by its bytes.
package struct CodeColumn<Value: Sendable>: Sendable {
  private var labels = KeyTable()
  private var values: [Value] = []
  private var spellings = KeyTable()
  private var answers: [Value?] = []

  /// A column of labels and what they mean; of two equal labels the first counts.
  package init(_ pairs: [(label: String, value: Value)]) {
    for (label, value) in pairs where labels.insert(Letters.nameIdentity(label).span).isNew {
      values.append(value)
    }
  }

  /// What a cell means; nil where it is no label of this column.
  package mutating func value(of cell: Span<UInt8>) -> Value? {
    if let known = spellings.find(cell) { return answers[known] }
    let answer = match(cell)
    // Past this many spellings the column is free text, and remembering it would only grow.
    if spellings.count < 4096 {
      _ = spellings.insert(cell)
      answers.append(answer)
    }
    return answer
  }

  /// What a cell means; nil where it is empty.
  ///
  /// Throws `unknownValue` where it is no label of this column.
  package mutating func code(_ cell: Span<UInt8>) throws(Cell.Fault) -> Value? {
    if cell.isEmpty { return nil }
    guard let value = value(of: cell) else { throw .unknownValue }
    return value
  }

  private func match(_ cell: Span<UInt8>) -> Value? {
    var key: [UInt8] = []
    Letters.identity(cell, into: &key)
    return labels.find(key.span).map { values[$0] }
  }
}
