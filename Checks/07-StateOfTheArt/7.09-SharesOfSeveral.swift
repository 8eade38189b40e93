import Exercises07
import Practice
import Solutions07

let sharesOfSeveral = Check(
    "7.9",
    answer(
        "dirichletShares(_:alpha:seed:)", Exercises07.dirichletShares(_:alpha:seed:),
        Solutions07.dirichletShares(_:alpha:seed:))
) { shares in
    try expectEqual(shares(1, 0.4, 1), [1])
    for (count, alpha) in [(2, 0.4), (3, 1), (5, 0.1), (4, 10)] {
        var (sum, squares) = ([Double](repeating: 0, count: count), 0.0)
        let draws = 3000
        for seed in 0..<UInt64(draws) {
            let found = try shares(count, alpha, 79 + seed &* 7919)
            try expect(found, "\(count) shares from 0 to 1 that add up to 1") { values in
                values.count == count && values.allSatisfy { (0...1).contains($0) }
                    && abs(values.reduce(0, +) - 1) < 1e-9
            }
            for (place, value) in found.value.enumerated() { sum[place] += value / Double(draws) }
            squares += found.value.map { $0 * $0 }.reduce(0, +) / Double(count * draws)
        }
        let k = Double(count)
        let expected = (1 / k) * (1 - 1 / k) / (k * alpha + 1)
        try expect(Found("the mean of each of \(count) shares, α = \(alpha)", sum), "\(1 / k), about") {
            $0.allSatisfy { abs($0 - 1 / k) < 0.03 }
        }
        try expect(
            Found("the variance of \(count) shares, α = \(alpha)", squares - 1 / (k * k)), "\(expected), about"
        ) { abs($0 / expected - 1) < 0.12 }
    }
    let (one, same, other) = (try shares(3, 1, 5), try shares(3, 1, 5), try shares(3, 1, 6))
    try expectEqual(same, one.value)
    try expect(other, "other shares for another seed") { $0 != one.value }
}
