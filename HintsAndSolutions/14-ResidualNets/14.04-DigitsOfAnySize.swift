// Nudge: Up to the head, both nets are the same. How many numbers does the `Linear` get in each case?
// Idea: Collect `[any Layer<Tensor, Tensor>]` in a loop over the filters; the first layer has one channel. Halve 28 as
//   often: (n + 1) / 2 is what a stride of 2 leaves of n.
// Almost: After the mean, the `Linear` gets as many numbers as the last layer has filters. Without it, filters times
//   side times side.

import Layers
import Tensors

public func digitNet(filters: [Int], averages: Bool, using random: inout SplitMix64) throws -> Sequential {
    var layers: [any Layer<Tensor, Tensor>] = []
    var (channels, side) = (1, 28)
    for count in filters {
        layers += [
            Conv2d(channels, count, kernel: 3, stride: 2, padding: 1, bias: false, using: &random), BatchNorm2d(count),
            ReLU(),
        ]
        (channels, side) = (count, (side + 1) / 2)
    }
    if averages {
        layers += [AdaptiveAveragePool2d(1), Flatten(), Linear(channels, 10, using: &random)]
    } else {
        layers += [Flatten(), Linear(channels * side * side, 10, using: &random)]
    }
    return Sequential(layers)
}
