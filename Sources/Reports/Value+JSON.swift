internal import Cadre
internal import JSON

extension Value {
  /// Writes what machines read.
  func write(to writer: inout JSONWriter) {
    switch self {
    case .absent: writer.null()
    case .text(let text): writer.string(text)
    case .number(let number): writer.integer(number)
    case .hundredths(let number): writer.number(decimal(number, mark: "."))
    case .truth(let truth): writer.bool(truth)
    case .day(let day): writer.string(day.description)
    case .month(let month): writer.string(month.description)
    case .birth(let birth): writer.string(birth.description)
    case .instant(let instant): writer.string(instant.forMachines)
    case .coded(let coded):
      // Words alone are for people: what they say has a column of its own for machines.
      if coded.code.isEmpty { writer.null() } else { writer.string(coded.code) }
    case .list(let values):
      writer.beginArray()
      for value in values { value.write(to: &writer) }
      writer.endArray()
    case .record(let members):
      writer.beginObject()
      for member in members {
        writer.name(member.key)
        member.value.write(to: &writer)
      }
      writer.endObject()
    }
  }
}
