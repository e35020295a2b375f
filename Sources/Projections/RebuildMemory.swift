/// How the memory that a rebuild may take is shared out.
struct RebuildMemory: Sendable {
  /// Bytes of facts of one part that a thread keeps before it writes them away.
  let room: Int
  /// How many parts to cut the streams into.
  let parts: Int
  /// Bytes of facts that are folded at a time, unless one stream alone has more.
  let piece: Int
  /// Bytes of look-up rows that a thread keeps before it writes them away sorted.
  let side: Int
  /// Bytes of rows that one transaction writes: as many are changed pages until it commits.
  let transaction: Int

  /// About the bytes of a fact on its way.
  private static let factBytes = 56
  /// Facts that fit the nearest cache of a processor with what else is needed to fold them.
  private static let bestPiece = 3 << 19
  /// Places in what is kept together are numbers of 32 bits.
  private static let most = 1 << 30
  /// What is worth a call of the system.
  private static let (leastRoom, mostRoom) = (1 << 12, 1 << 16)

  /// Shares out `memory` bytes for a log of that many events, read by so many threads.
  ///
  /// A quarter for facts on their way, a quarter for folding, an eighth each for look-up rows and
  /// changed pages; the rest for what arrays lose by growing, and for lists of places.
  init(_ memory: Int, events: UInt64, threads: Int) {
    let memory = max(memory, 0)
    let facts = Int(clamping: events) * Self.factBytes
    piece = min(max(1, memory / 48), Self.most)
    transaction = min(max(memory / 8, 1 << 12), 1 << 24)
    side = min(max(1, memory / 8 / threads), Self.most)
    let ours = memory / 4 / threads
    parts = min(facts / max(1, min(Self.bestPiece, piece / 2)), ours / Self.leastRoom)
    room = min(max(ours / max(parts, 4), 64), Self.mostRoom)
  }
}
