// Exercise 13.15 · How many ways lead to a cell
// Section 13.8: Chapters/13-ConvolutionalNets/08c-ProofByNudging.swift

import Practice
import Tensors

/// In how many ways each pixel of a receptive field gets into the number that has it, along one axis and away from the
/// rim. A way leads from the pixel to a number of the first map that has it under its kernel, from there to a number of
/// the second map that has that one under its kernel, and so on. All layers have kernels of the same size, layer i has
/// a stride of strides[i].
///
/// One layer of 3: [1, 1, 1]. Two layers of 3 with a stride of 2: [1, 1, 2, 1, 2, 1, 1]. Pixels between the first and
/// the last that get in by no way are counted with 0; without any layer it is [1].
///
/// Count with whole numbers, not by a gradient: in many layers, there are more ways than a Float can count.
public func waysToACell(kernel: Int, strides: [Int]) throws -> [Int] {
    throw Unanswered("13.15")
}
