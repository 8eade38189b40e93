import Exercises19
import Practice
import Solutions19
import Tensors

let mergedStatistics = Check(
    "19.6", answer("merged(_:_:)", Exercises19.merged(_:_:), Solutions19.merged(_:_:))
) { merged in
    func expectMerged(_ a: [Double], _ b: [Double], _ remark: String, tolerance: Double = 1e-9) throws {
        let (first, second, both) = (statistics(a), statistics(b), statistics(a + b))
        let found = try merged(first, second).noting(remark)
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
    var sofar: Statistics = (0, 0, 0)
    for start in stride(from: 0, to: 1000, by: 64) {
        sofar = try merged(sofar, statistics(Array(far[start..<min(start + 64, 1000)]))).value
    }
    let found = Found("merged(…) of 16 batches", sofar)
    try expectEqual(found.its("count", \.count), 1000)
    try expectClose(found.its("squares", \.squares), statistics(far).squares, tolerance: 1e-6)
}

private func statistics(_ numbers: [Double]) -> (count: Int, mean: Double, squares: Double) {
    guard let first = numbers.first else { return (0, 0, 0) }
    // Around the first number, so that nothing is lost.
    let mean = first + numbers.reduce(0) { $0 + ($1 - first) } / Double(numbers.count)
    return (numbers.count, mean, numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) })
}
