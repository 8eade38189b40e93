import Exercises15
import Practice
import Solutions15

let inputsOfATable = Check(
    "15.16",
    answer(
        "inputsOfTheLayers(categories:numbers:tables:means:variances:)",
        Exercises15.inputsOfTheLayers(categories:numbers:tables:means:variances:),
        Solutions15.inputsOfTheLayers(categories:numbers:tables:means:variances:))
) { inputs in
    let tables: [[[Double]]] = [[[0, 0], [1, 2], [3, 4]], [[-1], [5]]]
    func row(_ found: Found<[[Double]]>, _ place: Int) -> Found<[Double]> {
        found.its("row \(place)") { $0.indices.contains(place) ? $0[place] : [] }
    }
    let found = try inputs([[2, 1], [1, 0]], [[6, 1], [10, 0]], tables, [6, 0], [4, 0])
    try expectEqual(found.its("number of rows") { $0.count }, 2)
    try expectClose(row(found, 0), [3, 4, 5, 0, 1 / 1e-5.squareRoot()])
    try expectClose(row(found, 1), [1, 2, -1, 4 / 4.00001.squareRoot(), 0])
    // Levels without a row count as what is missing.
    let unknown = try inputs([[3, 0], [-1, 2]], [[], []], tables, [], [])
    try expectClose(row(unknown, 0), [0, 0, -1])
    try expectClose(row(unknown, 1), [0, 0, -1])
    // Numbers alone.
    try expectClose(row(try inputs([[], []], [[3], [1]], [], [2], [1 - 1e-5]), 1), [-1])
    try expectEqual(try inputs([], [], tables, [], []), [])
}
