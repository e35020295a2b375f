import Testing

/// A picture read as a strict reader of XML would: tags closed in order, attributes quoted and
/// named once, references known, nothing but white space outside of the root.
struct PictureReading {
  /// Every text with the id of the group that it stands in.
  private(set) var texts: [(group: String, text: String)] = []
  private(set) var elements: [String: Int] = [:]
  private var open: [(name: String, group: String)] = []
  private var rest: Substring

  /// What is wrong with a text that claims to be XML.
  struct Fault: Error {
    let what: String
  }

  init(_ xml: String) throws {
    rest = xml[...]
    while !rest.isEmpty { try readNext() }
    guard open.isEmpty else { throw Fault(what: "\(open) are left open") }
  }

  /// The texts of a group, in order.
  func texts(of group: String) -> [String] {
    texts.filter { $0.group == group }.map(\.text)
  }

  private mutating func readNext() throws {
    if rest.first == "<" {
      guard let end = rest.firstIndex(of: ">") else { throw Fault(what: "a tag without end") }
      let tag = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      try read(tag: tag)
    } else {
      let text = rest.prefix { $0 != "<" }
      rest = rest[text.endIndex...]
      let isBlank = text.allSatisfy(\.isWhitespace)
      if isBlank { return }
      guard let element = open.last else { throw Fault(what: "text outside: \(text)") }
      if element.name == "text" { texts.append((element.group, try resolved(text))) }
    }
  }

  private mutating func read(tag: Substring) throws {
    if tag.first == "/" {
      guard open.popLast()?.name == String(tag.dropFirst()) else { throw Fault(what: "<\(tag)>") }
      return
    }
    let isEmpty = tag.last == "/"
    let content = isEmpty ? tag.dropLast() : tag
    let name = String(content.prefix { $0 != " " })
    let attributes = try attributes(content.dropFirst(name.count))
    guard !name.isEmpty, name.allSatisfy(\.isLetter) else { throw Fault(what: "<\(tag)>") }
    elements[name, default: 0] += 1
    if !isEmpty { open.append((name, attributes["id"] ?? open.last?.group ?? "")) }
  }

  private func attributes(_ text: Substring) throws -> [String: String] {
    var found: [String: String] = [:]
    var rest = text
    while let start = rest.firstIndex(where: { $0 != " " }) {
      rest = rest[start...]
      guard let equals = rest.firstRange(of: "=\"") else { throw Fault(what: "\(rest)") }
      let key = String(rest[..<equals.lowerBound])
      rest = rest[equals.upperBound...]
      guard let end = rest.firstIndex(of: "\""), found[key] == nil else {
        throw Fault(what: key)
      }
      found[key] = try resolved(rest[..<end])
      rest = rest[rest.index(after: end)...]
    }
    return found
  }

  private func resolved(_ text: Substring) throws -> String {
    var resolved = ""
    var rest = text
    while let start = rest.firstIndex(of: "&") {
      guard let end = rest[start...].firstIndex(of: ";") else { throw Fault(what: "\(rest)") }
      let names = ["amp": "&", "lt": "<", "gt": ">", "quot": "\""]
      guard let letter = names[String(rest[rest.index(after: start)..<end])] else {
        throw Fault(what: "\(rest[start...end])")
      }
      resolved += rest[..<start] + letter
      rest = rest[rest.index(after: end)...]
    }
    guard !rest.contains(">") else { throw Fault(what: "\(rest)") }
    return resolved + rest
  }
}
