import Exercises21
import Practice
import Solutions21
import Tensors

let labelShares = Check(
    "21.10", answer("labelShares(_:among:)", Exercises21.labelShares(_:among:), Solutions21.labelShares(_:among:))
) { labelShares in
    let classes = ["airplane", "bird", "kite"]
    let examples: [(votes: [[String]], shares: [[Float]])] = [
        ([["bird"]], [[0, 1, 0]]), ([["bird", "bird", "kite", "bird"]], [[0, 0.75, 0.25]]),
        (
            [["airplane"], ["kite", "airplane"], ["kite", "bird", "airplane"]],
            [[1, 0, 0], [0.5, 0, 0.5], [1 / 3, 1 / 3, 1 / 3]]
        ),
    ]
    for (votes, shares) in examples {
        let found = try labelShares(votes, classes)
        try expect(found, "a tensor") { $0 != nil }
        try expectClose(found.its("the tensor") { $0! }, Tensor(shares))
    }
    let none = try labelShares([], classes)
    try expectEqual(none.its("shape") { $0?.shape }, [0, 3])
    // A class that nobody votes for keeps its column.
    try expectEqual(try labelShares([["a"]], ["a", "b", "c", "d"]).its("shape") { $0?.shape }, [1, 4])
    let refused: [(votes: [[String]], classes: [String])] = [
        ([[]], classes), ([["bird"], []], classes), ([["frog"]], classes), ([["bird", "frog"]], classes),
        ([["bird"]], ["bird", "bird"]), ([["Bird"]], classes),
    ]
    for (votes, classes) in refused { try expect(labelShares(votes, classes), "nil") { $0 == nil } }
}
