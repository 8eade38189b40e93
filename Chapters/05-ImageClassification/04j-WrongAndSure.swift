// # Wrong, and sure of it
//
// Section 5.4 · After this page you have seen what the choice of the loss does to a training, from a good start and
// from a bad one.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Training

// Cross-entropy keeps pushing where the net is wrong and sure, the squared error of the probabilities does not. Does it
// matter? Take the smallest net that can show it: three classes of points in the plane, and for each class an
// activation that is a weighted sum of both coordinates. `pointClouds` has the points, a hundred around each of three
// centres, and `squaredErrorOfProbabilities` is the other loss.

/// Points around three centres: x [n, 2], and the class of each.
public func pointClouds(_ count: Int, using random: inout some RandomNumberGenerator) -> (x: Tensor, labels: IntTensor)
{
    let centres = Tensor([[0, 3], [-2.6, -1.5], [2.6, -1.5]])
    let labels = IntTensor((0..<count).map { $0 % 3 })
    return (centres.rows(labels.scalars.map { Int($0) }) + Tensor.randn(count, 2, using: &random), labels)
}

// And there are two starts. One knows nothing: all weights are 0. The other is a net that has learned well, with its
// classes mixed up: whatever is of the first class it takes for the second, and is very sure of it. Then both losses go
// down from both starts:

/// The accuracy after each step of gradient descent with all points, from given weights [2, 3].
public func accuracies(
    from start: Tensor, on points: (x: Tensor, labels: IntTensor), rate: Float, steps: Int,
    loss: (_ activations: Tensor, _ labels: IntTensor) -> Tensor
) -> [Double] {
    var weights = start
    return (0...steps).map { _ in
        let tracked = weights.requiringGrad()
        let activations = points.x.matmul(tracked)
        loss(activations, points.labels).backward()
        weights = weights - rate * tracked.grad!
        let right = zip(activations.detached().argmax(axis: 1).scalars, points.labels.scalars).count { $0 == $1 }
        return Double(right) / Double(points.labels.count)
    }
}

/// The mean over the items of the squared errors of their probabilities.
public func squaredErrorOfProbabilities(_ activations: Tensor, _ labels: IntTensor) -> Tensor {
    (softmax(activations) - oneHot(labels, classes: activations.shape[1])).squared().sum(axis: 1).mean()
}

// `twoLosses` has both by name.
let twoLosses: [(name: String, of: @Sendable (Tensor, IntTensor) -> Tensor)] = [
    ("cross-entropy", { crossEntropy($0, $1) }), ("squared error", { squaredErrorOfProbabilities($0, $1) }),
]

extension ImageClassification {
    func twoStartsTwoLosses() {
        // The sure net has weights that point to the three centres and are long, so its activations are large. Mixed
        // up, each class has the weights of the next.
        let sure = Tensor([[0, -0.87, 0.87], [1, -0.5, -0.5]]) * 5
        let mixedUp = sure.entries([1, 2, 0], axis: 1)
        let steps = run.size(quick: 20, usual: 200)
        let seeds = run.size(quick: 2, usual: 5)
        let starts = [("knows nothing", Tensor.zeros(2, 3)), ("wrong and sure", mixedUp)]
        var table = TextTable(["start", "loss", "accuracy at first", "after 20 steps", "after \(steps)"], decimals: 3)
        var (charts, stuck) = ([Chart](), [[Double]]())
        for (start, weights) in starts {
            var lines: [Line] = []
            for (name, loss) in twoLosses {
                let runs = run.overSeeds(seeds) { random in
                    accuracies(
                        from: weights, on: pointClouds(300, using: &random), rate: 0.3, steps: steps, loss: loss)
                }
                table.add(
                    start, name, Spread(runs.map { $0[0] }), Spread(runs.map { $0[20] }), Spread(runs.map { $0.last! }))
                if start == "wrong and sure" { stuck.append(runs.map { $0.last! }) }
                let means = (0...steps).map { step in Spread(runs.map { $0[step] }).mean }
                // Where both do the same, the dashes let the other line through.
                lines.append(Line(means, name, dashed: !lines.isEmpty))
            }
            charts.append(Chart(start, x: "step", y: "accuracy", yLimits: 0...1) { lines })
        }
        show(
            table, "Three clouds of points, \(counted(seeds, "seed"))",
            predict: .choice(
                "Both losses begin with a net that is wrong and sure. Which one gets to the higher accuracy?",
                twoLosses.map(\.name), answer: twoLosses[Spread(stuck[0]).mean >= Spread(stuck[1]).mean ? 0 : 1].name))
        show(
            ChartGrid(charts, columns: 2, title: "From a bad start, the squared error does not get away"),
            "Mean accuracy over \(counted(seeds, "seed"))")
        record("wrong-and-sure/cross-entropy", over: stuck[0])
        record("wrong-and-sure/squared-error", over: stuck[1])

        // From a start that knows nothing, both losses arrive. The squared error is not wrong; it leads to the same
        // place. From a start that is wrong and sure, it stays where it is, for its slope is next to 0 there. No net is
        // started like that on purpose. But single photos come to be wrong and sure in every training, and a first step
        // that was too large can bring all of them there.
    }

