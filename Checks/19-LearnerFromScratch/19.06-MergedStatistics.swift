import Exercises19
import Practice
import Solutions19
import Tensors

/// Statistics, written in a message as a reader writes them.
private struct Known: Sendable, CustomStringConvertible {
    let count: Int
    let mean, squares: Double

    init(_ numbers: [Double]) {
        // Around the first number, so that nothing is lost.
        let (count, first) = (Double(max(numbers.count, 1)), numbers.first ?? 0)
        let mean = first + numbers.reduce(0) { $0 + ($1 - first) } / count
        self.init((numbers.count, mean, numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }))
    }

    init(_ tuple: (count: Int, mean: Double, squares: Double)) { (count, mean, squares) = tuple }

    var tuple: (count: Int, mean: Double, squares: Double) { (count, mean, squares) }
    var description: String { "(\(count), \(mean), \(squares))" }
}

private typealias Merged = @Sendable (Known, Known) throws -> Known

private let readers: Merged = { Known(try Exercises19.merged($0.tuple, $1.tuple)) }
private let ours: Merged = { Known(try Solutions19.merged($0.tuple, $1.tuple)) }

let mergedStatistics = Check(
    "19.6", Answer(NamedFunction("merged(_:_:)", readers), NamedFunction("merged(_:_:)", ours))
) { merged in
    func expectMerged(_ a: [Double], _ b: [Double], _ remark: String, tolerance: Double = 1e-9) throws {
        let both = Known(a + b)
        let found = try merged(Known(a), Known(b)).noting(remark)
        try expectEqual(found.its("count", \.count), both.count)
        try expectClose(found.its("mean", \.mean), both.mean, tolerance: tolerance)
        try expectClose(found.its("squares", \.squares), both.squares, tolerance: tolerance)
    }
    try expectMerged([1, 2, 3], [6], "the numbers 1, 2, 3 and 6")
    try expectMerged([], [], "no numbers")
    try expectMerged([], [4, 8], "no numbers, and 4 and 8")
    try expectMerged([4, 8], [], "4 and 8, and no numbers")
    try expectMerged([5], [5], "twice the number 5")
    try expectMerged([-1, 1], [9, 11, 13], "unequal counts")

    var random = SplitMix64(seed: 196)
    let noise = (0..<1000).map { _ in random.uniform() }
    try expectMerged(Array(noise[..<700]), Array(noise[700...]), "1000 random numbers")
    let far = noise.map { 1e6 + $0 }
    try expectMerged(
        Array(far[..<128]), Array(far[128...]), "1000 random numbers from 1000000 to 1000001", tolerance: 1e-7)

    // A whole data set, merged batch by batch.
    var sofar = Known([])
    for start in stride(from: 0, to: 1000, by: 64) {
        sofar = try merged(sofar, Known(Array(far[start..<min(start + 64, 1000)]))).value
    }
    let found = Found("merged(…) of 16 batches", sofar)
    try expectEqual(found.its("count", \.count), 1000)
    try expectClose(found.its("squares", \.squares), Known(far).squares, tolerance: 1e-6)
}
