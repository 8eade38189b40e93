import Exercises04
import Practice
import Solutions04
import Tensors

private typealias Batch = (x: Tensor, y: Tensor)

/// Makes a loader, and returns its `epoch`.
private typealias MakeLoader = @Sendable ([Batch], Int, UInt64) -> NamedFunction<[Batch]>

private let readers: MakeLoader = { pairs, size, seed in
    let loader = Exercises04.PairLoader(pairs, size: size, seed: seed)
    return epoch { try loader.epoch() }
}
private let ours: MakeLoader = { pairs, size, seed in
    let loader = Solutions04.PairLoader(pairs, size: size, seed: seed)
    return epoch { try loader.epoch() }
}

/// A loader is used by one check only, which runs on one thread.
private func epoch(_ epoch: @escaping () throws -> [Batch]) -> NamedFunction<[Batch]> {
    nonisolated(unsafe) let epoch = epoch
    return NamedFunction("loader.epoch()") { try epoch() }
}

let pairLoader = Check("4.29", Answer(readers, ours)) { makeLoader in
    // Input k is [k, 2k], its target is [−k].
    func pairs(_ count: Int) -> [Batch] {
        (0..<count).map { (x: Tensor([Float($0), 2 * Float($0)]), y: Tensor([-Float($0)])) }
    }
    for (count, size, lengths) in [(26, 6, [6, 6, 6, 6, 2]), (15, 5, [5, 5, 5]), (3, 8, [3]), (0, 4, [])] {
        let epoch = makeLoader(pairs(count), size, 29)
        for round in ["first epoch", "second epoch"] {
            let batches = try epoch().noting("\(count) pairs in batches of \(size), \(round)")
            let shapes = batches.its("shapes of x") { $0.map(\.x.shape) }
            try expectEqual(shapes, lengths.map { [$0, 2] })
            try expectEqual(batches.its("shapes of y") { $0.map(\.y.shape) }, lengths.map { [$0, 1] })
            let (x, y) = (batches.value.flatMap { $0.x.scalars }, batches.value.flatMap { $0.y.scalars })
            let whole = batches.its("every input whole") { _ in (0..<count).map { x[2 * $0 + 1] == 2 * x[2 * $0] } }
            try expectEqual(whole, Array(repeating: true, count: count))
            try expectEqual(
                batches.its("inputs that have their own target beside them") { _ in
                    (0..<count).count { x[2 * $0] == -y[$0] }
                }, count)
            let numbers = batches.its("numbers of all pairs, sorted") { _ in y.map { Int(-$0) }.sorted() }
            try expectEqual(numbers, Array(0..<count))
        }
    }

    let (epoch, twin) = (makeLoader(pairs(1000), 100, 7), makeLoader(pairs(1000), 100, 7))
    func order(_ batches: Found<[Batch]>) -> [Float] { batches.value.flatMap { $0.y.scalars } }
    let first = try order(epoch())
    try expect(epoch().noting("a second time"), "another order in every epoch", found: "the same order") {
        $0.flatMap { $0.y.scalars } != first
    }
    try expect(
        twin().noting("of a second loader with the same seed"),
        "the same order: all randomness comes from `random`", found: "another order"
    ) { $0.flatMap { $0.y.scalars } == first }
    try expect(twin(), "shuffled pairs, and not batches in the old order", found: "neighbours in the same batch") {
        $0.allSatisfy { batch in Set(batch.y.scalars.map { Int(-$0) / 100 }).count > 1 }
    }
}
