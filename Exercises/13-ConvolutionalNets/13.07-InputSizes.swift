// Exercise 13.7 · Which images give this size?
// Section 13.4, questions 13.5 and 13.6: Chapters/13-ConvolutionalNets/04b-Strides.swift

import Practice

/// The output size backwards: all numbers of pixels n, from 1 up, along an axis of which a convolution with this
/// kernel, stride and padding gives exactly `output` places; in ascending order. `output`, `kernel` and `stride` are at
/// least 1.
///
/// For an output of 14 from a 3 × 3 kernel, a stride of 2 and a padding of 1 they are [27, 28]. If there are none, the
/// list is empty: a kernel of 3 with a padding of 2 has more than one place even in a single pixel. A kernel that is
/// larger than the image with its padding has no place at all. The last window may end before the padded axis does.
public func inputSizes(output: Int, kernel: Int, stride: Int, padding: Int) throws -> [Int] {
    throw Unanswered("13.7")
}
