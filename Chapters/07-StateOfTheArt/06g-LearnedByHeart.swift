// # Mistakes learned by heart
//
// Section 7.6 · After this page you have seen label smoothing help against wrong labels, and know what it takes for it
// to show.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// The page about wrong labels trained for a few epochs. A net that has no time to learn a mistake by heart needs no
// protection from it. So here is something small that has all the time it wants: points in the plane, around five
// centres on a circle. There are 300 to learn from, and of these 30 % have a wrong label. The net has two hidden layers
// of 64, more than 4,000 weights for 300 points, so there is room to draw an island around every wrong one.

/// Points around centres on a circle, the same number for each class: x [n, 2], and the class of each.
public func pointsOnACircle(
    _ count: Int, classes: Int, using random: inout some RandomNumberGenerator
) -> (x: Tensor, labels: [Int]) {
    let labels = (0..<count).map { $0 % classes }
    let angles = Tensor(labels.map { 2 * Float.pi * Float($0) / Float(classes) })
    let centres = 3 * Tensor.stack([angles.cos(), angles.sin()], axis: 1)
    return (centres + Tensor.randn(count, 2, using: &random), labels)
}

// `learnedMistakes` trains it for `stepsByHeart` steps, with all points in each. Every twenty steps it asks two
// questions: how often is the net right about new points, whose labels are all right? (Always the same answer is right
// about a fifth of them.) And of the wrong labels that it learns from, how many does it repeat?

/// What came of a training with wrong labels, every twenty steps; and the cross-entropy of new points at its end.
struct LearnedMistakes {
    var accuracies: [Double] = [], repeated: [Double] = []
    var loss = 0.0
}

extension StateOfTheArt {
    /// For how many steps the nets of this page learn.
    private var stepsByHeart: Int { run.size(quick: 40, usual: 400, full: 1000) }

    private func learnedMistakes(
        wrong share: Double, smoothing: Float, using random: inout SplitMix64
    ) -> LearnedMistakes {
        let train = pointsOnACircle(300, classes: 5, using: &random)
        let new = pointsOnACircle(1000, classes: 5, using: &random)
        let labels = withWrongLabels(train.labels, share: share, classes: 5, using: &random)
        let wrong = labels.indices.filter { labels[$0] != train.labels[$0] }
        let net = Sequential(
            Linear(2, 64, using: &random), ReLU(), Linear(64, 64, using: &random), ReLU(),
            Linear(64, 5, using: &random))
        let optimizer = Adam(net.parameters, learningRate: 0.01)
        var learned = LearnedMistakes()
        for step in 1...stepsByHeart {
            crossEntropy(net(train.x), IntTensor(labels), smoothing: smoothing).backward()
            optimizer.step()
            optimizer.zeroGrad()
            if step % 20 == 0 {
                let (answers, own) = noGrad { (net(new.x).argmax(axis: 1), net(train.x).argmax(axis: 1).scalars) }
                learned.accuracies.append(Double(zip(answers.scalars, new.labels).count { $0 == $1 }) / 1000)
                learned.repeated.append(Double(wrong.count { own[$0] == labels[$0] }) / Double(max(wrong.count, 1)))
            }
        }
        learned.loss = Double(noGrad { crossEntropy(net(new.x), IntTensor(new.labels)) }.item)
        return learned
    }

    func islandsOfMistakes() {
        let (steps, smoothings) = (stepsByHeart, [0, 0.1, 0.3] as [Float])
        let count = run.size(quick: 2, usual: 5)
        // Three ways to learn, from right labels and from wrong ones, the same points and the same first net for each:
        let all = [0, 0.3].map { share in
            smoothings.map { smoothing in
                run.overSeedsAtOnce(count) { learnedMistakes(wrong: share, smoothing: smoothing, using: &$0) }
            }
        }
        var table = TextTable(
            ["wrong labels", "targets", "accuracy", "loss", "mistakes repeated", "better on"], decimals: 3)
        for (rows, share) in zip(all, ["0 %", "30 %"]) {
            for (learned, name) in zip(rows, ["hard", "smoothed, ε = 0.1", "smoothed, ε = 0.3"]) {
                let better = zip(learned, rows[0]).count { $0.accuracies.last! > $1.accuracies.last! }
                table.add(
                    share, name, Spread(learned.map { $0.accuracies.last! }), Spread(learned.map(\.loss)),
                    share == "0 %" ? "" : Spread(learned.map { $0.repeated.last! }),
                    name == "hard" ? "" : "\(better) of \(learned.count)")
            }
        }
        let ends = all[1].map { $0.map { $0.accuracies.last! } }
        show(
            table, "After \(steps) steps: new points with right labels, and the mistakes among those learned from",
            predict: .choice(
                "30 % of the labels are wrong, and there is time to learn them by heart. Which targets are better?",
                ["hard ones", "smoothed ones, ε = 0.3"],
                answer: Spread(ends[2]).mean > Spread(ends[0]).mean ? "smoothed ones, ε = 0.3" : "hard ones"))
        for (values, key) in zip(ends, ["hard", "smoothed", "smoothed-more"]) { record("islands/\(key)", over: values) }
        let seeds = ends[0].count
        let charts = [
            ("new points", "accuracy", \LearnedMistakes.accuracies), ("wrong labels", "repeated", \.repeated),
        ]
        .map { title, y, curve in
            Chart(title, x: "step", y: y) {
                for (learned, (name, colour)) in zip(
                    all[1],
                    [("hard", Colour.vermilion), ("smoothed, ε = 0.1", .blue), ("smoothed, ε = 0.3", .green)])
                {
                    let steps = learned[0][keyPath: curve].indices
                    Line(
                        steps.map { 20 * ($0 + 1) },
                        steps.map { k in Spread(learned.map { $0[keyPath: curve][k] }).mean }, name, colour: colour)
                }
            }
        }
        show(
            ChartGrid(
                charts, columns: 2, title: "The longer it learns, the more mistakes it learns", sharedYLimits: false),
            "30 % of the labels are wrong, mean of \(counted(seeds, "seed"))")
        let better = zip(ends[2], ends[0]).count { $0 > $1 }
        show(
            2 * better > seeds && Spread(ends[2]).mean > Spread(ends[0]).mean
                ? "Here smoothing helps: with ε = 0.3 the net is right more often on \(better) of \(counted(seeds, "seed"))."
                : "Here smoothing does not help on most seeds.")

        // The charts begin after twenty steps. They are enough to find the five clouds, with any targets, and there a
        // training of a few epochs ends. From then on the accuracies fall: what is left to be learned are the mistakes.
        // A hard target pulls at every wrong point until the net repeats it with certainty. A smoothed one stops
        // pulling earlier. That does not keep the net from repeating mistakes, it only makes it less eager. To stop
        // where the curve is highest would do more.
    }
}
