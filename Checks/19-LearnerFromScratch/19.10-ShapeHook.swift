import Exercises19
import Practice
import Solutions19
import Tensors

private typealias ShapeHook = @Sendable (String, @escaping (String) -> Void) throws -> (Tensor, Tensor) -> Void

private let readers: ShapeHook = { try Exercises19.shapeHook($0, write: $1) }
private let ours: ShapeHook = { try Solutions19.shapeHook($0, write: $1) }

let shapeHook = Check("19.10", Answer(readers, ours)) { shapeHook in
    var lines: [String] = []
    let conv = try asking("shapeHook(\"conv1\") { … }") { try shapeHook("conv1") { lines.append($0) } }
    let pool = try asking("shapeHook(\"pool\") { … }") { try shapeHook("pool") { lines.append($0) } }
    func call(_ hook: (Tensor, Tensor) -> Void, _ text: String, _ input: [Int], _ output: [Int]) -> Found<[String]> {
        lines = []
        let question = "the hook of \(text), called for \(input) → \(output), lines written"
        asking(question) { hook(.zeros(output), .zeros(input)) }
        return Found(question, lines)
    }
    let (full, rest) = ("conv1: [4, 3, 8, 8] → [4, 6, 4, 4]", "conv1: [2, 3, 8, 8] → [2, 6, 4, 4]")
    try expectEqual(call(conv, "conv1", [4, 3, 8, 8], [4, 6, 4, 4]), [full])
    try expectEqual(call(conv, "conv1, again", [4, 3, 8, 8], [4, 6, 4, 4]), [])
    try expectEqual(call(pool, "pool", [4, 6, 4, 4], [4, 6]), ["pool: [4, 6, 4, 4] → [4, 6]"])
    try expectEqual(call(conv, "conv1, after the other", [4, 3, 8, 8], [4, 6, 4, 4]), [])
    try expectEqual(call(conv, "conv1, for a smaller batch", [2, 3, 8, 8], [2, 6, 4, 4]), [rest])
    try expectEqual(call(conv, "conv1, again", [2, 3, 8, 8], [2, 6, 4, 4]), [])
    try expectEqual(call(conv, "conv1, in the next epoch", [4, 3, 8, 8], [4, 6, 4, 4]), [full])
    // The input alone may change.
    try expectEqual(call(pool, "pool, for larger pictures", [4, 6, 9, 9], [4, 6]), ["pool: [4, 6, 9, 9] → [4, 6]"])
    try expectEqual(call(pool, "pool, again", [4, 6, 9, 9], [4, 6]), [])
}
