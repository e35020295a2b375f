internal import Platform

/// Which generations of vault and views a ledger uses: what its file `current` says.
package struct Generations: Hashable, Sendable {
  /// The number of the vault's generation, from 1.
  package var vault: UInt64
  /// The number of the views' generation, from 1.
  package var views: UInt64

  /// These generations.
  package init(vault: UInt64, views: UInt64) {
    self.vault = vault
    self.views = views
  }
}

extension Generations {
  /// No ledger comes near it: a larger number is damage.
  private static let limit: UInt64 = 1 << 48

  /// The folder of the vault's generation in a ledger.
  package func vaultFolder(of ledger: String) -> String { "\(ledger)/vault/\(vault)" }

  /// The folder of the views' generation in a ledger.
  package func viewsFolder(of ledger: String) -> String { "\(ledger)/views/\(views)" }

  /// The file in a ledger.
  package static func file(of ledger: String) -> String { "\(ledger)/current" }

  /// Reads the generations of a ledger; a reader does so anew for each transaction.
  /// - Throws: `platform` where the file is missing or cannot be read; `generations` where it is
  ///   not as written.
  package static func read(_ ledger: String) throws(VaultError) -> Generations {
    let bytes: [UInt8]
    do throws(PlatformError) {
      bytes = try Files.read(file(of: ledger), limit: 200)
    } catch {
      throw .platform(error)
    }
    guard let generations = Generations(bytes) else {
      throw .generations(path: file(of: ledger))
    }
    return generations
  }

  /// Replaces the generations of a ledger by these, for good: at every moment and after every
  /// crash the file says either the old ones or these. Under the log's write lock only.
  package func write(_ ledger: String) throws(VaultError) {
    do throws(PlatformError) {
      try Files.write(Array(text.utf8), to: Generations.file(of: ledger))
    } catch {
      throw .platform(error)
    }
  }

  private var text: String { "vault \(vault)\nviews \(views)\n" }

  /// Reads the two lines, exactly as they are written.
  private init?(_ bytes: [UInt8]) {
    let fields = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: " ") }
    guard fields.count == 4,
      let vault = UInt64(String(decoding: fields[1], as: UTF8.self)),
      let views = UInt64(String(decoding: fields[3], as: UTF8.self))
    else { return nil }
    self.init(vault: vault, views: views)
    guard Array(text.utf8) == bytes, max(vault, views) < Generations.limit else { return nil }
  }
}
