// Exercise 17.18 · A squared error in which some items count more
// Section 17.9, questions 17.31 and 17.32: Chapters/17-Foundations/09b-TheWayBack.swift

import Practice
import Tensors

/// The mean squared error, in which each item has a weight: the sum of weight · (output - target)² over all items,
/// divided by the sum of the weights. With equal weights it is the plain mean squared error of the page
/// 08h-Loss.swift of section 17.8.
///
/// output [n, 1], target [n], weights [n], none of them negative → one number, rank 0. A batch may be a single item.
///
/// Outputs [[1], [5]], targets [2, 2], weights [3, 1] → (3 · 1 + 1 · 9) / 4 = 3.
public func weightedMSE(_ output: Tensor, _ target: Tensor, weights: Tensor) throws -> Tensor {
    throw Unanswered("17.18")
}

/// Its gradient with respect to the output, by hand, as section 17.9 does it: [n, 1]. In the example [[-1.5], [1.5]].
public func weightedMSEGradient(_ output: Tensor, _ target: Tensor, weights: Tensor) throws -> Tensor {
    throw Unanswered("17.18")
}
