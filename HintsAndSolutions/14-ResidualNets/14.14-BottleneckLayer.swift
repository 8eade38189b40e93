// Nudge: `bottleneckBody` and `OwnBlock` of the pages together, in one class. What belongs to the class, and what only
//   to its forward pass?
// Idea: A `final class` that is a `Module` and a `Layer`, with a `Sequential` of convolutions and norms as its only
//   property. A norm can have its ReLU built in: `BatchNorm2d(few, activation: .relu)`.
// Almost: `Sequential(convolution, BatchNorm2d(few, activation: .relu), …, convolution, last)`, where a convolution is
//   `Conv2d(channels, few, kernel: 1, bias: false, using: &random)` and the like. `last.gamma.assign(.zeros(channels))`
//   comes before; and the forward pass is `(body(x) + x).relu()`.

import Layers
import Tensors

final class OwnBottleneck: Module, Layer {
    let body: Sequential

    init(_ channels: Int, _ few: Int, using random: inout SplitMix64) {
        let last = BatchNorm2d(channels)
        last.gamma.assign(.zeros(channels))
        body = Sequential(
            Conv2d(channels, few, kernel: 1, bias: false, using: &random), BatchNorm2d(few, activation: .relu),
            Conv2d(few, few, kernel: 3, padding: 1, bias: false, using: &random), BatchNorm2d(few, activation: .relu),
            Conv2d(few, channels, kernel: 1, bias: false, using: &random), last)
    }

    func forward(_ x: Tensor) -> Tensor { (body(x) + x).relu() }
}

public func bottleneckLayer(
    _ channels: Int, reduction: Int, using random: inout SplitMix64
) throws -> any Layer<Tensor, Tensor> {
    OwnBottleneck(channels, channels / reduction, using: &random)
}
