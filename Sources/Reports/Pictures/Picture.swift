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

  /// A bar a row, from the left.
  struct Bars: Hashable, Sendable {
    let label: [String]
    let values: [String]
    let targets: [String]
    let state: String?
    let scale: Scale
  }

  /// A bar a row, from day to day.
  struct Spans: Hashable, Sendable {
    let lane: String
    let label: [String]
    let from: String
    let until: String
  }

  /// How long bars are.
  package enum Scale: Hashable, Sendable {
    /// All of a list by one measure, as where all count people.
    case common
    /// Each by its own, as long as its value or its target at most: where rows count different
    /// things.
    case each
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
    state: String? = nil, scale: Scale = .common
  ) -> Picture {
    Picture(
      list: list,
      form: .bars(
        Bars(label: label, values: values, targets: targets, state: state, scale: scale)))
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
