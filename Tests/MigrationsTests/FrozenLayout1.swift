extension FrozenLedger {
  /// What Frozen/layout-1 holds; written with it by `FreezingTests`.
  static let layout1 = FrozenLedger(
    size: 241, root: "G7svkLkYGP2p138WthfBLftCrmnxHwJ6GBrp3EREbo8=",
    streams: [1, 19, 19, 20], commitments: 73, generation: 2,
    erasure: 200, rows: [64, 64, 64],
    record: Record(
      index: 238, salt: "9f07075823fc88f9813205d5d272c8bf",
      data:
        "a200714e677579e1bb856e205468e1bb8b20313801390ab7"),
    number: Number(kind: 0, text: "F-1", person: 1, index: 36))
}
