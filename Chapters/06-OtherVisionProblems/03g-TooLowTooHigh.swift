// # Too low, too high
//
// Section 6.3 · After this page you can try a threshold without any new training, and avoid a trap on the way.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// Is 0.2 a good threshold? The net does not care: the threshold is not part of the loss, so nothing has to be trained
// again. The book changes the metric of the learner, and calls `validate`, which sends the validation photos through
// the net and returns the loss and the metrics:

extension OtherVisionProblems {
    /// The loss and some metrics over the validation photos. (The book's `validate`.)
    func validate(_ metrics: [Metric<Tensor>]) throws -> (loss: Float, metrics: [Float]) {
        let net = try trained.net
        net.eval()
        var (activations, targets): ([Tensor], [Tensor]) = ([], [])
        let loader = try trained.data.quiet(.valid)
        noGrad {
            for (x, y) in loader {
                activations.append(net(x))
                targets.append(y)
            }
        }
        if let problem = loader.problem { throw problem }
        let (x, y) = (Tensor.cat(activations), Tensor.cat(targets))
        return (binaryCrossEntropyWithLogits(x, y).item, metrics.map { $0.value(x, y) })
    }

    func validatedTwice() throws {
        // (`said` is a metric of our own: the share of all answers that are yes.)
        func said(_ threshold: Float) -> Metric<Tensor> {
            Metric("said") { x, _ in Tensor(x.sigmoid() .> threshold).mean().item }
        }
        let (loss, values) = try validate([
            .multiLabelAccuracy(threshold: 0.1), said(0.1), .multiLabelAccuracy(threshold: 0.99), said(0.99),
        ])
        var table = TextTable(
            ["threshold", "loss", "accuracy", "answers that are yes", "book: loss", "accuracy"], decimals: 4)
        table.add("0.1", loss, values[0], values[1], 0.10436797886087868, 0.93057781457901)
        table.add("0.99", loss, values[2], values[3], 0.10436797886087868, 0.9416930675506592)
        table.add("(nothing is said)", "", try nothingSaid, 0, "", "")
        table.add("(the labels)", "", 1, 1 - (try nothingSaid), "", "")
        show(table, "The same net at two thresholds; \(dataName)")
        record(
            "threshold/accuracy-at-0.1", values[0], book: 0.9306, differs: try trainingDifference, on: source)
        record(
            "threshold/accuracy-at-0.99", values[2], book: 0.9417, differs: try trainingDifference, on: source)

        // Too low, and the net says more things than there are. Too high, and it says only what it is completely sure
        // of. Whoever goes on raising the threshold ends where nothing is said at all. The loss is the same each time,
        // to the last digit, as it has to be.
        let share = values[3] / max(1 - (try nothingSaid), 1e-9)
        show(percent(share), "of as many things as there are, the net says at 0.99")
    }

    func askedOnce() throws {
        // It is a waste to send all photos through the net for each threshold. `getPreds` does it once and returns
        // predictions and targets; any metric can be computed of these as often as one likes:
        let judged = try judged
        show("\(judged.outputs.shape), \(judged.targets.shape)", "shapes of predictions and targets")
        let right = accuracyMulti(judged.outputs, judged.targets, threshold: 0.9, sigmoid: false)
        record("threshold/accuracy-at-0.9", right, book: 0.9554, differs: try trainingDifference, on: source)
    }

    func sigmoidTwice() throws {
        // Look at the last argument, `sigmoid: false`. `getPreds` has applied the sigmoid already: what it returns are
        // probabilities. Whoever forgets that applies it twice, and what does the sigmoid make of a number between 0
        // and 1? At least σ(0) = 0.5, and at most σ(1) = 0.73:
        let judged = try judged
        let twice = judged.outputs.sigmoid()
        show(
            "\(fixed(twice.min().item, 4)) and \(fixed(twice.max().item, 4))",
            "the smallest and the largest of twice-sigmoids")
        let present = Tensor(twice .> 0.5).mean().item
        record(
            "double-sigmoid/share-said-to-be-there", present, on: source,
            predict: .share(
                "The sigmoid of any probability is above 0.5. Which share of all classes counts as present, at a threshold of 0.5?",
                present, within: .plusMinus(0.02)))
        let accuracy = accuracyMulti(judged.outputs, judged.targets)
        show(accuracy, "accuracy with the sigmoid applied twice, at 0.5")
        show(judged.targets.mean().item, "share of the answers that should be yes")

        // Every class of every photo counts as present, but for those whose probability is so near to 0 (below one in
        // ten million) that its sigmoid is a half to the last bit of a Float. The accuracy is then about the share of
        // ones. Such a number is easily taken for a bad net. The next thing that people do is to train longer.
    }
}
