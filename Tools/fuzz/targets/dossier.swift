import Office
import Reports

// Dossiers: what is read is examined, and nothing that was not recorded by a ledger can hold.

@_cdecl("LLVMFuzzerTestOneInput")
public func read(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  do throws(DossierFileError) {
    let found = try DossierFile.read(bytes).examine()
    precondition(!found.faults.isEmpty, "a dossier out of nothing")
  } catch {
    precondition(!error.place.isEmpty, "a fault that is nowhere")
  }
  return 0
}
