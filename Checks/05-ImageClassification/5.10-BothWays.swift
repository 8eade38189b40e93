import Exercises05
import Practice
import Solutions05
import Tensors

let bothWays = Check(
    "5.10",
    answer(
        "confusedPairs(actual:predicted:atLeast:)", Exercises05.confusedPairs(actual:predicted:atLeast:),
        Solutions05.confusedPairs(actual:predicted:atLeast:))
) { pairs in
    func expectPairs(
        _ actual: [String], _ predicted: [String], _ least: Int, _ expected: [(String, String, Int)]
    ) throws {
        try expectEqual(
            try pairs(actual, predicted, least).its("as text") { $0.map { "\($0.0) and \($0.1): \($0.2)" } },
            expected.map { "\($0.0) and \($0.1): \($0.2)" })
    }
    try expectPairs(["a", "a", "b", "c"], ["b", "a", "a", "a"], 1, [("a", "b", 2), ("a", "c", 1)])
    try expectPairs(["a", "a", "b", "c"], ["b", "a", "a", "a"], 2, [("a", "b", 2)])
    try expectPairs(["a", "b"], ["a", "b"], 0, [])
    try expectPairs([], [], 1, [])
    // Equal numbers, and capitals: "Z" comes before "a".
    try expectPairs(
        ["d", "Z", "c", "b", "a"], ["c", "a", "d", "a", "b"], 1, [("a", "b", 2), ("c", "d", 2), ("Z", "a", 1)])
    try expectPairs(["y", "x", "x"], ["z", "z", "y"], 1, [("x", "y", 1), ("x", "z", 1), ("y", "z", 1)])
    // Many pairs of one number: no order but that of the names is right.
    try expectPairs(
        ["f", "c", "e", "b", "d", "c"], ["a", "a", "a", "a", "a", "b"], 1,
        [("a", "b", 1), ("a", "c", 1), ("a", "d", 1), ("a", "e", 1), ("a", "f", 1), ("b", "c", 1)])
    // Many photos: two classes that are hard, and one that is not.
    var random = SplitMix64(seed: 510)
    let actual = (0..<300).map { ["bull", "staff", "pug"][$0 % 3] }
    let said = actual.map {
        $0 != "pug" && Float.random(in: 0..<1, using: &random) < 0.3 ? ($0 == "bull" ? "staff" : "bull") : $0
    }
    let count = zip(actual, said).count { $0 != $1 }
    try expectPairs(actual, said, 5, [("bull", "staff", count)])
}
