internal import Cadre
package import JSON
package import Office

/// A dossier as a file: one JSON object (Office.docc/Dossier.md).
package enum DossierFile {
  /// The value of `format`; another shape gets another number.
  package static let format = "cadreledger-dossier/1"
  /// The most bytes of a file that are read.
  package static let limit = 1 << 28

  /// Writes a dossier with its answer.
  package static func write(_ made: DossierMade, to json: inout JSONWriter) {
    let dossier = made.dossier
    json.beginObject()
    json.member("format", format)
    json.member("checkpoint", dossier.checkpoint)
    json.key("question")
    write(dossier.question, to: &json)
    json.key("answer")
    json.value(.object(answer(made.answer, isIdentified: dossier.records != nil)))
    json.key("seal")
    write(dossier.seal, to: &json)
    json.key("later")
    write(dossier.later, to: &json)
    json.key("streams")
    json.array { json in
      for stream in dossier.streams { write(stream, to: &json) }
    }
    if let records = dossier.records {
      json.key("private")
      json.array { json in
        for record in records { write(record, to: &json) }
      }
    }
    json.endObject()
    json.endLine()
  }

  /// What the answer says: the row of the list, without what only the vault knows where nobody is
  /// identified.
  static func answer(_ answer: DossierAnswer, isIdentified: Bool) -> JSONObject {
    var writer = JSONWriter()
    var writing = EligibilityWriting(answer.standpoint, positions: answer.positions)
    writer.beginObject()
    writing.write(answer.assessment, to: &writer)
    writer.endObject()
    let row: JSONObject
    do throws(JSONError) { row = try JSONValue(parsing: writer.bytes).object ?? .init() } catch {
      preconditionFailure("what was written is JSON: \(error)")
    }
    guard !isIdentified else { return row }
    return row.leavingOut(["file", "name", "readyFrom", "readyUntil"]).mapping { member in
      guard member.name == "requirements" else { return member.value }
      return .array((member.value.array ?? []).map(withoutBirth))
    }
  }

  /// Of the requirement of age, without what tells the month of birth.
  private static func withoutBirth(_ requirement: JSONValue) -> JSONValue {
    guard let object = requirement.object, object["id"] == .string("age") else {
      return requirement
    }
    return .object(
      object.mapping { ["found", "metFrom"].contains($0.name) ? .null : $0.value })
  }
}

extension DossierFile {
  private static func write(_ question: Dossier.Question, to json: inout JSONWriter) {
    json.beginObject()
    json.member("person", question.person.number)
    json.member("position", question.position.number)
    json.member("on", question.on.description)
    json.member("known", question.known.count)
    json.member("rules", question.rules)
    json.endObject()
  }

  private static func write(_ event: ProvedEvent, to json: inout JSONWriter) {
    json.beginObject()
    json.member("index", event.index.number)
    json.member("bytes", event.bytes.base64)
    write(event.path, to: &json)
    json.endObject()
  }

  private static func write(_ path: [Digest], to json: inout JSONWriter) {
    json.key("path")
    json.beginArray()
    for hash in path { json.string(hash.base64) }
    json.endArray()
  }

  private static func write(_ later: LaterEvents, to json: inout JSONWriter) {
    json.beginObject()
    json.member("count", later.count)
    json.key("events")
    json.beginArray()
    for item in later.events {
      json.beginObject()
      json.member("index", item.index.number)
      json.member("stream", item.stream.description)
      json.member("type", item.type)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private static func write(_ stream: SealedStream, to json: inout JSONWriter) {
    json.beginObject()
    json.member("kind", stream.stream.kind)
    json.member("number", stream.stream.number)
    json.member("place", stream.place)
    write(stream.path, to: &json)
    json.key("events")
    json.beginArray()
    for event in stream.events { write(event, to: &json) }
    json.endArray()
    json.endObject()
  }

  private static func write(_ record: ExportedRecord, to json: inout JSONWriter) {
    json.beginObject()
    json.member("index", record.index.number)
    json.member("salt", record.salt.base64)
    json.member("data", record.data.base64)
    json.endObject()
  }
}
