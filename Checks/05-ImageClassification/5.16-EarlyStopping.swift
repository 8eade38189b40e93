import Exercises05
import Practice
import Solutions05

let earlyStopping = Check(
    "5.16",
    answer(
        "earlyStopping(_:patience:least:)", Exercises05.earlyStopping(_:patience:least:),
        Solutions05.earlyStopping(_:patience:least:))
) { earlyStopping in
    func expectStop(_ errors: [Double], _ patience: Int, _ least: Double, _ expected: [Int]?) throws {
        let found = try earlyStopping(errors, patience, least)
        try expectEqual(
            found.its("trained, kept, again") { $0.map { [$0.trained, $0.kept, $0.again] } }, expected)
    }
    let errors = [0.5, 0.3, 0.4, 0.35, 0.2, 0.25, 0.25, 0.1]
    try expectStop(errors, 1, 0, [3, 1, 2])
    try expectStop(errors, 2, 0, [4, 1, 2])
    try expectStop(errors, 3, 0, [8, 7, 8])
    try expectStop(errors, 100, 0, [8, 7, 8])
    // The same error rate once more is no improvement.
    try expectStop([0.2, 0.2, 0.2, 0.1], 2, 0, [3, 0, 1])
    // Improvements that are too small do not count, and do not move the best.
    try expectStop([0.50, 0.47, 0.44, 0.41, 0.38], 2, 0.05, [5, 4, 5])
    try expectStop([0.50, 0.47, 0.46, 0.44, 0.43], 2, 0.05, [3, 0, 1])
    // Once the patience has run out, better epochs do not matter; two separate bad ones are not two in a row.
    try expectStop([0.5, 0.6, 0.4, 0.6, 0.3], 2, 0, [5, 4, 5])
    // What is no number: in the middle it is no improvement, at the beginning it is nothing.
    try expectStop([0.5, .nan, .nan, 0.1], 2, 0, [3, 0, 1])
    try expectStop([.nan, .nan, .nan, 0.4, 0.5], 2, 0, [5, 3, 4])
    try expectStop([.nan, .nan], 1, 0, nil)
    try expectStop([], 1, 0, nil)
    try expectStop(errors, 0, 0, nil)
    try expectStop([0.7], 1, 0, [1, 0, 1])
}
