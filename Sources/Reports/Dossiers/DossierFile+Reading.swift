internal import Cadre
internal import JSON
package import Office

/// Why a file is no dossier: the place in it, as names and numbers with dots between.
package struct DossierFileError: Error, Hashable, Sendable {
  package let place: String
}

/// A dossier as it was read, with the answer that it claims.
package struct ReadDossier: Sendable {
  package let dossier: Dossier
  /// As it stands in the file.
  let claimed: JSONObject
}

extension DossierFile {
  /// Reads a dossier; its members are those of the format and no others.
  /// - Throws: the place of the first thing that is not of the format.
  package static func read(_ bytes: [UInt8]) throws(DossierFileError) -> ReadDossier {
    let value: JSONValue
    do throws(JSONError) { value = try JSONValue(parsing: bytes) } catch {
      throw DossierFileError(place: "\(error.line):\(error.column)")
    }
    let whole = DossierNode(value, "")
    try whole.holds(
      only: ["format", "checkpoint", "question", "answer", "seal", "later", "streams", "private"])
    guard try whole.member("format").text() == format else {
      throw DossierFileError(place: "format")
    }
    var records: [ExportedRecord]?
    if value["private"] != nil { records = try whole.member("private").elements(record) }
    let dossier = Dossier(
      checkpoint: try whole.member("checkpoint").text(), seal: try event(whole.member("seal")),
      question: try question(whole.member("question")),
      streams: try whole.member("streams").elements(stream),
      later: try later(whole.member("later")), records: records)
    let answer = try whole.member("answer")
    guard let claimed = answer.value.object else { throw answer.fault }
    return ReadDossier(dossier: dossier, claimed: claimed)
  }

  private static func question(
    _ node: DossierNode
  ) throws(DossierFileError) -> Dossier.Question {
    try node.holds(only: ["person", "position", "on", "known", "rules"])
    let on = try node.member("on")
    guard let day = Day(text: try on.text()), day.description == on.value.string else {
      throw on.fault
    }
    return Dossier.Question(
      person: PersonNumber(try node.member("person").numeral()),
      position: PositionNumber(try node.member("position").numeral()), on: day,
      known: LogSize(try node.member("known").number()), rules: try node.member("rules").text())
  }

  private static func event(_ node: DossierNode) throws(DossierFileError) -> ProvedEvent {
    try node.holds(only: ["index", "bytes", "path"])
    return ProvedEvent(
      index: LogIndex(try node.member("index").number()), bytes: try node.member("bytes").bytes(),
      path: try path(node.member("path")))
  }

  private static func path(_ node: DossierNode) throws(DossierFileError) -> [Digest] {
    try node.elements { (node) throws(DossierFileError) in
      guard let digest = Digest(try node.bytes()) else { throw node.fault }
      return digest
    }
  }

  private static func later(_ node: DossierNode) throws(DossierFileError) -> LaterEvents {
    try node.holds(only: ["count", "events"])
    return LaterEvents(
      count: try node.member("count").number(),
      events: try node.member("events").elements { (node) throws(DossierFileError) in
        try node.holds(only: ["index", "stream", "type"])
        let stream = try node.member("stream")
        let type = try node.member("type")
        guard let named = Stream(text: try stream.text()) else { throw stream.fault }
        guard EventType.allCases.contains(where: { $0.name == type.value.string }) else {
          throw type.fault
        }
        return LaterEvents.Item(
          index: LogIndex(try node.member("index").number()), stream: named,
          type: try type.text())
      })
  }

  private static func stream(_ node: DossierNode) throws(DossierFileError) -> SealedStream {
    try node.holds(only: ["kind", "number", "place", "path", "events"])
    let kind = try node.member("kind")
    let number = try node.member("number").numeral()
    guard let small = UInt8(exactly: try kind.number()),
      let stream = Stream(kind: small, number: number), stream.number == number
    else { throw kind.fault }
    return SealedStream(
      stream: stream, place: try node.member("place").number(), path: try path(node.member("path")),
      events: try node.member("events").elements(event))
  }

  private static func record(_ node: DossierNode) throws(DossierFileError) -> ExportedRecord {
    try node.holds(only: ["index", "salt", "data"])
    return ExportedRecord(
      index: LogIndex(try node.member("index").number()), salt: try node.member("salt").bytes(),
      data: try node.member("data").bytes())
  }
}

/// A value of a dossier's JSON, with its place for whoever has to look for a fault.
private struct DossierNode {
  let value: JSONValue
  private let place: String

  init(_ value: JSONValue, _ place: String) {
    self.value = value
    self.place = place
  }

  var fault: DossierFileError { DossierFileError(place: place.isEmpty ? "{}" : place) }

  private func at(_ name: String) -> String {
    let said = name.isEmpty ? "\"\"" : name
    return place.isEmpty ? said : "\(place).\(said)"
  }

  func holds(only names: Set<String>) throws(DossierFileError) {
    guard let object = value.object else { throw fault }
    for member in object.members where !names.contains(member.name) {
      throw DossierFileError(place: at(member.name))
    }
  }

  func member(_ name: String) throws(DossierFileError) -> DossierNode {
    guard let value = value[name] else { throw DossierFileError(place: at(name)) }
    return DossierNode(value, at(name))
  }

  func elements<Element>(
    _ read: (DossierNode) throws(DossierFileError) -> Element
  ) throws(DossierFileError) -> [Element] {
    guard let array = value.array else { throw fault }
    var elements: [Element] = []
    for (number, element) in array.enumerated() {
      elements.append(try read(DossierNode(element, at("\(number)"))))
    }
    return elements
  }

  func text() throws(DossierFileError) -> String {
    guard let text = value.string else { throw fault }
    return text
  }

  func number() throws(DossierFileError) -> UInt64 {
    guard let number = value.integer, number >= 0 else { throw fault }
    return UInt64(number)
  }

  func numeral() throws(DossierFileError) -> UInt32 {
    guard let numeral = UInt32(exactly: try number()) else { throw fault }
    return numeral
  }

  func bytes() throws(DossierFileError) -> [UInt8] {
    guard let bytes = [UInt8](base64: try text()) else { throw fault }
    return bytes
  }
}
