// # Another loss, a smaller net
//
// Section 21.10 · After this page you have tried two changes that the book leaves to its readers: the squared error as
// a loss, and nets with fewer features.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// The book's last exercise asks what happens with another loss. Section 21.9 leads one to expect that the squared error
// learns more slowly at the same rate, since its gradient is never more than half that of cross-entropy. Here it is,
// from scores (exercise 21.14 is about its gradient):

/// The mean squared error between softmax of the scores and one-hot labels. scores [n, 2], labels [n]
public func squaredErrorOfScores(_ scores: Tensor, _ labels: IntTensor) -> Tensor {
    mseLoss(scores.softmax(axis: 1), Tensor.eye(scores.shape[1]).rows(labels.scalars))
}

extension BirdsAndAirplanes {
    func switchTheLoss() throws {
        // Both losses on the same pictures, from the same weights and with the same batches:
        let pictures = try flatTrain(perClass: run.size(quick: 40, usual: 500, full: 5000))
        let losses: [(name: String, loss: (Tensor, IntTensor) -> Tensor)] = [
            ("cross-entropy", crossEntropy), ("squared error", squaredErrorOfScores),
        ]
        let curves = try losses.map { one in
            try run.overSeeds(run.size(quick: 1, usual: 3)) { random in
                train(
                    shallowNet(using: &random), on: pictures, checkedWith: try flatValid,
                    epochs: run.size(quick: 2, usual: 20, full: 100), checksTraining: true, using: &random,
                    loss: one.loss)
            }
        }
        let epochs = curves[0][0].trainAccuracies.indices.map { $0 + 1 }
        show(
            Chart(
                "The two losses at the same rate", x: "epoch", y: "accuracy on what it learns from",
                yLimits: 0.4...1.02
            ) {
                Line(epochs, curves[0][0].trainAccuracies, "cross-entropy", colour: .blue)
                Line(epochs, curves[1][0].trainAccuracies, "squared error", colour: .vermilion)
            }, "Shallow net, \(pictures.count) pictures of \(dataName), rate 0.01, the run's own seed")
        for (k, name) in ["cross-entropy", "squared-error"].enumerated() {
            record("\(name)/accuracy-on-what-it-learned", over: curves[k].map { $0.trainAccuracies.last! })
            record("\(name)/accuracy", over: curves[k].map { $0.validAccuracies.last! })
        }
        let slower = zip(curves[0], curves[1]).allSatisfy { $0.trainAccuracies.last! > $1.trainAccuracies.last! }
        show(
            slower
                ? "For every seed, the squared error is behind on what is learned: its steps are smaller."
                : "In a run as short as this one, the squared error is not behind for every seed.")

        // Behind on what is learned is not behind on new pictures. A loss that learns more slowly also learns more
        // slowly by heart. Compare the two accuracies on validation pictures before you call one of the losses better.
    }

    func narrowerNets() throws {
        // The exercise goes on: can the net be made so small that it stops learning by heart, and how good is it then?
        // Nets with fewer and fewer features, all with the squared error, for the same time. The rate is larger than
        // the book's, so that a short training gets somewhere:
        let (pictures, others) = (try flatTrain, try flatValid)
        let widths = [64, 16, 4, 1]
        let accuracies = run.overSeeds(run.size(quick: 1, usual: 2, full: 3)) { random in
            widths.map { features -> (learned: Float, checked: Float) in
                let net = shallowNet(features: features, using: &random)
                let curve = train(
                    net, on: pictures, checkedWith: others, epochs: run.size(quick: 1, usual: 10, full: 100),
                    rate: 0.1, using: &random, loss: squaredErrorOfScores)
                return (accuracy(net, pictures), curve.validAccuracies.last!)
            }
        }
        var table = TextTable(["features", "parameters", "training", "validation", "gap"], decimals: 3)
        for (k, features) in widths.enumerated() {
            let (learned, checked) = (accuracies.map { $0[k].learned }, accuracies.map { $0[k].checked })
            record("features-\(features)/gap", over: zip(learned, checked).map { $0 - $1 })
            table.add(
                features, linearParameters(3072, features) + linearParameters(features, 2), Spread(learned),
                Spread(checked), Spread(learned).mean - Spread(checked).mean)
        }
        show(
            table, "Nets with fewer features on \(dataName); always the more frequent class gives \(try majorityShare)")
        let gaps = widths.indices.map { k in Spread(accuracies.map { $0[k].learned - $0[k].checked }).mean }
        show(
            gaps.first! > gaps.last!
                ? "With fewer features, the gap gets smaller." : "The gap has not opened yet in so short a run.",
            predict: .choice(
                "From 64 features down to one: does the gap between learned pictures and others get smaller?",
                ["smaller", "not smaller"], answer: gaps.first! > gaps.last! ? "smaller" : "not smaller"))

        // What has it cost? The validation pictures say:
        let checked = widths.indices.map { k in Spread(accuracies.map { $0[k].checked }).mean }
        show(
            signed(checked.last! - checked.first!, 4),
            "accuracy of one feature less that of 64, on validation pictures",
            predict: .yesNo(
                "One feature in place of 64: does the net lose more than ten percentage points on new pictures?",
                checked.first! - checked.last! > 0.1))

        // A net with a single feature is one weighted sum of all pixels, little more than the linear model of
        // chapter 4. It has over 3,000 weights even so. A dense net has no way to be small on pictures, since every
        // feature costs thousands. What it needs is not fewer features, but weights that are shared between places.
    }
}
