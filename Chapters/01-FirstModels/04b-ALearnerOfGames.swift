// # A learner of games
//
// Section 1.4 · After this page you have seen a machine learn a game by playing against itself.

import Common
import Figures
import Notebook
import Tensors

// Samuel's example was checkers. The book says that his program learned it so well that by 1961 it beat the champion of
// Connecticut. Samuel named four things: a *weight assignment*; that any assignment has an actual *performance*; an
// *automatic means of testing* it; and a *mechanism* that alters the assignment so that performance gets better. None
// of them needs a person.
//
// Here they are for a smaller game, noughts and crosses. The model looks at the position after each move that it could
// make, and counts seven things in it, such as lines in which it has two signs and the third field is free. Each count
// has a weight. Weights times counts, added up: that is how good the move looks, and the best one is played.

extension FirstModels {
    func resultsAndPerformance() {
        // With the weights that somebody who knows the game might choose, a *result* of the model is a move:
        var random = run.random
        let byHand = [100.0, 1, -10, 0, 0, 1, 0]
        let board = [0, 4].reduce(Board()) { $0.after($1, by: 1) }.after(2, by: -1)
        show(board.picture, "the model is o, and it is its turn")
        show(
            move(on: board, 1, weights: byHand, using: &random), "its move (fields are counted from 0, row by row)",
            ask: "The rows are “o . x”, “. o .”, “. . .”. Which field completes a line of o? (0 to 8)")
        // Its *performance* is something else: how often it wins. One can test it against somebody who moves at random:
        let games = run.size(quick: 40, usual: 1000)
        record("samuel/score-of-weights-by-hand", score(of: byHand, against: nil, games: games, using: &random))
        let chance = score(of: nil, against: nil, games: games, using: &random)
        record(
            "samuel/score-of-random-moves", chance,
            predict: .share(
                "1 for a win, ½ for a draw: what does a player at random have against another? (Within 0.1.)", chance,
                within: .plusMinus(0.1)))
    }
}

// The mechanism is Samuel's: let two assignments play against each other, and go on in the direction of the winner's
// weights, away from the loser's. Where does the second one come from? It is the first, with something random added:

/// Lets an assignment play against altered copies of itself, and moves it towards those that win.
/// - Parameters:
///   - watch: gets the assignment before the first match, and after each.
public func learnedByPlaying(
    matches: Int, gamesEach: Int = 20, using random: inout SplitMix64, watch: (_ weights: [Double]) -> Void
) -> [Double] {
    var weights = [Double](repeating: 0, count: 7)
    watch(weights)
    for _ in 0..<matches {
        let change = weights.map { _ in Double.random(in: -1...1, using: &random) }
        let challenger = zip(weights, change).map { $0 + $1 }
        let score = score(of: challenger, against: weights, games: gamesEach, using: &random)
        // Above a half the challenger has won, and the way goes towards it; below, away from it. A draw changes
        // nothing.
        weights = zip(weights, change).map { $0 + (2 * score - 1) * $1 }
        watch(weights)
    }
    return weights
}

extension FirstModels {
    func learningByPlaying() {
        let matches = run.size(quick: 20, usual: 300)
        var (scores, tested) = ([[Double]](), [Int]())
        var last: [Double] = []
        for _ in 0..<run.size(quick: 1, usual: 5) {
            var random = SplitMix64(seed: run.seed &+ UInt64(scores.count))
            var (test, number, curve) = (SplitMix64(seed: 7), 0, [Double]())
            tested = []
            last = learnedByPlaying(matches: matches, using: &random) { weights in
                if number % max(1, matches / 20) == 0 {
                    tested.append(number)
                    curve.append(score(of: weights, against: nil, games: 200, using: &test))
                }
                number += 1
            }
            scores.append(curve)
        }
        show(
            Chart("It learns by playing against itself", x: "matches", y: "score against random moves", yLimits: 0...1)
            {
                for (number, curve) in scores.enumerated() {
                    Line(tested, curve, number == 0 ? "one start each" : nil, colour: .blue)
                }
                Rule(y: 0.5, "random moves")
            }, "Scores of \(counted(scores.count, "learner")): nobody has told them how the game is played well")
        record("samuel/score-after-learning", over: scores.map { $0.last! })
        var table = TextTable(["what it counts", "weight"], decimals: 2)
        for (name, weight) in zip(Board.featureNames, last) { table.add(name, weight) }
        show(table, "The weights of the last learner")

        // Nobody told it that three in a row are good, and that the other's two are a danger. See whether it has found
        // out.
    }

    func thenItIsAProgram() {
        // So this is what goes on in training. Positions go in, moves come out; how often they win decides where the
        // weights go:
        show(
            NodeDiagram(
                "Training a model",
                [
                    .init("inputs", 0, 0), .init("weights", 0, 1), .init("model", 1, 0.5, isStep: true),
                    .init("results", 2, 0.5), .init("performance", 3, 0.5),
                ],
                [
                    .init("inputs", "model"), .init("weights", "model"), .init("model", "results"),
                    .init("results", "performance"), .init("performance", "weights", "update", isBack: true),
                ]), "Positions, moves, and how often they win (the book's figure 1-6)")
        // Once it has learned enough, the weights stay as they are. Then they are a part of the model, and it is used
        // like any other program:
        show(
            NodeDiagram(
                "A trained model",
                [.init("inputs", 0, 0), .init("model", 1, 0, isStep: true), .init("results", 2, 0)],
                [.init("inputs", "model"), .init("model", "results")]),
            "Compare it with figure 1-4 (the book's figure 1-7)")
    }
}

// MARK: Helpers

extension Board {
    /// "o . x" and so on, in three lines.
    fileprivate var picture: String {
        [0, 3, 6].map { row in (row..<row + 3).map { [1: "o", -1: "x"][fields[$0]] ?? "." }.joined(separator: " ") }
            .joined(separator: "\n")
    }
}
