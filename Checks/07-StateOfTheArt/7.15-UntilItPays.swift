import Exercises07
import Practice
import Solutions07

let untilItPays = Check(
    "7.15",
    answer(
        "epochsUntilItPays(_:without:with:)", Exercises07.epochsUntilItPays(_:without:with:),
        Solutions07.epochsUntilItPays(_:without:with:))
) { found in
    let (low, high) = ([0.5, 0.5, 0.5], [0.6, 0.6, 0.6])
    func expectLength(_ epochs: [Int], _ pays: [Bool], _ expected: Int?) throws {
        try expectEqual(try found(epochs, epochs.map { _ in low }, pays.map { $0 ? high : low }), expected)
    }
    try expectLength([5, 20, 80], [false, true, true], 20)
    try expectLength([5, 20, 80], [true, true, true], 5)
    try expectLength([5, 20, 80], [false, false, false], nil)  // equal is not better
    // A length that pays before one that does not is chance.
    try expectLength([5, 20, 80], [true, false, true], 80)
    try expectLength([5, 20, 80], [true, true, false], nil)
    try expectLength([80, 5, 20], [true, false, true], 20)
    try expectLength([20, 80, 5], [true, true, false], 20)
    try expectLength([80, 20, 5], [false, true, true], nil)
    try expectLength([7], [true], 7)
    try expectLength([], [], nil)
    // Better on two of three, but not by the mean; better by the mean, but on one of three; on half of the seeds.
    try expectEqual(try found([3], [[0.5, 0.5, 0.5]], [[0.6, 0.6, 0.1]]), nil)
    try expectEqual(try found([3], [[0.5, 0.5, 0.5]], [[0.9, 0.4, 0.4]]), nil)
    try expectEqual(try found([3], [[0.5, 0.5]], [[0.9, 0.4]]), nil)
    // Better on one of three, equal on the others.
    try expectEqual(try found([3], [[0.5, 0.5, 0.5]], [[0.5, 0.5, 0.9]]), nil)
    // Seed by seed: sorted, all three would be better.
    try expectEqual(try found([3], [[0.1, 0.5, 0.8]], [[0.6, 0.2, 0.7]]), nil)
    try expectEqual(try found([3], [[0.1, 0.5, 0.8]], [[0.2, 0.6, 0.75]]), 3)
}
