// Nudge: Go back from the last layer to the first. What may lie outside a map has to be cut off on the way, not only at
//   the end.
// Idea: First find out how long each map is, from the image upwards. Then go back: from the first number's first tap to
//   the last number's last tap, cut to what the map below has.
// Almost: Keep the lengths in a list that begins with `length`, and begin with `position..<position + 1`. In a layer,
//   the first number i of the range has its first tap at i · stride − padding. The last number is `upperBound - 1`, and
//   its window ends `kernel` places after it begins. `clamped(to: 0..<…)` cuts off what is outside.

import Tensors

public func seenPixels(
    by position: Int, of length: Int, kernels: [Int], strides: [Int], paddings: [Int]
) throws -> Range<Int> {
    var lengths = [length]
    for layer in kernels.indices {
        lengths.append((lengths[layer] + 2 * paddings[layer] - kernels[layer]) / strides[layer] + 1)
    }
    return kernels.indices.reversed().reduce(position..<position + 1) { seen, layer in
        let low = seen.lowerBound * strides[layer] - paddings[layer]
        let high = (seen.upperBound - 1) * strides[layer] - paddings[layer] + kernels[layer]
        return (low..<high).clamped(to: 0..<lengths[layer])
    }
}
