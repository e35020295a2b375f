internal import Platform

/// Checks a signature over a checkpoint by calling ssh-keygen, which offices have already.
enum Signature {
  /// What a signature is for, so that one made for something else is none.
  private static let namespace = "cadre-checkpoint"

  /// The name of who signed a file, by the signature beside it and a list of allowed signers
  /// (ssh-keygen(1), ALLOWED SIGNERS).
  /// - Throws: status 4 where the signature is not that of an allowed signer over these bytes; 66
  ///   where the signature or the list is missing; 78 without ssh-keygen.
  static func signer(of path: String, allowed signers: String) throws(Complaint) -> String {
    let signature = "\(path).sig"
    guard Files.exists(signature) else { throw ProofMessages.noSignature(path) }
    guard Files.exists(signers) else {
      throw FileMessages.reading(.refused(.open, path: signers, code: PlatformError.missing))
    }
    let found = try run(
      ["ssh-keygen", "-Y", "find-principals", "-s", signature, "-f", signers], nil)
    let name = found.output.split(separator: "\n").first.map(String.init) ?? ""
    guard found.status == 0, !name.isEmpty else {
      throw ProofMessages.badSignature(path, firstLine(of: found))
    }
    let checked = try run(
      [
        "ssh-keygen", "-Y", "verify", "-n", namespace, "-f", signers, "-I", name, "-s", signature,
      ], path)
    guard checked.status == 0 else {
      throw ProofMessages.badSignature(path, firstLine(of: checked))
    }
    return name
  }

  private static func run(
    _ words: [String], _ input: String?
  ) throws(Complaint) -> ChildProcess.Outcome {
    do throws(PlatformError) {
      return try ChildProcess.run(words, readingFrom: input ?? "/dev/null")
    } catch {
      if case .refused(.start, _, _) = error { throw ProofMessages.noKeygen() }
      throw FileMessages.reading(error)
    }
  }

  private static func firstLine(of outcome: ChildProcess.Outcome) -> String {
    outcome.output.split(separator: "\n").first.map(String.init) ?? "ssh-keygen \(outcome.status)"
  }
}
