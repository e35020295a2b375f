import Platform
import TestSupport
import Testing

/// Signatures of checkpoints, made and checked by ssh-keygen.
@Suite struct SignatureTests {
  @Test func `a signed checkpoint is accepted from its signer alone, and only as it was signed`()
    throws
  {
    let folder = try TemporaryFolder()
    let path = folder.path
    func keygen(_ words: String...) throws {
      #expect(try ChildProcess.run(["ssh-keygen"] + words).status == 0)
    }
    func verify(_ signers: String) throws -> Int32? {
      try Program.run(
        [
          "verify", "--ledger", "\(path)/ledger", "--expect", "\(path)/checkpoint", "--signers",
          "\(path)/\(signers)",
        ], environment: ["PATH": "/usr/bin:/bin"]
      ).status
    }
    for name in ["head", "other"] {
      try keygen("-q", "-t", "ed25519", "-N", "", "-f", "\(path)/\(name)")
      let key = String(decoding: try Files.read("\(path)/\(name).pub", limit: 4096), as: UTF8.self)
      try Files.write(
        Array("\(name)@office namespaces=\"cadre-checkpoint\" \(key)".utf8),
        to: "\(path)/\(name).signers")
    }
    #expect(try Program.run(["init", "--ledger", "\(path)/ledger"]).status == 0)
    let made = try Program.run(
      ["checkpoint", "--ledger", "\(path)/ledger", "-o", "\(path)/checkpoint"])
    #expect(made.status == 0)
    #expect(try verify("head.signers") == 66)
    try keygen(
      "-q", "-Y", "sign", "-n", "cadre-checkpoint", "-f", "\(path)/head", "\(path)/checkpoint")
    #expect(try verify("head.signers") == 0)
    #expect(try verify("other.signers") == 4)
    #expect(try verify("nobody") == 66)
    let text = try Files.read("\(path)/checkpoint", limit: 4096)
    try Files.write(text + Array("extension\n".utf8), to: "\(path)/checkpoint")
    #expect(try verify("head.signers") == 4)
    try Files.write(text, to: "\(path)/checkpoint")
    try Files.remove("\(path)/checkpoint.sig")
    try keygen("-q", "-Y", "sign", "-n", "other", "-f", "\(path)/head", "\(path)/checkpoint")
    #expect(try verify("head.signers") == 4)
  }
}
