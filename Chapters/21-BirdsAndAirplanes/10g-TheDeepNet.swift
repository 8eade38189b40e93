// # A deeper net, and one loss for two
//
// Section 21.10 · After this page you can leave softmax out of a net without changing what it learns, and have trained
// a net of four layers.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Would more layers help? The book tries four, with fewer features from each to the next:

/// Model B: 3,072 numbers → 1,024 → 512 → 128 → 2 scores, with tanh between. x [n, 3072] → [n, 2]
public func deepNet(using random: inout some RandomNumberGenerator) -> Sequential {
    Sequential(
        Flatten(), Linear(3072, 1024, using: &random), Tanh(), Linear(1024, 512, using: &random), Tanh(),
        Linear(512, 128, using: &random), Tanh(), Linear(128, 2, using: &random))
}

// It ends with scores, not with log-probabilities. Behind a net comes `LogSoftmax`, and behind that the loss; so the
// two may as well be one function, which takes scores and labels:

/// `logSoftmax` and the mean of -ln p in one. scores [n, classes], labels [n]
public func crossEntropyOfScores(_ scores: Tensor, _ labels: IntTensor) -> Tensor {
    meanNegativeLogLikelihood(logSoftmax(scores, axis: 1), labels)
}

// The engine's is called `crossEntropy` (the book's `CrossEntropyLoss`). The names are a muddle. `nllLoss` computes a
// cross-entropy too, from log-probabilities: that between the prediction and a target that gives everything to one
// class. Read the other way round, it is the negative log likelihood of the predictions under the targets, divided by
// the number of items. (The book points to section 2.3 of D. MacKay's "Information Theory, Inference, and Learning
// Algorithms".)

extension BirdsAndAirplanes {
    func sameNumbers() throws {
        // Two nets from the same seed, one with `LogSoftmax` and `nllLoss`, the other without and with `crossEntropy`.
        // Step by step, on the same batches. `losses` are those of an epoch, with the weights after it:
        let set = try flatTrain(perClass: run.size(quick: 40, usual: 320))
        func losses(_ make: (Sequential) -> Sequential, _ loss: (Tensor, IntTensor) -> Tensor) -> ([Float], [Tensor]) {
            var random = run.random
            let net = make(deepNet(using: &random))
            let optimizer = SGD(net.parameters, learningRate: 0.01)
            let batches = DataLoader(set, batchSize: 64, shuffledUsing: &random)
            return (batches.map { learn($0.0, $0.1, net, optimizer, loss: loss) }, net.parameters.map(\.value))
        }
        let (first, weights) = losses(logNet, nllLoss)
        let (second, sameWeights) = losses({ $0 }, crossEntropy)
        let (byHand, _) = losses({ $0 }, crossEntropyOfScores)
        var table = TextTable(["step", "LogSoftmax, nllLoss", "crossEntropy", "by hand"], decimals: 6)
        for step in first.indices.prefix(5) { table.add(step, first[step], second[step], byHand[step]) }
        show(table, "Loss of each step, from the same seed")
        let apart = zip(first, second).map { abs($0 - $1) }.max()!
        let furthest = zip(weights, sameWeights).map { ($0.detached() - $1.detached()).abs().max().item }.max()!
        show(
            apart < 1e-5, "the same losses, within 0.00001",
            predict: .yesNo(
                "`LogSoftmax` with `nllLoss`, or `crossEntropy` alone, same seed: are the losses the same?",
                apart < 1e-5))
        record("same-numbers/largest-difference-of-losses", apart)
        record("same-numbers/largest-difference-of-weights", furthest)

        // So leave the layer out and take the one loss. There is only this: what comes out of the net are scores.
        // Whoever wants probabilities has to put softmax behind it. The label of the largest is the same either way.
    }
}

extension BirdsAndAirplanes {
    /// The deep net after its training, for the run's seed and others.
    var deepTrainings: [(net: Sequential, curve: TrainingCurve)] {
        get throws {
            try run.once {
                let (learned, checked) = (try flatTrain, try flatValid)
                return run.overSeeds(run.size(quick: 1, usual: 3)) { random in
                    let net = deepNet(using: &random)
                    let curve = train(
                        net, on: learned, checkedWith: checked, epochs: epochsHere, using: &random, loss: crossEntropy)
                    return (net, curve)
                }
            }
        }
    }

    func trainTheDeepNet() throws {
        // The deep net, as long as the shallow one:
        let trainings = try deepTrainings
        let accuracies = trainings.map { $0.curve.validAccuracies.last! }
        let learned = try trainings.map { accuracy($0.net, try flatTrain) }
        let differs = epochsHere < 100 ? "\(counted(epochsHere, "epoch")); the book has 100" : "other random numbers"
        record("deep/accuracy", over: accuracies, book: 0.802, differs: differs, on: pairOrigin)
        record("deep/accuracy-on-what-it-learned", over: learned, book: 0.9981, differs: differs, on: pairOrigin)
        let shallow = Spread(try shallowTrainings.map { $0.curve.validAccuracies.last! }).mean
        show(
            fixed(abs(Spread(accuracies).mean - shallow), 4), "how far apart both nets are on validation pictures",
            predict: .yesNo(
                "The deep net has twice the parameters. Is it more than ten percentage points away?",
                abs(Spread(accuracies).mean - shallow) > 0.1))

        // In the book they are 0.794 and 0.802. That may be chance: an accuracy of 0.8 on 2,000 pictures is uncertain
        // by √(0.8 · 0.2 / 2000) = 0.009, which is more than what lies between the two. More layers of this kind are
        // not what is missing.
    }
}
