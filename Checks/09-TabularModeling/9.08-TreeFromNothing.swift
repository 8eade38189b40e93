import Exercises09
import Practice
import Solutions09

let treeFromNothing = Check(
    "9.8",
    answer(
        "treePrediction(columns:targets:depth:row:)", Exercises09.treePrediction(columns:targets:depth:row:),
        Solutions09.treePrediction(columns:targets:depth:row:))
) { tree in
    func expectMean(_ columns: [[Double]], _ targets: [Double], _ depth: Int, _ row: [Double], _ mean: Double) throws {
        try expectClose(tree(columns, targets, depth, row), mean)
    }
    let targets = [1.0, 1, 5, 7]
    try expectMean([[1, 2, 3, 4]], targets, 1, [4], 6)
    try expectMean([[1, 2, 3, 4]], targets, 2, [4], 7)
    try expectMean([[1, 2, 3, 4]], targets, 0, [4], 3.5)
    try expectMean([[1, 2, 3, 4]], targets, 9, [2.4], 1)
    // The row is exactly at the threshold: ≤ is the left side.
    try expectMean([[1, 2, 3, 4]], targets, 1, [2.5], 1)
    // The second column is the better one.
    try expectMean([[1, 2, 3, 4], [0, 1, 0, 1]], [0, 8, 0, 8], 1, [1, 1], 8)
    // No single question helps, and two do: the first of equally good ones is asked.
    let switches = [[0.0, 0, 1, 1], [0, 1, 0, 1]]
    try expectMean(switches, [0, 1, 1, 0], 2, [1, 0], 1)
    try expectMean(switches, [0, 1, 1, 0], 2, [1, 1], 0)
    // Two columns part the training rows in the same way, and the row differently: the first column counts.
    try expectMean([[0, 0, 1, 1], [0, 0, 1, 1]], [0, 0, 4, 4], 1, [0, 1], 0)
    // Two thresholds are equally good: the smaller one counts.
    try expectMean([[1, 2, 3]], [4, 5, 4], 1, [3], 4.5)
    try expectMean([[1, 2, 3]], [4, 5, 4], 1, [1], 4)
    try expectMean([[5, 5, 5]], [1, 2, 6], 4, [5], 3)
    try expectMean([[3, 1, 2], [9, 9, 9]], [30, 10, 20], 5, [1.6, 0], 20)
}
