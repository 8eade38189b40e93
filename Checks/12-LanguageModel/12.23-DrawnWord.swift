import Exercises12
import Foundation
import Practice
import Solutions12

let drawnWord = Check(
    "12.23",
    answer(
        "wordProbabilities(scores:temperature:topK:)", Exercises12.wordProbabilities(scores:temperature:topK:),
        Solutions12.wordProbabilities(scores:temperature:topK:)),
    answer("drawnWord(_:chance:)", Exercises12.drawnWord(_:chance:), Solutions12.drawnWord(_:chance:))
) { probabilities, drawn in
    /// Of these exponents, over their sum.
    func shares(_ exponents: [Float?]) -> [Float] {
        let powers = exponents.map { $0.map { exp($0) } ?? 0 }
        return powers.map { $0 / powers.reduce(0, +) }
    }
    let scores: [Float] = [1, 3, 2, 0]
    try expectClose(probabilities(scores, 1, nil).noting("the softmax of the scores"), shares([1, 3, 2, 0]))
    try expectClose(
        probabilities(scores, 2, nil).noting("a softmax of half the scores, so more alike"), shares([0.5, 1.5, 1, 0]))
    try expectClose(
        probabilities(scores, 0.5, 2).noting("a softmax of 6 and 4 alone: what is left makes 1"),
        shares([nil, 6, 4, nil]))
    try expectClose(probabilities(scores, 1, 1).noting("the best word alone"), [0, 1, 0, 0])
    try expectClose(probabilities(scores, 1, 9).noting("more than there are: all"), shares([1, 3, 2, 0]))
    let cold = "at temperature 0 nothing is left to chance"
    try expectClose(probabilities(scores, 0, nil).noting(cold), [0, 1, 0, 0])
    let equal = "of equal scores the lower number comes first"
    try expectClose(probabilities([2, 5, 5, 5], 1, 2).noting(equal), [0, 0.5, 0.5, 0])
    try expectClose(probabilities([2, 5, 5, 5], 0, 3).noting(equal), [0, 1, 0, 0])
    let large = "a Float cannot hold e to the power of 100"
    try expectClose(probabilities([1000, 1001, -1000], 1, nil).noting(large), shares([0, 1, -1000]))
    try expectClose(probabilities([-1000, -1001], 1, nil).noting(large), shares([1, 0]))
    try expectClose(probabilities([3, 4], 0.001, nil).noting(large), [0, 1])
    try expectClose(probabilities([7], 3, 1).noting("a single word"), [1])

    let p: [Float] = [0.25, 0, 0.5, 0.25]
    for (chance, word) in [(0, 0), (0.2, 0), (0.25, 2), (0.5, 2), (0.74, 2), (0.75, 3), (0.99, 3)] as [(Float, Int)] {
        try expectEqual(drawn(p, chance).noting("the sums are 0.25, 0.25, 0.75 and 1"), word)
    }
    try expectEqual(drawn([0, 0, 1], 0).noting("a word without a chance is never drawn"), 2)
    try expectEqual(drawn([0.3, 0.3, 0.3999, 0], 0.99995).noting("no sum is more: the last word with a chance"), 2)
}
