import Testing

@Test func `the package manager and the architecture page name the same doors`() throws {
  let rooms = try Room.described().filter { !$0.isTest }
  let written = try Room.written()
  #expect(Set(rooms.map(\.name)) == Set(written.map(\.name)))
  for room in rooms {
    let page = written.first { $0.name == room.name }?.imports
    #expect(page == room.imports, "\(room.name)")
  }
}

@Test func `a module stands below all that it imports`() throws {
  var above: Set<String> = []
  for (name, imports) in try Room.written() {
    #expect(imports.isSubset(of: above), "\(name)")
    above.insert(name)
  }
}

@Test func `no file goes through a door that its module does not have`() throws {
  let rooms = try Room.described()
  let house = Set(rooms.map(\.name))
  for room in rooms {
    let outside: Set =
      room.isTest
      ? ["Glibc", "Synchronization", "Testing", "Foundation"] : ["Glibc", "Synchronization"]
    for path in try House.files(below: room.folder, ending: ".swift") {
      let used = imports(of: try House.text(path))
      #expect(used.intersection(house).isSubset(of: room.imports), "\(path)")
      #expect(used.subtracting(house).isSubset(of: outside), "\(path)")
    }
  }
}

@Test func `the imports of a line are found whatever stands before them`() {
  let text = [
    "package import Cadre", "@testable import Terminal", "import struct Glibc.stat",
    "/// import Nothing", "let a = \"import Nobody\"", "  internal import JSON",
  ].joined(separator: "\n")
  #expect(imports(of: text) == ["Cadre", "Terminal", "Glibc", "JSON"])
}

@Test func `no module has the name of a type inside it`() throws {
  let kinds: Set<Substring> = ["struct", "class", "enum", "actor", "protocol", "typealias"]
  for room in try Room.described() where !room.isTest {
    for path in try House.files(below: room.folder, ending: ".swift") {
      for line in try House.text(path).split(separator: "\n") {
        let words = line.split { " :<{=".contains($0) }
        for (kind, name) in zip(words, words.dropFirst()) where kinds.contains(kind) {
          #expect(name != room.name || line.hasPrefix("//"), "\(path): \(line)")
        }
      }
    }
  }
}
