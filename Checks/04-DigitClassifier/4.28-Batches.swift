import Exercises04
import Practice
import Solutions04
import Tensors

let shuffledBatches = Check(
    "4.28",
    answer(
        "shuffledBatches(_:size:using:)", changing(Exercises04.shuffledBatches(_:size:using:)),
        changing(Solutions04.shuffledBatches(_:size:using:)))
) { shuffledBatches in
    let random = Variable("random", SplitMix64(seed: 18))
    let epochs = [(15, 5, [5, 5, 5]), (26, 6, [6, 6, 6, 6, 2]), (3, 8, [3]), (1, 1, [1]), (0, 4, [])]
    for (count, size, lengths) in epochs {
        let batches = try shuffledBatches(count, size, random)
        try expectEqual(batches.its("lengths of the batches") { $0.map(\.count) }, lengths)
        let places = batches.its("all indices in one list, sorted") { $0.flatMap(\.self).sorted() }
        try expectEqual(places, Array(0..<count))
    }

    // Shuffled thoroughly: it is not enough to reorder whole batches, or to shuffle within each batch.
    let epoch = try shuffledBatches(1000, 10, random)
    let inOrder = epoch.its("batches whose indices are in their old order") { batches in
        batches.count { $0 == Array($0[0]..<$0[0] + 10) }
    }
    try expectEqual(inOrder, 0)
    let atHome = epoch.its("batches whose indices were neighbours before") { batches in
        batches.enumerated().count { k, batch in batch.allSatisfy { $0 / 10 == k } }
    }
    try expectEqual(atHome, 0)

    try expect(
        shuffledBatches(1000, 10, random).noting("a second time"), "another order in every epoch",
        found: "the same order"
    ) { $0 != epoch.value }
    func seeded() throws -> Found<[[Int]]> {
        try shuffledBatches(1000, 10, Variable("random", SplitMix64(seed: 5))).noting("twice from the same seed")
    }
    let first = try seeded().value
    try expect(seeded(), "the same order: all randomness comes from `random`", found: "another order") { $0 == first }
}
