import Exercises02
import Practice
import Solutions02

let betweenBuckets = Check(
    "2.9",
    answer(
        "estimatedTime(_:limits:counts:total:)", Exercises02.estimatedTime(_:limits:counts:total:),
        Solutions02.estimatedTime(_:limits:counts:total:))
) { time in
    func expectTime(_ share: Double, _ limits: [Double], _ counts: [Int], _ total: Int, _ expected: Double) throws {
        let found = try time(share, limits, counts, total)
        guard let value = found.value else {
            throw WrongAnswer(given: found.call, expected: "\(expected)", found: "nil")
        }
        try expect(Found(found.call, value), "\(expected)", found: "\(value)") { abs($0 - expected) < 1e-9 }
    }
    let limits = [0.1, 0.2, 0.5]
    try expectTime(0.5, limits, [10, 20, 20], 20, 0.1)
    try expectTime(0.75, limits, [10, 20, 20], 20, 0.15)
    try expectTime(0.25, limits, [10, 20, 20], 20, 0.05)
    try expectTime(1, limits, [10, 20, 20], 20, 0.2)
    try expectTime(0.9, limits, [0, 0, 10], 10, 0.47)
    try expectTime(0, limits, [0, 4, 8], 8, 0.1)
    try expectTime(0, limits, [4, 4, 8], 8, 0)
    // Half of them took longer than anything that is counted apart.
    try expectTime(0.9, limits, [1, 2, 5], 10, 0.5)
    try expectTime(0.5, limits, [1, 2, 5], 10, 0.5)
    try expectTime(0.35, limits, [1, 2, 5], 10, 0.35)
    for (share, limits, counts, total) in [
        (0.5, [0.1], [0], 0), (1.5, [0.1], [3], 3), (-0.1, [0.1], [3], 3), (0.5, [], [], 3),
    ] as [(Double, [Double], [Int], Int)] {
        let found = try time(share, limits, counts, total)
        try expect(found, "nil", found: "a time") { $0 == nil }
    }
}
