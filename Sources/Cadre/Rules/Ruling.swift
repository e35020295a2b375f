/// The text a rule rests on, known by its number and date together; one reference wide.
package struct Basis: Hashable, Sendable {
  private let storage: Storage

  /// A text, the article in it, and the day it is known by, where there is one.
  package init(text: String, article: String? = nil, date: Day? = nil) {
    storage = Storage(text: text, article: article, date: date)
  }

  /// The text's number or name, `377-QĐ/TW`.
  package var text: String { storage.text }

  /// The article or point in it, `34.3`.
  package var article: String? { storage.article }

  /// The day it was signed or, where that was not found, came into force.
  package var date: Day? { storage.date }

  package static func == (left: Basis, right: Basis) -> Bool {
    left.storage === right.storage
      || (left.text == right.text && left.article == right.article && left.date == right.date)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(article)
    hasher.combine(date)
  }

  /// Shared, so that a ruling is copied without its strings.
  private final class Storage: Sendable {
    let text: String
    let article: String?
    let date: Day?

    init(text: String, article: String?, date: Day?) {
      self.text = text
      self.article = article
      self.date = date
    }
  }
}

/// What a rule set says of a parameter, for a case, on a day.
package struct Ruling<Value: Sendable>: Sendable {
  /// The value that decides.
  package let value: Value
  /// What it rests on.
  package let basis: Basis
  /// Whether it was found in public sources; an unverified value works and is marked.
  package let verified: Bool
  /// The first later day on which the ruling for the same case may be another; nil: none.
  package let until: Day?

  package init(value: Value, basis: Basis, verified: Bool, until: Day?) {
    self.value = value
    self.basis = basis
    self.verified = verified
    self.until = until
  }

  /// The same ruling with its value made another.
  package func map<Other: Sendable>(_ transform: (Value) -> Other) -> Ruling<Other> {
    Ruling<Other>(value: transform(value), basis: basis, verified: verified, until: until)
  }
}

extension Ruling: Equatable where Value: Equatable {}
extension Ruling: Hashable where Value: Hashable {}
