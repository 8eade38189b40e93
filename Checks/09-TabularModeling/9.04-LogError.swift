import Exercises09
import Practice
import Solutions09

let logError = Check(
    "9.4",
    answer(
        "logError(predicted:actual:)", Exercises09.logError(predicted:actual:), Solutions09.logError(predicted:actual:))
) { logError in
    func expectError(_ predicted: [Double], _ actual: [Double], _ wanted: Double) throws {
        try expect(logError(predicted, actual), "\(wanted)") { found in found.map { abs($0 - wanted) < 1e-9 } ?? false }
    }
    try expectError([60_000, 10_000], [66_000, 11_000], 0.0953101798043249)
    try expectError([1], [1], 0)
    try expectError([2, 1], [1, 1], 0.4901290717342736)
    try expectError([1, 2], [2, 1], 0.6931471805599453)
    try expectError([100, 50, 10], [10, 50, 100], 1.8800528557247886)
    try expectEqual(logError([0], [1]), nil)
    try expectEqual(logError([1, 2], [3, -4]), nil)
}
