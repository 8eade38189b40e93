// Nudge: Count the layers before you make any. Height and width need not take equally many.
// Idea: (n + 1) / 2 again and again until 1 is left, for the longer side: one that has become 1 stays 1.
// Almost: Collect `[any Layer<Tensor, Tensor>]`. In a loop over all layers but the last, append a `Conv2d` and a
//   `ReLU`, and remember the filters as the channels of the next layer. Then append the last `Conv2d` and the
//   `Flatten`.

import Layers
import Tensors

public func classifier(
    of size: Size2D, channels: Int, classes: Int, firstFilters: Int, using random: inout SplitMix64
) throws -> Sequential {
    var (longest, count) = (max(size.height, size.width), 0)
    while longest > 1 { (longest, count) = ((longest + 1) / 2, count + 1) }
    var (before, filters) = (channels, firstFilters)
    var layers: [any Layer<Tensor, Tensor>] = []
    for _ in 0..<max(0, count - 1) {
        layers += [Conv2d(before, filters, kernel: 3, stride: 2, padding: 1, using: &random), ReLU()]
        (before, filters) = (filters, 2 * filters)
    }
    return Sequential(layers + [Conv2d(before, classes, kernel: 3, stride: 2, padding: 1, using: &random), Flatten()])
}
