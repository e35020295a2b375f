import Cadre
import Platform
import Reports
import Synchronization
import Testing

@testable import Terminal

private let numbers: [Column<Int>] = [Column("n", Words("N")) { .number($0) }]

@Test func `an answer goes to standard output in the form that was asked for`() throws {
  let output = Recorder()
  let invocation = invocation(.ready, "-O ndjson", [:], output: output)
  try invocation.answer { (answer) throws(Complaint) in try answer.add([1, 2], numbers) }
  #expect(output.text == "{\"n\":1}\n{\"n\":2}\n")
}

@Test func `a long answer is handed on in pieces and is whole`() throws {
  let output = Recorder()
  let invocation = invocation(.ready, "-O json", [:], output: output)
  try invocation.answer { (answer) throws(Complaint) in try answer.add(0..<100_000, numbers) }
  #expect(output.text.hasPrefix("[\n  {\n    \"n\": 0\n  },\n"))
  #expect(output.text.hasSuffix("  {\n    \"n\": 99999\n  }\n]\n"))
}

@Test func `a file appears once the answer is whole`() throws {
  let folder = try Folder()
  let path = "\(folder.path)/answer.csv"
  let output = Recorder()
  let invocation = invocation(.ready, "-O csv -o \(path)", [:], output: output)
  try invocation.answer { (answer) throws(Complaint) in
    try answer.add([7], numbers)
    try answer.drain()
    #expect(!Files.exists(path))
  }
  #expect(try Files.read(path, limit: 100) == Array("\u{FEFF}N\r\n7\r\n".utf8))
  #expect(output.text.isEmpty)
  #expect(try Files.list(folder.path) == ["answer.csv"])
}

@Test func `a command that fails leaves the file as it was`() throws {
  let folder = try Folder()
  let path = "\(folder.path)/answer.csv"
  try Files.write([65], to: path)
  let invocation = invocation(.ready, "-o \(path)", [:])
  #expect(throws: Complaint.self) {
    try invocation.answer { (answer) throws(Complaint) in
      try answer.add([7], numbers)
      throw UsageMessages.noCommand()
    }
  }
  #expect(try Files.read(path, limit: 100) == [65])
  #expect(try Files.list(folder.path) == ["answer.csv"])
}

@Test func `a file in a folder that is not there cannot be made`() {
  let error = #expect(throws: Complaint.self) {
    try invocation(.ready, "-o /nonexistent/x.csv", [:]).answer { (_) throws(Complaint) in }
  }
  #expect(error?.status == .cannotCreate)
  #expect(error?.what[.english] == "there is no “/nonexistent”.")
}

@Test func `a device is written to and stays a device`() throws {
  try invocation(.ready, "-o /dev/null", [:]).answer { (answer) throws(Complaint) in
    try answer.add([7], numbers)
  }
  #expect(!Files.isFolder("/dev/null"))
  #expect(try Files.size("/dev/null") == 0)
}

@Test func `a reader that goes away ends the answer`() {
  let error = #expect(throws: Complaint.self) {
    try invocation(.ready, "-O ndjson", [:], output: Recorder(capacity: 0))
      .answer { (answer) throws(Complaint) in try answer.add(0..<100_000, numbers) }
  }
  #expect(error?.status == .closedPipe)
}

@Test func `progress is a line every thirty seconds where nobody looks on`() {
  let errors = Recorder()
  let clock = Mutex<UInt64>(0)
  let progress = Progress(
    invocation(.import, "x", [:], errors: errors, stopwatch: { clock.withLock { $0 } }))
  for second in 0...100 {
    clock.withLock { $0 = UInt64(second) * 1_000_000_000 }
    progress.note(Words("reading"), done: second, of: 100)
  }
  progress.end()
  #expect(
    errors.text == """
      cadre: reading: 30/100 (30 %, 30 s)
      cadre: reading: 60/100 (60 %, 60 s)
      cadre: reading: 90/100 (90 %, 90 s)

      """)
}

@Test func `progress is a bar that goes away where a person looks on`() {
  let errors = Recorder()
  let clock = Mutex<UInt64>(0)
  var invocation = invocation(
    .import, "x", [:], errors: errors, stopwatch: { clock.withLock { $0 } })
  invocation.console.errorsIsTerminal = true
  let progress = Progress(invocation)
  progress.note(Words("reading"), done: 1, of: 2)
  #expect(errors.text.isEmpty)
  clock.withLock { $0 = 600_000_000 }
  progress.note(Words("reading"), done: 1, of: 2)
  progress.end()
  #expect(errors.text.contains("███████████████░░░░░░░░░░░░░░░ 50 %  reading"))
  #expect(errors.text.hasSuffix("\r\u{1B}[K"))
}

/// A new folder that goes away with its owner.
final class Folder {
  let path: String

  init() throws {
    let name = try Randomness.bytes(8).map { String($0, radix: 36) }.joined()
    path = "/tmp/cadre-terminal-\(name)"
    try Files.makeFolder(path)
  }

  deinit {
    do { try Files.removeTree(path) } catch { Issue.record("\(path) stays: \(error)") }
  }
}
