// A tree with its roots and proofs, for programs that share nothing with this one to check.
//
// tree-vectors LEAVES SEED
//
// Prints JSON, an object a line, as Tests/foreign/tlog/check.go reads it: a leaf of random bytes,
// the root of the tree so far, inclusion proofs of the first, the last and some other leaves, and
// consistency proofs with some trees before; and so on for each leaf.
import Merkle
import Platform
import TestSupport

let arguments = CommandLine.arguments
guard arguments.count == 3, let leaves = UInt64(arguments[1]), let seed = UInt64(arguments[2])
else {
  print("usage: tree-vectors LEAVES SEED")
  CurrentProcess.exit(64)
}

/// A hash that a proof needs was not kept; it cannot happen in a tree that is whole.
struct MissingNode: Error {
  let position: TreePosition
}

/// The tree as the log keeps it: its edge, and every complete subtree.
struct KeptTree {
  var frontier = Frontier()
  var nodes: [TreePosition: Hash] = [:]
  var roots: [Hash] = [TreeHash.empty]

  mutating func add(_ leaf: Hash) {
    nodes[TreePosition(level: 0, index: frontier.size)] = leaf
    frontier.push(leaf) { position, hash in nodes[position] = hash }
    roots.append(frontier.root)
  }

  func node(_ position: TreePosition) throws(MissingNode) -> Hash {
    guard let node = nodes[position] else { throw MissingNode(position: position) }
    return node
  }

  func root(_ size: UInt64) -> String { roots[Int(size)].base64 }
}

func list(_ path: [Hash]?) -> String {
  (path ?? []).map { "\"\($0.base64)\"" }.joined(separator: ",")
}

func inclusion(of index: UInt64, in tree: KeptTree) throws(MissingNode) -> String {
  let size = tree.frontier.size
  let leaf = try tree.node(TreePosition(level: 0, index: index))
  let path = try TreeProofs.inclusion(of: index, in: size, node: tree.node)
  return """
    {"proof":"inclusion","index":\(index),"size":\(size),"leaf":"\(leaf.base64)",\
    "root":"\(tree.root(size))","path":[\(list(path))]}
    """
}

func consistency(from old: UInt64, in tree: KeptTree) throws(MissingNode) -> String {
  let size = tree.frontier.size
  let path = try TreeProofs.consistency(from: old, to: size, node: tree.node)
  return """
    {"proof":"consistency","from":\(old),"fromRoot":"\(tree.root(old))","to":\(size),\
    "toRoot":"\(tree.root(size))","path":[\(list(path))]}
    """
}

var random = SeededGenerator(seed: seed)
var tree = KeptTree()
for size in 1...leaves {
  let length = Int.random(in: 0...200, using: &random)
  let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
  tree.add(TreeHash.leaf(bytes))
  print("{\"bytes\":\"\(Base64.encode(bytes))\"}")
  print("{\"size\":\(size),\"root\":\"\(tree.root(size))\"}")
  let others = (0..<6).map { _ in UInt64.random(in: 0..<size, using: &random) }
  for index in Set([0, size / 2, size - 1] + others).sorted() {
    print(try inclusion(of: index, in: tree))
  }
  for old in Set([1, max(1, size - 1), size] + others.map { $0 + 1 }).sorted() {
    print(try consistency(from: old, in: tree))
  }
}
