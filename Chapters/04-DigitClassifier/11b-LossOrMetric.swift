// # A loss for any score
//
// Section 4.11 · After this page you can turn scores into a loss, avoid the shape that ruins it, and tell a loss from a
// metric.

import Common
import Figures
import Notebook
import Tensors
import Training

// Put in front of the loss of section 4.10, the sigmoid makes it safe for any score. A higher score means "more sure
// that it is a three":

/// How wrong the predictions are, after squeezing the scores to 0...1: the mean of 1 - p where the target is 1, else of
/// p. (The book's second `mnist_loss`.)
///
/// scores [n, 1], targets [n, 1] → one number. The shapes must be equal.
public func mnistLoss(_ scores: Tensor, _ targets: Tensor) -> Tensor {
    requireEqualShapes(scores, targets, "mnistLoss")
    return mnistLossV1(scores.sigmoid(), targets)
}

extension DigitClassifier {
    func lossOfScores() {
        // The four scores from above again; all four images are threes:
        let scores = bookScores.requiringGrad()
        let loss = mnistLoss(scores, .ones(4, 1))
        show(fixed(loss.item, 4), "the loss of four scores, all threes")
        record("loss/four-scores", loss.item, book: 0.5006)

        // Two scores are right, two are wrong. Which of them does the loss push the most?
        loss.backward()
        let (p, gradient) = (scores.detached().sigmoid(), scores.grad!)
        var table = TextTable(["score", "p", "1 - p", "gradient"], decimals: 6)
        for i in 0..<4 { table.add(scores[i].item, p[i].item, 1 - p[i].item, gradient[i].item) }
        let sides = ["one of the right ones", "one of the wrong ones"]
        show(
            table, "What each of the four scores costs, and its gradient",
            predict: .choice("Which score gets the largest gradient?", sides, answer: sides[0]))

        // Not the worst mistake, -11.1, whose gradient is the smallest of all, but 5.93, which is right. An image that
        // the model is sure about, rightly or not, hardly takes part in learning. This is the price of the sigmoid in
        // this loss (chapter 5 has one that does not pay it).
    }

    func shapesThatRuinTheLoss() {
        // Why does `mnistLoss` insist on equal shapes? Here is what the first version does with targets [3], which lack
        // the second axis:
        let predictions = Tensor([[0.9], [0.4], [0.2]])
        let targets = Tensor([1, 0, 1])
        let distances = Tensor.where(targets .== 1, 1 - predictions, predictions)
        show(
            distances, "distances of predictions [3, 1] from targets [3]",
            predict: .shape("Predictions [3, 1], targets [3]: what is the shape of their distances?", distances.shape))
        show(fixed(mnistLossV1(predictions, targets.unsqueezed(1)).item, 4), "the loss with targets [3, 1]")
        show(fixed(mnistLossV1(predictions, targets).item, 4), "the loss with targets [3]")

        // Broadcasting has compared every prediction with every target, without a word. The result depends on how many
        // threes there are, but no longer on where. These are other targets:
        show(mnistLossV1(predictions, Tensor([0, 1, 1])).item, "the loss with other targets [3]")

        // Nothing about digits can be learned from that, and an accuracy would be just as wrong. So our losses and
        // metrics stop instead:
        //
        //     mnistLoss of [3, 1] and [3]: scores and targets differ in shape
        //       try: targets.unsqueezed(1)
    }

    func slopeOfTheLoss() throws {
        // Now take the walk of section 4.10 once more, along weight 406, with the loss:
        let y = try trainSet.targets
        let loss = { (move: Float) in mnistLoss(try self.movedScores(by: move), y).item }
        let accuracy = { (move: Float) in thresholdAccuracy(try self.movedScores(by: move), y) }
        let moves = Tensor.linspace(-0.02, 0.02, 41).scalars
        let losses = try moves.map(loss)
        show(
            Chart("Along one weight, the loss is a slope", x: "added to weight 406", y: "loss") {
                Line(moves, losses)
                Rule(x: 0, "as it is")
            }, "It changes with every change of the weight")

        // As the nudge h shrinks, the slope settles on what `backward` says (until rounding gets in the way):
        let parameters = randomParameters
        mnistLoss(linear1(try trainSet.inputs, parameters), y).backward()
        var table = TextTable(["h", "slope of the accuracy", "slope of the loss"], decimals: 5)
        for h: Float in [1, 0.1, 0.01, 0.001] {
            table.add("\(h)", try (accuracy(h) - accuracy(0)) / h, try (loss(h) - loss(0)) / h)
        }
        table.add("backward", nil as Float?, parameters[0].grad![406].item)
        show(table, "(after - before) / h, and the gradient")

        // So there are two numbers that say how good a model is, for two readers. The *metric*, accuracy, is for
        // people. The *loss* is for the machine: it must react to a small change of confidence, without large flat
        // parts and without jumps. That makes it a compromise between what we want and what can be learned from.
        //
        // A loss is computed for every item; what is reported is its mean over an epoch. The metric is printed beside
        // it after every epoch. Learn with the loss, and judge by the metric.
    }
}
