// # Putting it all together: one epoch
//
// Section 4.13 · After this page you can write an epoch of gradient descent, and know what happens if the gradients are
// not cleared.

import Common
import Figures
import Notebook
import Tensors
import Training

// An epoch, in words:
//
//     for every batch x, y:
//         predictions = model(x)
//         loss        = how wrong they are
//         gradients   = the slope of the loss for every parameter
//         parameters -= gradients · learning rate
//
// The first three lines of the loop become a function, for any model:

/// Predict, loss, backward: leaves a gradient on every parameter of the model. (The book's `calc_grad`.)
public func calculateGradients(_ x: Tensor, _ y: Tensor, _ model: (Tensor) -> Tensor) {
    mnistLoss(model(x), y).backward()
}

extension DigitClassifier {
    func gradientsPileUp() throws {
        // Try it on four images first, with the random parameters from section 4.10. (This loader does not shuffle, so
        // the four are threes. The book never shuffles in this chapter, and for now we follow it. Section 4.14 has more
        // to say about that.)
        let parameters = randomParameters
        let (x, y) = try DataLoader(trainSet, batchSize: 4).first!
        let scores = linear1(x, parameters)
        show(scores, "scores of four threes")
        show(mnistLoss(scores, y), "their loss")

        // Three backward passes over the same four images. What is the gradient of the bias after each?
        let slopes = (0..<3).map { _ in
            calculateGradients(x, y) { linear1($0, parameters) }
            return parameters[1].grad!.item
        }
        show(
            Tensor(slopes), "gradient of the bias after one, two, three passes",
            predict: .number(
                "Three identical backward passes: what is the third gradient of the bias, as a multiple of the first?",
                slopes[2] / slopes[0]))
        show("weights' gradient \(parameters[0].grad!.shape), mean \(parameters[0].grad!.mean().item)")

        // It grows. `backward` *adds* to the gradient that is already there. That is useful: a batch that is too large
        // for memory can be processed in pieces, whose gradients add up (divide by their number to get the mean). But
        // it means that you must clear the gradient after each step.
    }

    func theBooksFourScores() {
        // The book sees the same. Its parameters are lost, but it prints its four scores (section 4.11), and nothing
        // random lies between the scores and the gradient of the bias. So with a bias of 0 added to them, our engine
        // must give the book's numbers:
        let scores = bookScores
        let bias = Tensor([0]).requiringGrad()
        let slopes = (0..<3).map { _ in
            mnistLoss(scores + bias, .ones(4, 1)).backward()
            return bias.grad!.item
        }
        let rounded = "the book rounds to four decimals"
        record("four-scores/gradient-after-one-pass", slopes[0], book: -0.0008, differs: rounded)
        record("four-scores/gradient-after-two-passes", slopes[1], book: -0.0015, differs: rounded)
        record("four-scores/gradient-after-three-passes", slopes[2], book: -0.0023, differs: rounded)
    }
}

// What if you forget to clear? The parabola shows it. Here are its steps, with and without clearing:

/// x² along thirty steps of gradient descent from -1.5, with the gradient cleared after each or never.
private func clearedOrNot(clearing: Bool) -> [Float] {
    var x = Tensor(-1.5).requiringGrad()
    return (0..<30).map { _ in
        let loss = parabola(x)
        loss.backward()
        noGrad { x -= x.grad! * 0.1 }
        if clearing { x.grad = nil }
        return loss.item
    }
}

extension DigitClassifier {
    func forgettingToClear() {
        let (cleared, never) = (clearedOrNot(clearing: true), clearedOrNot(clearing: false))
        show(
            Chart("What if you forget to clear the gradient?", x: "step", y: "loss") {
                Line(cleared, "cleared after each step")
                Line(never, "never cleared", dashed: true)
            }, "The parabola of section 4.5 at rate 0.1, with and without clearing",
            predict: .yesNo(
                "The gradient is never cleared. Do the losses settle at 0?", never.suffix(10).max()! < 0.1))

        // Without clearing, every step follows the sum of all slopes since the start, and runs through the valley and
        // up the other side.
    }
}

// So the loop clears the gradients. The step itself must not be recorded, hence `noGrad`. (The book writes `p.data` for
// this, and sets the gradient to zero in place with `zero_`; the underscore is PyTorch's mark for "in place". We take
// it away altogether: `nil`.) This is one epoch. `inout` and `&` say that the function changes its caller's parameters:

/// One epoch of gradient descent by hand. (The book's first `train_epoch`.)
public func trainEpoch(
    _ batches: DataLoader<(Tensor, Tensor)>, _ model: (Tensor, [Tensor]) -> Tensor,
    _ parameters: inout [Tensor], learningRate: Float
) {
    for (x, y) in batches {
        calculateGradients(x, y) { model($0, parameters) }
        for k in parameters.indices {
            noGrad { parameters[k] -= parameters[k].grad! * learningRate }
            parameters[k].grad = nil
        }
    }
}

extension DigitClassifier {
    func oneEpochByHand() throws {
        // What has it done to the loss? Here is the loss of all training images, before and after one epoch at rate 1.
        // (It may have risen: the batches come in order, and the last ones hold only sevens.)
        var parameters = randomParameters
        let batches = try DataLoader(trainSet, batchSize: 256)
        let (x, y) = batches.first!
        show("x \(x.shape), y \(y.shape)", "the first of \(batches.count) batches")
        let before = mnistLoss(linear1(try trainSet.inputs, parameters), try trainSet.targets).item
        trainEpoch(batches, linear1, &parameters, learningRate: 1)
        let after = mnistLoss(linear1(try trainSet.inputs, parameters), try trainSet.targets).item
        show("\(fixed(before, 4)) and \(fixed(after, 4))", "loss before and after an epoch")
    }
}
