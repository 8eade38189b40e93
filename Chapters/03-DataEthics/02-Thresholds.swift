// # Who sets the threshold?
//
// Section 3.2 · After this page you know how a default value becomes an arrest, and how many false alarms a search
// among many faces has to give.

import Figures
import Foundation
import Notebook
import Tensors

// A model is built by some people, its manual is written by others, and it is used by people whom neither has met.
// Amazon sold face recognition to the police. The ACLU, a civil rights organization, tried it in 2018 with photos of
// all members of Congress and a collection of police photos, with the settings as they came: 28 members were matched
// with somebody who had been arrested, and people of colour were among them more often than they are in Congress.
// Amazon answered that the police should use a higher threshold. But nobody had told the police, and the default was
// the lower one.
//
// A threshold is where numbers become decisions. To see what depends on it, take scores of two kinds (`pairScores`): of
// two photos of one person, and of two photos of different people. Both have a spread; they overlap a little.
// `shareAtLeast` says how many are above a threshold, and `anyFalseMatch` what becomes of one rare mistake when it can
// happen many times:

/// The share of numbers that are at least as large as a threshold.
public func shareAtLeast(_ threshold: Float, _ scores: [Float]) -> Double {
    Double(scores.count { $0 >= threshold }) / Double(max(scores.count, 1))
}

/// The chance of at least one false match when a face is compared with many others, if one comparison is wrong with
/// this probability.
public func anyFalseMatch(_ perComparison: Double, faces: Int) -> Double { 1 - pow(1 - perComparison, Double(faces)) }

extension DataEthics {
    /// Scores of pairs of photos: of the same person, and of two.
    private func pairScores() -> (same: [Float], different: [Float]) {
        var random = run.random
        let count = run.size(quick: 5_000, usual: 200_000)
        return (
            (92 + 4 * Tensor.randn(count, using: &random)).scalars,
            (55 + 8 * Tensor.randn(count, using: &random)).scalars
        )
    }

    func scoresOfFaces() {
        let (same, different) = pairScores()
        show(
            Chart("Pairs of photos, by how alike the model finds them", x: "score", y: "pairs") {
                Histogram(different, "two people", bins: 40, range: 20...110)
                Histogram(same, "one person", bins: 40, range: 20...110)
                Rule(x: 80, "default")
            }, "Scores of made-up pairs")
        var table = TextTable(["threshold", "one person is found", "two are taken for one"], decimals: 5)
        for threshold: Float in [70, 80, 90] {
            table.add(Int(threshold), shareAtLeast(threshold, same), shareAtLeast(threshold, different))
        }
        show(table, "What a threshold does to single comparisons")
    }

    func whoSetsTheThreshold() {
        // One wrong comparison in a thousand looks harmless. But a search is not one comparison. A face is compared
        // with all of a collection:
        let (wrong, faces) = (0.0009, 10_000)
        record(
            "faces/chance-of-a-false-match-in-a-collection", anyFalseMatch(wrong, faces: faces),
            predict: .choice(
                "Each comparison is wrong with probability 0.0009. A face is compared with 10,000 others. How likely is at least one false match?",
                ["about 1 in 100", "about 1 in 2", "nearly certain"], answer: "nearly certain"))
        var table = TextTable(
            ["faces in the collection", "wrong in 1,000 comparisons: 0.9", "0.01", "0.0001"], decimals: 4)
        for faces in [100, 1_000, 10_000, 100_000] {
            table.add(
                faces, anyFalseMatch(0.9e-3, faces: faces), anyFalseMatch(1e-5, faces: faces),
                anyFalseMatch(1e-7, faces: faces))
        }
        show(table, "The chance that somebody innocent is found")
        // 28 false matches among 535 members of Congress are one in nineteen:
        record("faces/share-of-congress-that-was-matched", 28.0 / 535)
        // So the threshold depends on how large the collection is, and on what happens to somebody who is found:
        // whether a person looks at both photos first, or a police car drives out. That is known by those who use the
        // model, and how scores behave is known by those who made it. If they never speak, a default decides. Which
        // data to use, what to optimize, what to do with an input that is like nothing before: none of these is a
        // technical question only. The people who can answer them together should sit in one room, while it is built.
    }
}
