// # The loss landscape
//
// Section 14.6 · After this page you can draw a slice of the loss around the weights of a trained net, in a way that
// lets two nets be compared.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Why is a net with skip connections easier to train? H. Li and others drew a picture ("Visualizing the Loss Landscape
// of Neural Nets", 2018), which is the book's figure 14-3: the loss of a net of 56 layers as a surface, once without
// skip connections, jagged like a mountain range, and once with them, a smooth bowl. A loss has as many arguments as
// the net has weights, and nobody can draw that. So they took a trained net, two random directions in which its weights
// may be changed, and drew the loss over the plane of the two.
//
// One thing needs care. Multiply the weights of a convolution by 10, and batch norm behind it divides by 10 again: the
// net is the same. But a step of length 1 is now ten times smaller beside its weights, so its landscape would look ten
// times as smooth. The remedy is to measure each direction by the weights: for every filter, the direction gets the
// length that the filter itself has. This is *filter normalization*. What belongs to no filter, biases and the
// parameters of batch norm, stays as it is:

/// A random direction for a parameter: each filter (entry of the first axis) as long as the weight's. All 0 for a
/// parameter of one axis.
public func filterNormalizedDirection(for weight: Tensor, using random: inout SplitMix64) -> Tensor {
    let direction = Tensor.randn(weight.shape, using: &random)
    if weight.rank < 2 { return .zeros(weight.shape) }
    let axes = Array(1..<weight.rank)
    let lengths = weight.norm(axes: axes, keepingAxes: true) / direction.norm(axes: axes, keepingAxes: true)
    return direction * lengths
}

// A `Landscape` is a net, where it stands, and two such directions. `loss(a, b)` moves the weights to a steps along the
// one and b along the other, and computes the loss of some pictures there. A step of 1 changes each filter by as much
// as it is long. Batch norm takes the statistics of these pictures, as in training:

/// The loss around the weights of a net.
public final class Landscape {
    private let net: Sequential
    private let origin, first, second: [Tensor]
    private let x: Tensor, labels: IntTensor

    public init(around net: Sequential, _ x: Tensor, _ labels: IntTensor, using random: inout SplitMix64) {
        (self.net, self.x, self.labels) = (net, x, labels)
        let origin = net.parameters.map { $0.value.detached() }
        self.origin = origin
        first = origin.map { filterNormalizedDirection(for: $0, using: &random) }
        second = origin.map { filterNormalizedDirection(for: $0, using: &random) }
    }

    public func loss(_ a: Float, _ b: Float) -> Float {
        net.train()
        for (place, parameter) in net.parameters.enumerated() {
            parameter.assign(origin[place] + a * first[place] + b * second[place])
        }
        return noGrad { crossEntropy(net(x), labels).item }
    }
}

extension ResidualNets {
    func twoDirections() {
        // A direction for a convolution of 32 filters, and the lengths of filter and direction:
        var random = run.random
        let weight = ConvLayer(16, 32, using: &random).convolution.weight.value.detached()
        let direction = filterNormalizedDirection(for: weight, using: &random)
        var table = TextTable(["filter", "its length", "length of the direction"], decimals: 4)
        for filter in 0..<3 { table.add(filter, weight[filter].norm().item, direction[filter].norm().item) }
        show(table, "the first three filters")

        // Is the trick right? Multiply the weights by 10. The direction grows as well, so that a step of 1 leads to the
        // same net as before:
        var (once, again) = (run.random, run.random)
        let (small, large) = (
            filterNormalizedDirection(for: weight, using: &once),
            filterNormalizedDirection(for: 10 * weight, using: &again)
        )
        show(
            (large / small).mean().item, "times as long is the direction for weights ten times as large",
            ask: "The weights are multiplied by 10. How many times as long is the direction, drawn as before?")
    }
}
