// Nudge: A convolution multiplies each patch by weights and adds up. Here the largest number of each patch is taken,
//   of every channel by itself.
// Idea: With windows along both axes, every patch has two axes of its own, at the end. Make one of them, and take the
//   maximum along it.
// Almost: `max(axis:)` returns the values and where they were found, and its gradient goes to the first of equal
//   numbers: `patches.reshaped(n, channels, down, across, kernel * kernel).max(axis: -1).values`.

import Tensors

public func maxPoolByPatches(_ x: Tensor, kernel: Int, stride: Int) throws -> Tensor {
    let patches = x.windows(axis: 2, size: kernel, step: stride).windows(axis: 3, size: kernel, step: stride)
    return patches.reshaped(Array(patches.shape[..<4]) + [kernel * kernel]).max(axis: -1).values
}
