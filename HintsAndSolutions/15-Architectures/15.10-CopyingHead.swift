// Nudge: `Upsample(by: 2)` makes the copies. What does the first convolution of a level get, and what the last one of
//   all?
// Idea: Go through the widths with a variable for the number of maps so far; append four layers for each width, and the
//   last convolution after the loop.
// Almost: `Conv2d(below, width, kernel: 3, padding: 1, bias: false, using: &random)` with
//   `var random = SplitMix64(seed: seed)`, then `BatchNorm2d(width)`, `ReLU()`, and `below = width`.

import Layers
import Tensors

public func copyingHead(channels: Int, widths: [Int], outputs: Int, seed: UInt64) throws -> Sequential {
    var random = SplitMix64(seed: seed)
    var (layers, below) = ([any Layer<Tensor, Tensor>](), channels)
    for width in widths {
        layers += [
            Upsample(by: 2), Conv2d(below, width, kernel: 3, padding: 1, bias: false, using: &random),
            BatchNorm2d(width), ReLU(),
        ]
        below = width
    }
    return Sequential(layers + [Conv2d(below, outputs, kernel: 1, using: &random)])
}
