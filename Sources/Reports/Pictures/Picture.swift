/// How a list of an answer is drawn: what is drawn of each row, by the keys of its columns.
///
/// A picture has no figures of its own: it draws rows that every other format shows as well, and
/// those rows stand below it. Commands name theirs; none draws by itself.
package struct Picture: Hashable, Sendable {
  /// The key of the list.
  let list: String
  let form: Form

  /// What the rows become.
  enum Form: Hashable, Sendable {
    case bars(Bars)
    case funnel(stage: String, count: String)
    case spans(Spans)
  }

  /// The keys of the columns that are drawn.
  var columns: [String] {
    switch form {
    case .bars(let bars):
      bars.label + bars.values + bars.targets + (bars.figures ?? [])
        + [bars.percent, bars.state].compactMap { $0 }
    case .funnel(let stage, let count): [stage, count]
    case .spans(let spans): [spans.lane] + spans.label + [spans.from, spans.until]
    }
  }

  /// A bar a row, from the left.
  struct Bars: Hashable, Sendable {
    var label: [String]
    /// The parts of a bar.
    var values: [String]
    /// Where each row has a measure of its own, the percentage that is drawn instead of the value
    /// where there is one.
    var percent: String?
    var targets: [String] = []
    /// What is written behind a bar, where that is not the values and the targets.
    var figures: [String]?
    var state: String?
  }

  /// A bar a row, from day to day.
  struct Spans: Hashable, Sendable {
    let lane: String
    let label: [String]
    let from: String
    let until: String
  }
}

extension Picture {
  /// A bar a row, from the left.
  /// - Parameters:
  ///   - label: the columns that name a row.
  ///   - values: columns of numbers; where there are several, the parts of a bar.
  ///   - targets: columns of numbers that are marked across the bar, such as the least and the most.
  ///   - state: the column that says how the row is to be judged.
  package static func bars(
    _ list: String, label: [String], values: [String], targets: [String] = [],
    state: String? = nil
  ) -> Picture {
    Picture(
      list: list,
      form: .bars(Bars(label: label, values: values, targets: targets, state: state)))
  }

  /// A bar a row, each by a measure of its own: where rows count different things. A percentage
  /// is measured by 100, a count by its target; without a target it has no bar.
  /// - Parameters:
  ///   - label: the columns that name a row.
  ///   - percent: a column of numbers, which is drawn where there is one.
  ///   - count: a column of numbers, which is drawn otherwise.
  ///   - targets: columns of numbers that are marked across the bar.
  ///   - figures: the columns that say in words what is drawn, with their units; last the target.
  ///   - state: the column that says how the row is to be judged.
  package static func meters(
    _ list: String, label: [String], percent: String, count: String, targets: [String],
    figures: [String], state: String
  ) -> Picture {
    Picture(
      list: list,
      form: .bars(
        Bars(
          label: label, values: [count], percent: percent, targets: targets, figures: figures,
          state: state)))
  }

  /// A bar a row around a common middle, each row a later step than the one above.
  /// - Parameters:
  ///   - stage: the column that names the step.
  ///   - count: a column of numbers.
  package static func funnel(_ list: String, stage: String, count: String) -> Picture {
    Picture(list: list, form: .funnel(stage: stage, count: count))
  }

  /// A bar a row, from one day to the day before another, over the years.
  /// - Parameters:
  ///   - lane: the column by which rows are of one kind, and drawn alike.
  ///   - label: the columns that name a row.
  ///   - from: a column of days; where there is none, the bar is open on the left.
  ///   - until: a column of days; where there is none, the bar is open on the right.
  package static func spans(
    _ list: String, lane: String, label: [String], from: String, until: String
  ) -> Picture {
    Picture(
      list: list, form: .spans(Spans(lane: lane, label: label, from: from, until: until)))
  }
}
