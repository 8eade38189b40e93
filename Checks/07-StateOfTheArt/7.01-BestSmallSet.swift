import Exercises07
import Practice
import Solutions07
import Tensors

let bestSmallSet = Check(
    "7.1", answer("bestSmallSet(_:_:)", Exercises07.bestSmallSet(_:_:), Solutions07.bestSmallSet(_:_:))
) { best in
    func line(_ points: [Double]) -> [[Double]] { points.map { a in points.map { abs(a - $0) } } }
    try expectEqual(try best(2, line([0, 4, 10])), [0, 2])
    try expectEqual(try best(3, line([0, 1, 2, 9, 10])), [0, 2, 3])
    // Two are equally good: 0, 5, 12 and 0, 7, 12.
    try expectEqual(try best(3, line([0, 5, 7, 12])), [0, 1, 3])
    // Equally good ones: the first in the order of a dictionary.
    try expectEqual(try best(2, line([3, 3, 3])), [0, 1])
    try expectEqual(try best(3, line([1, 1, 1])), [0, 1, 2])
    try expectEqual(try best(4, line([0, 1, 2, 3])), [0, 1, 2, 3])
    for (count, points) in [(1, [0, 1]), (0, [0, 1]), (3, [0, 1]), (2, []), (-1, [0])] as [(Int, [Double])] {
        try expect(best(count, line(points)), "nil") { $0 == nil }
    }
    // Greedy takes both ends and then the middle, so that a fourth is only 2 away. The best set does without the
    // middle.
    try expectEqual(try best(4, line([0, 4, 6, 8, 12])), [0, 1, 3, 4])
    // The two that are farthest apart, 0 and 1, need not be in the best set: the other three are 6 from each other.
    let plane: [[Double]] = [
        [0, 10, 5, 5, 5], [10, 0, 5, 5, 5], [5, 5, 0, 6, 6], [5, 5, 6, 0, 6], [5, 5, 6, 6, 0],
    ]
    try expectEqual(try best(3, plane), [2, 3, 4])
    var random = SplitMix64(seed: 71)
    let many = (0..<9).map { _ in random.uniform() }
    let all = line(many)
    let three = try best(3, all)
    var most = -1.0
    for a in 0..<9 {
        for b in a + 1..<9 { for c in b + 1..<9 { most = max(most, min(all[a][b], all[b][c], all[a][c])) } }
    }
    try expectClose(
        three.its("its smallest distance") { set in
            set.map { s in min(all[s[0]][s[1]], all[s[1]][s[2]], all[s[0]][s[2]]) } ?? -1
        }, most)
}
