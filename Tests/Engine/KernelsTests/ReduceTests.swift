import TestSupport
import Testing

@testable import Kernels

@Suite struct `A reduction` {
    @Test(arguments: [
        [1, 1, 1], [1, 5, 1], [3, 7, 1], [1, 7, 3], [4, 6, 5], [1, 5_000, 1], [2, 100, 30], [1, 70_000, 1],
        [4, 3, 1_000],
    ]) func `folds the middle axis`(_ box: [Int]) {
        let (outer, count, inner) = (box[0], box[1], box[2])
        let x = noise(outer * count * inner)
        for (reduction, combine) in combinations {
            let expected = (0..<outer * inner).map { k in
                (1..<count).reduce(Double(x[at(k, 0, box)])) { combine($0, Double(x[at(k, $1, box)])) }
            }
            expectClose(
                reduced(reduction, x, box).map(Double.init), expected, absolute: 1e-6 + 3e-9 * Double(count),
                relative: 1e-6)
        }
    }

    @Test func `of nothing is a sum of zero`() {
        #expect(reduced(.sum, [], [3, 0, 1]) == [0, 0, 0] && reduced(.sum, [], [1, 0, 1]) == [0])
        #expect(reduced(.sum, [], [1, 0, 2]) == [0, 0] && reduced(.sum, [], [0, 4, 1]) == [])
        #expect(reduced(.sum, [], [2, 4, 0]) == [] && reduced(.maximum, [], [2, 4, 0]) == [])
    }

    @Test func `of a million numbers is right to the last digits`() {
        let x = noise(1_000_000).map { $0 + 1 }
        let exact = x.reduce(0.0) { $0 + Double($1) }
        #expect(abs(Double(reduced(.sum, x, [1, x.count, 1])[0]) / exact - 1) < 1e-7)
        #expect(abs(Double(reduced(.sum, x, [1, x.count / 2, 2]).reduce(0, +)) / exact - 1) < 2e-7)
    }

    @Test func `finds where the largest is`() {
        let x: [Float] = [3, 9, 1, 9, 2, 9]
        #expect(places(largest: true, x, [1, 6, 1]) == [1] && places(largest: false, x, [1, 6, 1]) == [2])
        #expect(places(largest: true, x, [1, 3, 2]) == [0, 0] && places(largest: true, x, [2, 3, 1]) == [1, 0])
    }
}

private let combinations: [(Reduction, @Sendable (Double, Double) -> Double)] = [
    (.sum, { $0 + $1 }), (.maximum, { max($0, $1) }), (.minimum, { min($0, $1) }),
]

/// Where element `r` of result `k` is in a box [outer, count, inner].
private func at(_ k: Int, _ r: Int, _ box: [Int]) -> Int { (k / box[2] * box[1] + r) * box[2] + k % box[2] }

private func reduced(_ reduction: Reduction, _ x: [Float], _ box: [Int]) -> [Float] {
    [Float](unsafeUninitializedCapacity: max(box[0] * box[2], 1)) { out, count in
        reduce(reduction, out: out.baseAddress!, x, outer: box[0], count: box[1], inner: box[2])
        count = box[0] * box[2]
    }
}

private func places(largest: Bool, _ x: [Float], _ box: [Int]) -> [Int] {
    [Int](unsafeUninitializedCapacity: box[0] * box[2]) { out, count in
        argReduce(largest: largest, out: out.baseAddress!, x, outer: box[0], count: box[1], inner: box[2])
        count = box[0] * box[2]
    }
}
