import Exercises15
import Practice
import Solutions15
import Tensors

let tokensForABatch = Check(
    "15.15",
    answer(
        "batchesWithin(_:budget:)", Exercises15.batchesWithin(_:budget:), Solutions15.batchesWithin(_:budget:))
) { batches in
    try expectEqual(batches([3, 10, 4, 3], 9), [[1], [2, 0], [3]])
    // Exactly full, one below, one above.
    try expectEqual(batches([5, 5, 5], 15), [[0, 1, 2]])
    try expectEqual(batches([5, 5, 5], 14), [[0, 1], [2]])
    try expectEqual(batches([5, 5, 5], 10), [[0, 1], [2]])
    // A small budget: every text alone, also those that are too long.
    try expectEqual(batches([2, 9, 4], 1), [[1], [2], [0]])
    // The long one makes its batch long: the short ones wait.
    try expectEqual(batches([1, 1, 1, 8, 1], 16), [[3, 0], [1, 2, 4]])
    try expectEqual(batches([0, 2, 0], 4), [[1]])
    try expectEqual(batches([], 4), [])
    // Many texts: each once, longest first, none above the budget.
    var random = SplitMix64(seed: 2)
    let lengths = (0..<200).map { _ in Int.random(in: 1...40, using: &random) }
    let found = try batches(lengths, 100)
    try expect(found, "each text once") { $0.joined().sorted() == Array(0..<200) }
    try expect(found, "at most 100 tokens in a batch") { all in
        all.allSatisfy { batch in batch.count * batch.map { lengths[$0] }.max()! <= 100 }
    }
}
