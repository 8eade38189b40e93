import Exercises05
import Practice
import Solutions05
import Tensors
import Training

let valleyRate = Check(
    "5.13", answer("valleyRate(_:_:)", Exercises05.valleyRate(_:_:), Solutions05.valleyRate(_:_:))
) { valleyRate in
    let rates = (0..<9).map { Float($0) }
    // A rise, a fall and a rise: the fall is from 2 to 6.
    try expectEqual(valleyRate(rates, [3, 4, 5, 4.5, 3.9, 2, 1, 6, 9]), 4)
    // The fall goes over a bump: 9, 7, 6, 5, 3 are points 0, 1, 3, 4, 6.
    try expectEqual(valleyRate(Array(rates.prefix(8)), [9, 7, 8, 6, 5, 5.5, 3, 10]), 3)
    // The longest fall is not the deepest one.
    try expectEqual(valleyRate(rates, [9, 1, 8, 7, 6, 5, 4, 8, 8]), 3)
    // Where nothing falls, each point is a fall, and the first one ends first.
    try expectEqual(valleyRate([3, 4, 5], [1, 1, 1]), 3)
    try expectEqual(valleyRate([3, 4, 5], [1, 2, 3]), 3)
    // What is no number counts for nothing, and has a place nevertheless.
    try expectEqual(valleyRate([3, 4, 5, 6, 7], [.nan, 4, .nan, 2, .infinity]), 5)
    try expectEqual(valleyRate([3, 4], [.nan, .nan]), nil)
    try expectEqual(valleyRate([], []), nil)

    // On random curves, the longest fall is as long as a search through all choices says.
    var random = SplitMix64(seed: 513)
    for _ in 0..<40 {
        let losses = (0..<9).map { _ in Float(Int.random(in: 0..<20, using: &random)) }
        var falls: [(length: Int, first: Int, last: Int)] = []
        for choice in 1..<512 {
            let points = (0..<9).filter { choice >> $0 & 1 == 1 }
            if zip(points, points.dropFirst()).allSatisfy({ losses[$0] > losses[$1] }) {
                falls.append((points.count, points[0], points.last!))
            }
        }
        let most = falls.map(\.length).max()!
        let longest = falls.filter { $0.length == most }
        let end = longest.map(\.last).min()!
        let middles = Set(longest.filter { $0.last == end }.map { rates[($0.first + end) / 2] })
        try expect(
            valleyRate(rates, losses), "the rate half-way down a longest fall, \(middles.sorted())"
        ) { $0.map { middles.contains($0) } == true }
    }
}
