// Nudge: Go back from the last layer to the first. What may lie outside a map has to be cut off on the way, not only at
//   the end.
// Idea: First find out how long each map is, from the image upwards. Then go back: from the first number's first tap to
//   the last number's last tap, cut to what the map below has.
// Almost: With lengths = [length, length of the first map, …], and seen = position..<position + 1: for each layer from
//   the last down, low = seen.lowerBound · stride − padding, high = (seen.upperBound − 1) · stride − padding + kernel,
//   and seen = (low..<high).clamped(to: 0..<lengths[layer]).

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
