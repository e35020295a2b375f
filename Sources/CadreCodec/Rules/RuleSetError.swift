package import Cadre
package import JSON

/// Why a text is no rule set, and where.
package struct RuleSetError: Error, Equatable, Sendable {
  /// The line of the fault, from 1.
  package let line: Int
  /// The column of the fault in code points, from 1.
  package let column: Int
  /// What is wrong there.
  package let fault: RuleSetFault
}

/// What can be wrong with a rule set's text.
package enum RuleSetFault: Equatable, Sendable {
  /// It is no JSON.
  case json(JSONFault)
  /// It has more bytes of UTF-8 than a rule set may have.
  case tooLong(bytes: Int)
  /// A member that must be there is not.
  case missing(String)
  /// A member that no rule set has.
  case unexpected(String)
  /// The value has another form than it must have.
  case expected(RuleSetForm)
  /// No parameter has the name.
  case unknownParameter(String)
  /// The code is not in its closed list.
  case unknownCode(String, known: [String])
  /// The interval ends before or where it begins.
  case emptyInterval
  /// The days of a term have two ends.
  case openTerm
  /// Entries of the parameter may not be narrowed to this.
  case narrowing(RuleDimension)
  /// The class is on none of the lines that are named.
  case classOutsideLine(String)
  /// An entry above, counted from 1, that is not narrower decides on some of the same days.
  case overlap(entry: Int)
  /// The term or code stands there twice.
  case repeated(String)
}

/// The forms a value may have to have.
package enum RuleSetForm: UInt8, Code {
  case object, list, text, identifier, truth, count, day, dayOfYear, month, term, age, range
}

extension RuleSetError: CustomStringConvertible {
  /// The fault in one English clause, for logs.
  package var description: String { "rule set, line \(line), column \(column): \(fault)" }
}

extension RuleSetError {
  /// Where the fault is and what to do about it, in English: `10:13 write a whole number …`.
  package var clause: String { "\(line):\(column) \(fault.subject)\(fault.remedy)" }
}

extension RuleSetFault {
  /// What it is about, where the remedy does not say so.
  fileprivate var subject: String {
    switch self {
    case .unknownParameter(let name): "“\(name)” is no parameter: "
    case .unknownCode(let code, _): "“\(code)” is no such code: "
    case .tooLong(let bytes): "it has \(bytes) bytes: "
    case .overlap: "two entries decide on the same days: "
    case .json, .missing, .unexpected, .expected, .emptyInterval, .openTerm, .narrowing,
      .classOutsideLine, .repeated:
      ""
    }
  }

  /// What to do about it, in English.
  package var remedy: String {
    switch self {
    case .json: "make the text valid JSON (RFC 8259)"
    case .tooLong: "shorten the text to \(RuleSetReader.byteLimit) bytes of UTF-8"
    case .missing(let name): "add the member \"\(name)\""
    case .unexpected(let name): "remove the member \"\(name)\" or correct its name"
    case .expected(let form): "write \(form.words)"
    case .unknownParameter: "use a name of the list that `cadre rules show` prints"
    case .unknownCode(_, let known): "use one of \(known.joined(separator: ", "))"
    case .emptyInterval: "let \"to\" be later than \"from\"; \"to\" is the first day not covered"
    case .openTerm: "give the term both \"from\" and \"to\""
    case .narrowing(let dimension): "remove \"\(dimension.key)\" from the entry"
    case .classOutsideLine: "name a class of the line, or leave \"class\" out"
    case .overlap(let entry): "end one of the two where the other begins, or narrow entry \(entry)"
    case .repeated(let name): "keep one of the two \"\(name)\""
    }
  }
}

extension RuleSetForm {
  /// The form in words, with an example.
  package var words: String {
    switch self {
    case .object: "an object: { … }"
    case .list: "a list with at least one element: [ … ]"
    case .text: "a text of 1 to 200 bytes in quotes"
    case .identifier: "1 to 100 small letters a–z, digits and hyphens in quotes"
    case .truth: "true or false"
    case .count: "a whole number from 0 to 100000"
    case .day: "a day that exists: \"2025-10-08\""
    case .dayOfYear: "a day of the year: \"03-31\""
    case .month: "a month: \"2025-04\""
    case .term: "a term: \"2025-2030\""
    case .age: "an age in years and months: \"61y6m\""
    case .range: "at least one of \"min\", \"max\" and \"under\", the least not above the greatest"
    }
  }
}
