// # A model, a loss, and an axis too many
//
// Section 17.8 · After this page you can put layers together into a model, give it a loss, and recognize a mistake
// that makes no noise at all: a loss that compares every item with every other.

import Figures
import Notebook
import Tensors

// Everything is there for a net. These are its input, its targets and its parameters, all of them random. (The last
// layer gets Kaiming's scale like the first, as in the book, though no ReLU follows. So the output has a mean square of
// 2 on average. In a net of two layers that does no harm.)

/// The little net of this chapter: 200 items, a layer of 50 neurons with a ReLU, a layer of one. x [200, 100], y [200],
/// w1 [100, 50], b1 [50], w2 [50, 1], b2 [1]
public struct LittleNet: Sendable {
    public let x, y, w1, b1, w2, b2: Tensor

    /// Normal inputs and targets, Kaiming's weights, biases of 0.
    public init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        (x, y) = (.randn(200, 100, using: &random), .randn(200, using: &random))
        (w1, b1) = (kaiming(100, 50, using: &random), .zeros(50))
        (w2, b2) = (kaiming(50, 1, using: &random), .zeros(1))
    }
}

// The model is a linear layer, a ReLU, and another linear layer:

/// The forward pass: x [n, 100] → [n, 1].
public func model(_ x: Tensor, _ net: LittleNet) -> Tensor {
    let l1 = linear(x, net.w1, net.b1)
    let l2 = relu(l1)
    return linear(l2, net.w2, net.b2)
}

extension Foundations {
    func shapeOfTheOutput() {
        let net = LittleNet(seed: run.seed)
        let output = model(net.x, net)
        show(output.shape, "200 items through the model", ask: "What is the shape of the model's output for 200 items?")
    }
}

// The loss shall be the mean squared error: the mean of (output - target)². But the output is [200, 1] and the target
// [200]. The last axis of the output, which has the length 1, has to go first. That is what `squeezed` is for. A target
// with such an axis would do the same damage, so `requireTargets` looks at both shapes before `mse` goes to work:

/// Stops unless there is one target for each output: output [n, 1], target [n].
func requireTargets(_ target: Tensor, for output: Tensor) {
    require(
        output.shape == target.shape + [1], "mean squared error of \(output.shape) and \(target.shape)",
        "there must be one target for each output", try: "outputs [n, 1] and targets [n]")
}

/// Mean squared error: output [n, 1], target [n] → one number.
public func mse(_ output: Tensor, _ target: Tensor) -> Tensor {
    requireTargets(target, for: output)
    return (output.squeezed(-1) - target).squared().mean()
}

extension Foundations {
    func missingSqueeze() {
        // **Wrong on purpose:** what if you forget it? By the rules of section 17.5, [200, 1] and [200] fit together:
        let net = LittleNet(seed: run.seed)
        let (output, y) = (model(net.x, net), net.y)
        let differences = output - y
        show(
            BroadcastAlignment(output.shape, y.shape), "output minus target, without squeezing",
            predict: .shape("[200, 1] minus [200]: what shape is that?", differences.shape))
        show(mse(output, y).item, "the loss")
        show(differences.squared().mean().item, "the loss without squeezing: no error, and a number that looks right")

        // Every output was compared with every target, 40,000 pairs in place of 200. Why is the number so plausible?
        // Write o for an output and y for a target, and multiply (o - y)² out: o² - 2·o·y + y². In the mean over all
        // pairs, o and y have nothing to do with each other, and the mean of o·y is the product of their means. What is
        // left is
        //
        //     variance of o + variance of y + (mean of o - mean of y)²
        //
        // The right loss is the same minus twice the *covariance* of outputs and targets: how much they go together. An
        // untrained net knows nothing about its targets. So its covariance is what chance makes of 200 items, above or
        // below 0, and no more than a fraction of the loss:
        record(
            "missing-squeeze/loss-of-untrained-net-times",
            over: run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { random in
                let net = LittleNet(seed: random.next())
                let output = model(net.x, net)
                return (output - net.y).squared().mean().item / mse(output, net.y).item
            })

        // Only when the net learns do the two part for good. Compare three sets of outputs: those of the net, the
        // targets themselves (nothing could be better), and the mean of the targets for every item:
        let average = Tensor.full(y.mean().item, [200, 1])
        var table = TextTable(["outputs", "loss", "without squeezing", "by the formula"], decimals: 4)
        for (name, o) in [("of the net", output), ("the targets", y.unsqueezed(1)), ("always the mean", average)] {
            let gap = o.mean().item - y.mean().item
            let formula = o.variance(unbiased: false).item + y.variance(unbiased: false).item + gap * gap
            table.add(name, mse(o, y).item, (o - y).squared().mean().item, formula)
        }
        show(
            table, "The loss, and what the missing squeeze makes of it",
            predict: .number(
                "The targets have variance 1. What is the loss without squeezing for perfect outputs?",
                2, within: .percent(30)))

        // So the loss without squeezing does not vanish for perfect outputs. It is lowest when the net gives the same
        // answer to everything, the mean of the targets, and so that is what a net learns from it. The loss falls,
        // nothing stops, and nobody gets a message. The engine's `mseLoss` refuses such shapes:
        //
        //     mseLoss of [200, 1] and [200]: predictions and targets differ in shape
        //       try: targets of shape [200, 1]
        //
        record(
            "missing-squeeze/loss-of-perfect-outputs",
            over: run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { random in
                let y = Tensor.randn(200, using: &random)
                return (y.unsqueezed(1) - y).squared().mean().item
            })
    }

    func argumentOfSqueeze() {
        // One more trap. `squeezed()` without an argument takes away *every* axis of length 1. With 200 items that
        // makes no difference. But the last batch of an epoch may have a single item:
        let one = Tensor([[0.5]])
        show(one.squeezed(-1).shape, "[1, 1] without its last axis: still a batch, of one item")
        show(
            one.squeezed().shape, "[1, 1] without all axes of length 1: the batch is gone",
            ask: "What is the shape of a [1, 1] after `squeezed()`, without an argument?")

        // A rank-0 tensor has no items to count, and whatever needs them (a mean over items, `shape[0]`) fails, or
        // worse, broadcasts. So say which axis you mean.
    }
}
