import Exercises09
import Practice
import Solutions09

let bestThreshold = Check(
    "9.7",
    answer("bestThreshold(_:_:)", Exercises09.bestThreshold(_:_:), Solutions09.bestThreshold(_:_:))
) { best in
    try expectEqual(best([1, 2, 3, 10], [5, 5, 5, 9]), 6.5)
    try expectEqual(best([10, 1, 3, 2], [9, 5, 5, 5]), 6.5)
    try expectEqual(best([1, 2, 3, 4], [0, 8, 9, 8]), 1.5)
    // Equal values stay together, wherever the targets would like to be cut.
    try expectEqual(best([1, 1, 1, 2, 3], [0, 9, 9, 9, 9]), 1.5)
    try expectEqual(best([1, 2, 3], [4, 5, 4]), 1.5)
    try expectEqual(best([7, 7, 7], [1, 2, 3]), nil)
    try expectEqual(best([], []), nil)
    try expectEqual(best([3], [1]), nil)
    try expectEqual(best([-2, 0, 1], [-1, -1, 5]), 0.5)
    let many = (0..<100_000).map { Double($0 * 7919 % 100_000) }
    let found = try best(many, many.map { $0 < 31_415 ? 1 : 2 })
    try expect(Found("bestThreshold of 100,000 rows", found.value), "31414.5") { $0 == 31_414.5 }
}
