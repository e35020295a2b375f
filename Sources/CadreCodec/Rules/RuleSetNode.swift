internal import Cadre
internal import JSON

/// A fault at a place of the document, before its line is known.
struct RuleSetMisfit: Error {
  let path: [RuleSetStep]
  let fault: RuleSetFault
}

/// A value of the document with the way that led to it.
struct RuleSetNode {
  let value: JSONValue
  /// Nil where ways are not kept: each is an array of its own, and together they took about a
  /// third of the time of reading.
  let path: [RuleSetStep]?

  /// The fault of this value.
  func misfit(_ fault: RuleSetFault) -> RuleSetMisfit {
    RuleSetMisfit(path: path ?? [], fault: fault)
  }

  private func inside(_ value: JSONValue, _ step: @autoclosure () -> RuleSetStep) -> RuleSetNode {
    RuleSetNode(value: value, path: path.map { $0 + [step()] })
  }

  /// The members, if it is an object.
  func members() throws(RuleSetMisfit) -> [(name: String, node: RuleSetNode)] {
    guard let object = value.object else { throw misfit(.expected(.object)) }
    return object.members.map { ($0.name, inside($0.value, .member($0.name))) }
  }

  /// Throws where it is no object, or has a member of another name than these.
  func admit(only names: [String]) throws(RuleSetMisfit) {
    guard let object = value.object else { throw misfit(.expected(.object)) }
    for member in object.members where !names.contains(member.name) {
      throw inside(member.value, .member(member.name)).misfit(.unexpected(member.name))
    }
  }

  /// The member of that name, or nil.
  func member(_ name: String) throws(RuleSetMisfit) -> RuleSetNode? {
    guard let object = value.object else { throw misfit(.expected(.object)) }
    return object[name].map { inside($0, .member(name)) }
  }

  /// The member of that name, which must be there.
  func needed(_ name: String) throws(RuleSetMisfit) -> RuleSetNode {
    guard let member = try member(name) else { throw misfit(.missing(name)) }
    return member
  }

  /// The elements of a list that is not empty.
  func elements() throws(RuleSetMisfit) -> [RuleSetNode] {
    guard let array = value.array, !array.isEmpty else { throw misfit(.expected(.list)) }
    return array.enumerated().map { place, element in inside(element, .element(place)) }
  }
}

extension RuleSetNode {
  /// A text of 1 to 200 bytes.
  func text() throws(RuleSetMisfit) -> String {
    guard let text = value.string, (1...200).contains(text.utf8.count) else {
      throw misfit(.expected(.text))
    }
    return text
  }

  /// Small letters, digits and hyphens.
  func identifier() throws(RuleSetMisfit) -> String {
    guard let text = value.string, (1...100).contains(text.utf8.count),
      text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
    else { throw misfit(.expected(.identifier)) }
    return text
  }

  /// A truth value.
  func truth() throws(RuleSetMisfit) -> Bool {
    guard let truth = value.bool else { throw misfit(.expected(.truth)) }
    return truth
  }

  /// A whole number from 0 to 100,000.
  func count() throws(RuleSetMisfit) -> Int {
    guard let number = value.integer, (0...100_000).contains(number) else {
      throw misfit(.expected(.count))
    }
    return Int(number)
  }

  /// A day in ISO 8601, and in no other way of writing.
  func day() throws(RuleSetMisfit) -> Day {
    guard let text = value.string, let day = Day(text: text), day.description == text else {
      throw misfit(.expected(.day))
    }
    return day
  }

  /// The code of a closed list.
  func code<C: Code>(of list: C.Type) throws(RuleSetMisfit) -> C {
    guard let name = value.string else { throw misfit(.expected(.text)) }
    guard let code = C(name: name) else {
      throw misfit(.unknownCode(name, known: C.allCases.map(\.name)))
    }
    return code
  }
}
