import Glibc

/// The process itself.
package enum CurrentProcess {
  /// The value of an environment variable, or nil when it is not set or not UTF-8.
  package static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(validatingCString: value)
  }

  /// Has a write to a reader that has gone fail as `brokenPipe` instead of ending the process;
  /// called once, at the start.
  package static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Has a write past the file size limit fail with an error instead of ending the process.
  package static func ignoreFileSizeLimit() { _ = signal(SIGXFSZ, SIG_IGN) }

  /// Ends the process with status 4 and a sentence where a page of a mapped store cannot be read:
  /// the file is shorter than its own index says, or points where nothing is.
  package static func reportUnreadablePages() {
    for number in [SIGBUS, SIGSEGV] {
      _ = signal(number) { _ in
        let sentence: StaticString = """
          cadre: không đọc được một trang dữ liệu. Nếu “cadre verify” báo toàn vẹn thì trang đó thuộc \
          khung nhìn: hãy xóa thư mục “views” của sổ, nó sẽ được dựng lại; nếu không, hãy khôi phục \
          bản sao lưu.
          cadre: a page of the store cannot be read. If “cadre verify” is clean it is of the views: \
          remove the ledger's folder “views”, it is made anew; otherwise restore a backup.

          """
        _ = unsafe Glibc.write(2, sentence.utf8Start, sentence.utf8CodeUnitCount)
        _exit(4)
      }
    }
  }

  /// Ends the process with that code; buffers of C are flushed.
  package static func exit(_ code: Int32) -> Never { Glibc.exit(code) }

  /// The number of processors that the system has running, at least 1.
  package static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
