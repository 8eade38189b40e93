// # Twenty-nine thresholds
//
// Section 6.3 · After this page you can choose a threshold by looking at all of them, beside the baseline of saying
// nothing.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// With all predictions at hand, each threshold costs a moment. So try many: the book takes 29, evenly spread from 0.05
// to 0.95.

extension OtherVisionProblems {
    func accuracyByThreshold() throws {
        let judged = try judged
        let thresholds = Tensor.linspace(0.05, 0.95, 29).scalars
        show(fixed(thresholds[1] - thresholds[0], 4), "from one threshold to the next")
        let accuracies = thresholds.map {
            accuracyMulti(judged.outputs, judged.targets, threshold: $0, sigmoid: false)
        }
        let best = accuracies.indices.max { accuracies[$0] < accuracies[$1] }!
        let baseline = try nothingSaid
        show(
            Chart("A broad hill, and the baseline of saying nothing", x: "threshold", y: "accuracy") {
                Line(thresholds, accuracies, "trained net", colour: .blue)
                Points([thresholds[best]], [accuracies[best]], "best", colour: .vermilion)
                Rule(y: baseline, "nothing is ever said")
            }, "Accuracy at 29 thresholds; \(dataName)")
        record("sweep/best-threshold", thresholds[best], on: source)
        record("sweep/best-accuracy", accuracies[best], on: source)
        record("sweep/better-than-saying-nothing-by", accuracies[best] - baseline, on: source)

        // The curve is smooth, and around its best place nearly flat. That matters for the next page. And look at the
        // dashed line: the whole way from there to 1 is what a net could earn, and the book does not show it.
    }
}

// One number cannot say what kind of mistakes there are. There are two. Of all things that the net says, some are not
// there: the share that is there is its *precision*. Of all things that are there, it misses some: the share that it
// finds is its *recall*. `countsAt` counts what both need, and `LabelCounts` keeps it. (F1 is the harmonic mean of the
// two; C. J. van Rijsbergen, "Information Retrieval", 1979.)

/// What was said, what is there, and both: over all photos and classes.
struct LabelCounts: Equatable {
    var said = 0, there = 0, right = 0
    /// 1 where nothing was said.
    var precision: Double { said == 0 ? 1 : Double(right) / Double(said) }
    /// 1 where nothing is there.
    var recall: Double { there == 0 ? 1 : Double(right) / Double(there) }
    /// 2 right / (said + there); 0 where nothing was right.
    var f1: Double { right == 0 ? 0 : 2 * Double(right) / Double(said + there) }
}

/// Counts at a threshold. Probabilities and targets of the same shape.
func countsAt(_ threshold: Float, _ probabilities: Tensor, _ targets: Tensor) -> LabelCounts {
    let said = Tensor(probabilities .> threshold)
    return LabelCounts(
        said: Int(said.sum().item), there: Int(targets.sum().item), right: Int((said * targets).sum().item))
}

extension OtherVisionProblems {
    func twoKindsOfMistakes() throws {
        let judged = try judged
        let thresholds = Tensor.linspace(0.05, 0.95, 29).scalars
        let counts = thresholds.map { countsAt($0, judged.outputs, judged.targets) }
        let half = countsAt(0.5, judged.outputs, judged.targets)
        var table = TextTable(
            ["threshold", "said", "of these there", "there", "precision", "recall", "F1"], decimals: 3)
        for threshold: Float in [0.1, 0.3, 0.5, 0.7, 0.9] {
            let one = countsAt(threshold, judged.outputs, judged.targets)
            table.add(fixedText(threshold), one.said, one.right, one.there, one.precision, one.recall, one.f1)
        }
        let low = countsAt(0.1, judged.outputs, judged.targets)
        show(
            table, "Counts over all photos and classes",
            predict: .choice(
                "The threshold goes up from 0.1 to 0.5. What happens to recall, the share of things that are found?",
                ["it rises", "it falls"], answer: half.recall > low.recall ? "it rises" : "it falls"))
        show(
            Chart("What is gained in precision is lost in recall", x: "threshold", y: "share", yLimits: 0...1) {
                Line(thresholds, counts.map(\.precision), "precision", colour: .blue)
                Line(thresholds, counts.map(\.recall), "recall", colour: .vermilion)
                Line(thresholds, counts.map(\.f1), "F1, their harmonic mean", colour: .green)
            }, "Precision and recall at 29 thresholds; \(dataName)")
        let best = counts.indices.max { counts[$0].f1 < counts[$1].f1 }!
        record("sweep/best-f1", counts[best].f1, on: source)
        record("sweep/threshold-of-best-f1", thresholds[best], on: source)

        // F1 is 0 for somebody who says nothing: of things that are there, they find none. That makes it the better
        // number to go by where most answers are no. Which of the two errors is worse is up to you, and no formula
        // knows it: a search engine for photos can do with a wrong one among ten, a smoke detector cannot miss one of
        // ten fires.
    }

    func precisionAndRecall() throws {
        // The same counts without any threshold on an axis: every point is a threshold. Somebody who says everything
        // finds all, and the share of it that is right is the share of ones:
        let judged = try judged
        let thresholds = Tensor.linspace(0.01, 0.99, 99).scalars
        let counts = thresholds.map { countsAt($0, judged.outputs, judged.targets) }
        show(
            Chart("Precision and recall of one net", x: "recall", y: "precision", xLimits: 0...1, yLimits: 0...1) {
                Line(counts.map(\.recall), counts.map(\.precision), "thresholds from 0.01 to 0.99", colour: .blue)
                Points(
                    [countsAt(0.5, judged.outputs, judged.targets).recall],
                    [countsAt(0.5, judged.outputs, judged.targets).precision], "0.5", colour: .vermilion)
                Rule(y: judged.targets.mean().item, "everything is said")
            }, "Precision against recall; \(dataName)")
    }
}
