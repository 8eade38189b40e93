// # Why accuracy cannot be the loss
//
// Section 4.10 · After this page you can say why accuracy cannot serve as a loss, and write one that can.

import Common
import Figures
import Notebook
import Tensors
import Training

// How good are random weights? Call everything above 0 a three, and count how often that is right:

/// The share of items on the right side of 0. scores [n, 1], targets [n, 1]
public func thresholdAccuracy(_ scores: Tensor, _ targets: Tensor) -> Float {
    requireEqualShapes(scores, targets, "thresholdAccuracy")
    return Tensor(Tensor(scores .> 0) .== targets).mean().item
}

extension DigitClassifier {
    func accuracyOfRandomWeights() throws {
        // (`.>` and `.==` compare number by number. The dot tells them from `>` and `==`, which give a single answer.)
        // Random weights are not all alike, so take several; `overSeeds` hands out one generator after the other:
        let (x, y) = (try trainSet.inputs, try trainSet.targets)
        let accuracies = run.overSeeds(run.size(quick: 2, usual: 10, full: 100)) { random in
            let parameters = [initParams(784, 1, using: &random), initParams(1, using: &random)]
            return thresholdAccuracy(linear1(x, parameters), y)
        }
        show(Tensor(accuracies), "accuracies with random weights")
        record("random-weights/accuracy", over: accuracies, book: 0.4912, differs: "the book has one draw")

        // For comparison, a model that knows nothing but which digit is more common:
        for (name, set) in [("training", try trainSet), ("validation", try validSet)] {
            let threes = set.targets.mean().item
            show(fixed(max(threes, 1 - threes), 4), "always the same answer, \(set.count) \(name) images")
        }

        // Whether random weights come out above or below a half is luck. Can they learn from their accuracy?
    }

    func nudgeOneWeight() throws {
        // Change one weight by a hundredth of a per cent. The book takes weight 0; we also take weight 406, in the
        // middle of the image. Parameters are tracked, so changing one in place has to happen inside `noGrad`:
        let (x, y) = (try trainSet.inputs, try trainSet.targets)
        let (weights, bias) = (randomParameters[0], randomParameters[1])
        let scores = linear1(x, [weights, bias])
        let moved = [0, 406].map { place in
            var weights = weights
            noGrad { weights[place] = weights[place] * 1.0001 }
            return linear1(x, [weights, bias])
        }
        let changes = moved.map { ($0 - scores).abs().max().item }
        show(
            changes[0], "largest change of any score after a nudge of weight 0",
            predict: .yesNo(
                "Weight 0 belongs to the top left corner. Does nudging it change any score?", changes[0] > 0))
        show(changes[1], "and after a nudge of weight 406")

        // A weight times 0 is 0, so weight 0 matters only for images with ink in that corner. MNIST has none, so the
        // book's nudge could not have changed anything:
        show((x[0..., 0] .> 0).trueCount, "images with ink in the corner")

        // Weight 406 is a fair test:
        let (before, after) = (thresholdAccuracy(scores, y), thresholdAccuracy(moved[1], y))
        show(before, "accuracy with random weights")
        show(
            after, "accuracy after the nudge of weight 406",
            predict: .change(
                "What does changing weight 406 by 0.01 % do to the accuracy?", from: before, to: after, margin: 0.001))
    }
}

// Nothing, or next to nothing. Is the nudge only too small? Walk along weight 406. What is added to the weight is added
// to every score of `startScores`, times the pixel that belongs to the weight. That gives `movedScores`:

extension DigitClassifier {
    /// The scores [n, 1] of all training images with the random parameters.
    var startScores: Tensor {
        get throws { try run.once { linear1(try trainSet.inputs, randomParameters).detached() } }
    }

    /// The same scores when a number is added to weight 406.
    func movedScores(by move: Float) throws -> Tensor { try startScores + move * trainSet.inputs[0..., 406..<407] }

    func slopeOfAccuracy() throws {
        // Look at the accuracy under a magnifying glass:
        let y = try trainSet.targets
        let accuracy = { (move: Float) in thresholdAccuracy(try self.movedScores(by: move), y) }
        let moves = Tensor.linspace(-0.02, 0.02, 401).scalars
        let steps = try moves.map(accuracy)
        show(
            Chart("Along one weight, accuracy is a staircase", x: "added to weight 406", y: "accuracy") {
                Line(moves, steps)
                Rule(x: 0, "as it is")
            }, "It changes only when an image changes sides")

        // The slope of a staircase is 0 on every tread and infinite at every step. Nudge by smaller and smaller h,
        // where we are and across the nearest step: (An image changes sides when move · pixel makes up for its score,
        // so at move = -score / pixel.)
        let pixel = try trainSet.inputs[0..., 406..<407]
        let crossings = zip(try startScores.scalars, pixel.scalars).filter { $1 > 0 }.map { -$0 / $1 }
        let step = crossings.filter { $0 > 0 }.min() ?? 0
        var table = TextTable(["h", "where we are", "across the nearest step"], decimals: 4)
        for h: Float in [0.1, 0.01, 0.001, 0.0001] {
            let (here, there) = (try accuracy(h) - accuracy(0), try accuracy(step + h / 2) - accuracy(step - h / 2))
            table.add("\(h)", here / h, there / h)
        }
        show(table, "(accuracy after - accuracy before) / h")

        // Steps along a slope of 0 go nowhere. We need a loss that gets a little better when a prediction gets a little
        // better.
    }

    func distancesFromTheTargets() {
        // Say three images are a 3, a 7 and a 3, and the model predicts 0.9, 0.4 and 0.2, where 1 means a three:
        let targets = Tensor([1, 0, 1])
        let predictions = Tensor([0.9, 0.4, 0.2])

        // For a three, the distance from 1 counts; for a seven, the distance from 0. `where` chooses for every item:
        show(Tensor.where(targets .== 1, 1 - predictions, predictions), "how far off each prediction is")
    }
}

// The mean of these distances is a loss. It looks at predictions and targets, never at images:

/// First version: 1 - p where the target is 1, else p; the mean over all items.
///
/// Valid as long as predictions are between 0 and 1. (The book's first `mnist_loss`.)
public func mnistLossV1(_ predictions: Tensor, _ targets: Tensor) -> Tensor {
    Tensor.where(targets .== 1, 1 - predictions, predictions).mean()
}

extension DigitClassifier {
    func aFirstLoss() {
        // For the three images:
        let loss = mnistLossV1(Tensor([0.9, 0.4, 0.2]), Tensor([1, 0, 1]))
        show(fixed(loss.item, 4), "the loss")
        record("loss/three-predictions", loss.item, book: 0.4333)

        // The third prediction is the wrong one: it calls a three a seven, and is rather sure of it. If it were 0.8,
        // the loss would be lower. That is what we asked for:
        let better = mnistLossV1(Tensor([0.9, 0.4, 0.8]), Tensor([1, 0, 1]))
        show(fixed(better.item, 4), "the loss if the last prediction were 0.8")
        record("loss/last-one-better", better.item, book: 0.2333)

        // One thing is missing. All of this holds for predictions between 0 and 1, but our scores can be any number.
        // Section 4.11 deals with that.
    }
}
