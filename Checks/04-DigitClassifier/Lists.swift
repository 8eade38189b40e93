// The checks on lists: 4.1, 4.17 and 4.18.

import Exercises04
import Practice
import Solutions04
import Tensors

let oddsDoubled = Check("4.1", Exercises04.oddsDoubled, Solutions04.oddsDoubled) { oddsDoubled in
    try expectEqual(oddsDoubled(Array(0...9)), [2, 6, 10, 14, 18], "oddsDoubled([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])")
    try expectEqual(oddsDoubled([3, 1, 3]), [6, 2, 6], "oddsDoubled([3, 1, 3])")
    try expectEqual(oddsDoubled([-5, -4, 0]), [-10], "oddsDoubled([-5, -4, 0])")
    try expectEqual(oddsDoubled([]), [], "oddsDoubled([])")
}

// The types of the closure's parameter pick one version of a generic answer.
let paired = Check("4.17", Exercises04.paired, Solutions04.paired) {
    (paired: @Sendable ([Int], [String]) throws -> [(Int, String)]) in
    try expectEqual(
        paired([1, 2, 3], ["a", "b", "c"]), [(1, "a"), (2, "b"), (3, "c")],
        #"paired([1, 2, 3], ["a", "b", "c"])"#, by: ==)
    try expectEqual(paired([1, 2], ["a"]), [(1, "a")], #"paired([1, 2], ["a"])"#, by: ==)
    try expectEqual(paired([], ["a"]), [], #"paired([], ["a"])"#, by: ==)
}

let shuffledBatches = Check("4.18", Exercises04.shuffledBatches, Solutions04.shuffledBatches) { shuffledBatches in
    var random = SplitMix64(seed: 18)
    let epochs = [(15, 5, [5, 5, 5]), (26, 6, [6, 6, 6, 6, 2]), (3, 8, [3]), (1, 1, [1]), (0, 4, [])]
    for (count, size, lengths) in epochs {
        let call = "shuffledBatches(\(count), size: \(size), using: &random)"
        let batches = try asking(call) { try shuffledBatches(count, size, &random) }
        try expectEqual(batches.map(\.count), lengths, "\(call), lengths of the batches")
        try expectEqual(batches.flatMap(\.self).sorted(), Array(0..<count), "\(call), all places in one list, sorted")
    }

    // Shuffled through and through: neither whole batches that changed places, nor places that stay in their batch.
    let call = "shuffledBatches(1000, size: 10, using: &random)"
    let epoch = try shuffledBatches(1000, 10, &random)
    let inOrder = epoch.count { $0 == Array($0[0]..<$0[0] + 10) }
    try expectEqual(inOrder, 0, "\(call), batches whose places stand in their old order")
    let atHome = epoch.enumerated().count { k, batch in batch.allSatisfy { $0 / 10 == k } }
    try expectEqual(atHome, 0, "\(call), batches whose places were neighbours before")

    let next = try shuffledBatches(1000, 10, &random)
    try expect(
        next != epoch, "\(call), a second time", expected: "another order in every epoch", found: "the same order")
    var (one, other) = (SplitMix64(seed: 5), SplitMix64(seed: 5))
    try expect(
        shuffledBatches(1000, 10, &one) == shuffledBatches(1000, 10, &other), "\(call), twice from the same seed",
        expected: "the same order: all chance comes from `random`", found: "two orders")
}