    func tunedForEachLoss() throws {
        // One could object that the squared error has smaller slopes, and should have a larger learning rate. So here
        // is a last layer for breeds, learned from the features of the photos at five rates for each loss. What counts
        // is each loss at its own best rate:
        let (all, classes) = (try features, try breeds.count)
        let (x, mean, deviation) = (all.train, all.train.mean(axis: 0), all.train.std(axis: 0) + 1e-3)
        let scaled = (train: (x - mean) / deviation, valid: (all.valid - mean) / deviation)
        let (y, truth) = (IntTensor(all.trainLabels), all.validLabels)
        let rates: [Float] = [0.001, 0.01, 0.1, 1, 10]
        let steps = run.size(quick: 3, usual: 30)
        var (table, best) = (TextTable(["rate"] + twoLosses.map(\.name), decimals: 3), [0.0, 0.0])
        for rate in rates {
            let columns = twoLosses.enumerated().map { number, loss -> Spread in
                let found = run.overSeeds(run.size(quick: 2, usual: 5)) { random in
                    let weights = descended(scaled.train, y, classes, rate: rate, steps: steps, loss.of, using: &random)
                    let said = scaled.valid.matmul(weights).argmax(axis: 1).scalars
                    return Double(zip(said, truth).count { $0 == $1 }) / Double(truth.count)
                }
                best[number] = max(best[number], Spread(found).mean)
                return Spread(found)
            }
            table.add(rate.formatted(), columns[0], columns[1])
        }
        show(table, "Accuracy on the validation photos of \(dataName) after \(steps) steps, by learning rate")
        record("loss-by-rate/cross-entropy-at-its-best", best[0])
        record("loss-by-rate/squared-error-at-its-best", best[1])
        show(
            abs(best[0] - best[1]) < 0.02
                ? "At its own best rate, each loss does about as well as the other."
                : "At its own best rate, \(best[0] > best[1] ? "cross-entropy" : "the squared error") does better.")

        // (Both best rates are chosen by the photos that judge them, so both numbers are a little too good.) Read the
        // columns from top to bottom: how many rates are good ones? A loss that forgives a wrong rate is worth having.
    }
}

// MARK: Helpers

/// Weights [k, classes] after some steps of gradient descent from small random ones.
private func descended(
    _ x: Tensor, _ y: IntTensor, _ classes: Int, rate: Float, steps: Int, _ loss: (Tensor, IntTensor) -> Tensor,
    using random: inout SplitMix64
) -> Tensor {
    var weights = Tensor.randn(x.shape[1], classes, using: &random) / Float(x.shape[1]).squareRoot()
    for _ in 0..<steps {
        let tracked = weights.requiringGrad()
        loss(x.matmul(tracked), y).backward()
        weights = weights - rate * tracked.grad!
    }
    return weights
}
