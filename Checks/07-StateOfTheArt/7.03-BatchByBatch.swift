import Exercises07
import Practice
import Solutions07
import Tensors

let batchByBatch = Check(
    "7.3",
    answer(
        "ofAllBatches(counts:means:deviations:)", Exercises07.ofAllBatches(counts:means:deviations:),
        Solutions07.ofAllBatches(counts:means:deviations:))
) { together in
    func expectBoth(
        _ counts: [Int], _ means: [Double], _ deviations: [Double], _ mean: Double, _ deviation: Double
    ) throws {
        let found = try together(counts, means, deviations)
        try expect(found, "a mean and a deviation") { $0 != nil }
        try expectClose(found.its("the mean") { $0!.0 }, mean)
        try expectClose(found.its("the deviation") { $0!.1 }, deviation)
    }
    try expectBoth([2, 2], [1, 3], [0, 0], 2, 1)
    try expectBoth([5], [0.4], [0.2], 0.4, 0.2)
    try expectBoth([1, 3], [0, 4], [0, 0], 3, 3.0.squareRoot())
    try expectBoth([0, 4], [100, 0.5], [7, 0.1], 0.5, 0.1)
    // The mean of no pixels is 0 / 0.
    try expectBoth([2, 0, 2], [1, .nan, 3], [0, .infinity, 0], 2, 1)
    // A large mean and a small deviation: squares of the means must not be subtracted from one another.
    try expectBoth([10, 10], [1e8, 1e8], [0.5, 0.5], 1e8, 0.5)
    var random = SplitMix64(seed: 73)
    let pixels = (0..<4).map { k in (0..<[3, 10, 7, 1][k]).map { _ in random.uniform() + Double(k) * 0.2 } }
    func both(_ x: [Double]) -> (mean: Double, deviation: Double) {
        let mean = x.reduce(0, +) / Double(x.count)
        return (mean, (x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count)).squareRoot())
    }
    let (parts, all) = (pixels.map(both), both(pixels.flatMap { $0 }))
    try expectBoth(pixels.map(\.count), parts.map(\.mean), parts.map(\.deviation), all.mean, all.deviation)
    for counts in [[], [0, 0]] {
        let numbers = counts.map { _ in 1.0 }
        try expect(together(counts, numbers, numbers), "nil") { $0 == nil }
    }
}
