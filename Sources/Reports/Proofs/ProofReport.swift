internal import Cadre
package import Office

/// Proofs as machines check them and as people see them (Office.docc/Dossier.md, Proofs).
package enum ProofReport {
  /// Of an inclusion proof.
  package static let inclusion: [Column<InclusionProof>] = [
    Column("proof", Words(vi: "Chứng minh", en: "Proof")) { _ in
      .coded("inclusion", Words(vi: "có trong sổ", en: "inclusion"))
    },
    Column("origin", Words(vi: "Nguồn gốc", en: "Origin")) { .text($0.origin) },
    Column("index", Words(vi: "Sự kiện", en: "Event")) { .index($0.index) },
    Column("size", Words(vi: "Cỡ cây", en: "Tree size")) { .number(Int($0.size.count)) },
    Column("leaf", Words(vi: "Băm lá", en: "Leaf hash")) { .text($0.leaf.base64) },
    Column("root", Words(vi: "Gốc Merkle", en: "Merkle root")) { .text($0.root.base64) },
    Column("path", Words(vi: "Đường đi", en: "Path")) { .digests($0.path) },
  ]

  /// Of a consistency proof.
  package static let consistency: [Column<ConsistencyProof>] = [
    Column("proof", Words(vi: "Chứng minh", en: "Proof")) { _ in
      .coded("consistency", Words(vi: "chỉ ghi thêm", en: "consistency"))
    },
    Column("origin", Words(vi: "Nguồn gốc", en: "Origin")) { .text($0.origin) },
    Column("from", Words(vi: "Từ cỡ", en: "From size")) { .number(Int($0.from.count)) },
    Column("fromRoot", Words(vi: "Gốc trước", en: "Its root")) { .text($0.fromRoot.base64) },
    Column("to", Words(vi: "Đến cỡ", en: "To size")) { .number(Int($0.to.count)) },
    Column("toRoot", Words(vi: "Gốc sau", en: "Its root")) { .text($0.toRoot.base64) },
    Column("path", Words(vi: "Đường đi", en: "Path")) { .digests($0.path) },
  ]

  /// Of a seal.
  package static let seal: [Column<LedgerSeal>] = [
    Column("index", Words(vi: "Sự kiện", en: "Event")) { .index($0.index) },
    Column("upTo", Words(vi: "Phủ số sự kiện", en: "Covers events")) {
      .number(Int($0.seal.upTo.count))
    },
    Column("streams", Words(vi: "Số luồng", en: "Streams")) {
      .number($0.seal.counts.reduce(0, +))
    },
    Column("root", Words(vi: "Gốc niêm phong", en: "Root of the seal")) {
      .text($0.seal.root.base64)
    },
  ]
}

extension Value {
  /// Bytes in base64.
  static func bytes(_ bytes: [UInt8]) -> Value { .text(bytes.base64) }

  /// Hashes in base64.
  static func digests(_ digests: [Digest]) -> Value { .list(digests.map { .text($0.base64) }) }
}
