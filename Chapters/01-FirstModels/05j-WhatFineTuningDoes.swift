// # What fine-tuning does
//
// Section 1.5 · After this page you know the two steps of `fineTune`, and have done them by hand.

import Figures
import Notebook
import Tensors
import Training
import Vision

// `learner.fineTune(1)` is the last line of the program, and it prints two tables. Why two? The head begins with random
// numbers. What it says at first is nonsense, and if everything learned from that, the body would be spoiled before the
// head knows anything. So first the body is *frozen*, and an epoch goes by in which only the head learns. Then
// everything learns, for as many epochs as you asked for: the head at full speed, and layers the more slowly, the
// nearer they are to the photo.

extension FirstModels {
    func twoStepsByHand() throws {
        let body = try smallPretrained
        var random = run.random
        let learner = try smallLearner(body.body(), using: &random)
        var states = [state(of: learner)]
        try EpochReporting.silently {
            learner.freeze()
            try learner.fitOneCycle(1, .slice(1e-2), rise: 0.99)
            states.append(state(of: learner))
            learner.unfreeze()
            try learner.fitOneCycle(1, .slice(5e-3 / 100, 5e-3), rise: 0.3, startDivisor: 5)
            states.append(state(of: learner))
        }
        // Is that all? A second learner, with the same seed, gets the one line:
        random = run.random
        let other = try smallLearner(body.body(), using: &random)
        try EpochReporting.silently { try other.fineTune(1, rate: 1e-2) }
        let (byHand, byOneLine) = (learner.learner.recorder, other.learner.recorder)
        show(
            byHand.rows.last!.validLoss == byOneLine.rows.last!.validLoss,
            "by hand, the loss is the same to the last bit")

        // How far has a number of each group of layers moved in each step, on the average?
        let names = (0..<states[0].count).map { $0 == states[0].count - 1 ? "head" : "group \($0 + 1)" }
        let moves = (0..<2).map { step in zip(states[step], states[step + 1]).map(change) }
        let most = moves[1].indices.max { moves[1][$0] < moves[1][$1] }!
        show(
            Chart("What moves, and how far", x: "", y: "mean change of a number") {
                Bars(names, moves[0], "first step", colour: .grey)
                Bars(names, moves[1], "second step", colour: .vermilion)
            }, "Groups of layers from the photo to the head: \(body.title)",
            predict: .choice(
                "Which moves most in the second step?", names, answer: names[most]))
        show(
            moves[0].dropLast().max()!, "the largest change of a frozen group",
            ask: "How far does a frozen group move in the first step?")
        record("fine-tuning/change-of-the-first-group", moves[1][0])
        record("fine-tuning/change-of-the-head", moves[1].last!)

        // To *fit* or *train* is to let parameters learn from examples; to *fine-tune* is to go on with a model that
        // has learned something, and let it learn something else. How many epochs? That depends on how much time you
        // have, and on what the validation set says: once it gets worse, they were too many.
    }
}

// MARK: Helpers

/// How far numbers have moved, on the average.
private func change(from before: Tensor, to after: Tensor) -> Double { Double((after - before).abs().mean().item) }

/// All parameters of each group in a row.
private func state(of learner: VisionLearner<CategoryBlock>) -> [Tensor] {
    learner.net.groups.map { group in
        Tensor(group.flatMap { $0.parameters.flatMap { $0.value.scalars } })
    }
}
