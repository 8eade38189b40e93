import Exercises09
import Practice
import Solutions09

let rankCorrelation = Check(
    "9.13",
    answer("rankCorrelation(_:_:)", Exercises09.rankCorrelation(_:_:), Solutions09.rankCorrelation(_:_:))
) { correlation in
    func expectNear(_ a: [Double], _ b: [Double], _ wanted: Double) throws {
        try expect(correlation(a, b), "\(wanted)") { found in found.map { abs($0 - wanted) < 1e-9 } ?? false }
    }
    try expectNear([1, 2, 3], [10, 100, 1000], 1)
    try expectNear([1, 2, 3], [5, 0, -900], -1)
    try expectNear([1, 2, 3, 4], [1, 3, 2, 4], 0.8)
    // Equal values share their ranks.
    try expectNear([7, 3, 7], [2, 1, 2], 1)
    try expectNear([1, 2, 2, 3], [1, 2, 3, 4], 0.9486832980505138)
    try expectNear([1, 1, 2, 2], [1, 2, 1, 2], 0)
    try expectEqual(correlation([4, 4, 4], [1, 2, 3]), nil)
    try expectEqual(correlation([1, 2], [5, 5]), nil)
    try expectEqual(correlation([], []), nil)
}
