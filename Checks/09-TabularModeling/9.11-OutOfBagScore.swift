import Exercises09
import Practice
import Solutions09

let outOfBagScore = Check(
    "9.11",
    answer(
        "outOfBagScore(_:bags:targets:)", Exercises09.outOfBagScore(_:bags:targets:),
        Solutions09.outOfBagScore(_:bags:targets:))
) { score in
    func expectScore(_ predictions: [[Double]], _ bags: [[Int]], _ targets: [Double], _ wanted: Double) throws {
        try expect(score(predictions, bags, targets), "\(wanted)") { found in
            found.map { abs($0 - wanted) < 1e-9 } ?? false
        }
    }
    try expectScore([[1, 2], [3, 4]], [[0, 0], [1, 1]], [3, 2], 1)
    try expectScore([[1, 2], [3, 4]], [[0, 0], [1, 1]], [1, 2], -7)
    // Row 2 is asked of both trees, and row 0 of none.
    try expectScore([[9, 1, 2], [9, 7, 4]], [[0, 1, 1], [0, 0, 0]], [5, 8, 2], 0.888888888888889)
    // The mean of the targets that are left is always predicted: 0.
    try expectScore([[2, 2, 2, 50]], [[3, 3, 3, 3]], [1, 2, 3, 50], 0)
    try expectEqual(score([[1, 2]], [[0, 1]], [1, 2]), nil)
    try expectEqual(score([[1, 2]], [[0, 0]], [1, 2]), nil)
    try expectEqual(score([], [], []), nil)
}
