// # What a map does not say
//
// Section 18.2 · After this page you can say what is in a map and in no probability, and which heads have an exact map.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// The sum on the last page is exact. Still there is something that a map does *not* say. Softmax looks at differences
// of scores only. So we may add the same numbers to the weights of all kinds, and no probability changes: for everybody
// who uses it, it is the same net. But all maps change. What stays is the difference of two kinds' maps, or of a kind's
// map and the mean of all, the `contrast`:

/// A map of each kind without what all kinds have in common: [c, h, w] → the same shape.
public func contrast(_ maps: Tensor) -> Tensor { maps - maps.mean(axis: 0, keepingAxes: true) }

extension WhereItLooks {
    func whatSoftmaxCannotSee() throws {
        let (net, x) = (try net, try picture(try example))
        let activations = lastActivations(of: net, on: x)[0]
        let weight = net.head.weight.value.detached()
        var random = run.random
        let shifted = weight + Tensor.randn(1, weight.shape[1], using: &random)
        // `probabilities` are what the net says with another weight in its head:
        func probabilities(_ weight: Tensor) -> Tensor {
            (activations.mean(axes: 1, 2).linear(weight) + net.head.bias!.value.detached()).softmax()
        }
        let (maps, others) = (activationMaps(weight, activations), activationMaps(shifted, activations))
        show(
            largestDifference(probabilities(weight), probabilities(shifted)) < 1e-4,
            "the probabilities are the same")
        show(
            largestDifference(maps, others) < 0.01, "the maps are the same",
            ask: "The same random numbers are added to the weights of every kind. Do the maps stay the same?")

        // The contrast answers another question: not "what speaks for a cat", but "what speaks for a cat rather than
        // for the other kinds". It is as certain as the probabilities are:
        show(largestDifference(contrast(maps), contrast(others)) < 0.01, "the contrasts are the same")
    }

    func inCommon() throws {
        // Does that ever matter? Only if a net has something in its weights that all kinds have in common. Plain
        // gradient descent would never add such a thing. The gradients of cross-entropy at the scores are the
        // probabilities minus the label's 1, which add up to 0 over the kinds, and so do the gradients of the four rows
        // of the weight:
        let net = try net
        net.eval()
        let some = 0..<min(64, try validSet.count)
        crossEntropy(net(try validSet.inputs[some]), try validSet.targets[some]).backward()
        let gradient = net.head.weight.grad!
        net.zeroGrad()
        show(
            (gradient.sum(axis: 0).abs().max() / gradient.abs().max()).item < 1e-4,
            "the gradients of the four rows add up to 0")

        // But we have trained with Adam, which gives every weight a step size of its own. So we look at how far the
        // weights have moved from where they began, and which share of that (of the squares) is the same for all kinds:
        var random = run.random
        let before = MapNet(kinds: Self.kinds.count, using: &random).head.weight.value.detached()
        let moved = net.head.weight.value.detached() - before
        let common = moved.mean(axis: 0, keepingAxes: true).expanded(to: moved.shape)
        let share = (common.squared().sum() / moved.squared().sum()).item
        show(
            fixed(share, 4), "the share of what the head has learned that all kinds have in common",
            predict: .yesNo(
                "Plain gradient descent adds nothing that is common to all kinds. Is the common share exactly 0 after "
                    + "training with Adam?", share == 0))

        // That share is in every map, and in no probability; and so is what the random weights at the beginning had in
        // common.
    }

    func otherPooling() throws {
        // The second thing is the head. The sum on the last page needs a mean. Behind maxima, the same weights on the
        // same maps say something else:
        let (net, x) = (try net, try picture(try example))
        let activations = lastActivations(of: net, on: x)[0]
        let weight = net.head.weight.value.detached()
        let withMeans = activations.mean(axes: 1, 2).linear(weight)
        let withMaxima = activations.max(axes: [1, 2]).linear(weight)
        let means = activationMaps(weight, activations).mean(axes: 1, 2)
        var table = TextTable(["head", "largest difference between mean of the map and score, without bias"])
        table.add("means", largestDifference(means, withMeans))
        table.add("maxima", largestDifference(means, withMaxima))
        show(table, "The same weights behind two kinds of pooling")

        // fastai's head, which is on the book's net, is further away still: it has maxima and means, and another layer
        // in between. Section 18.4 builds it, and measures what a map is worth behind it.
    }
}
