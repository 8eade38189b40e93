// Exercise 6.15 · A place in a heat map
// Section 6.4: Chapters/06-OtherVisionProblems/04j-WhatPoolingForgets.swift

import Practice
import Tensors

/// The places that maps of scores point at, from -1 (left, top) to 1 (right, bottom).
///
/// It is what a head that points does with its scores. There is a map with a score for each cell of a grid, and the
/// answer is where the scores are high. The softmax over *all* cells of a map makes shares of its scores, and the
/// answer is the mean of the cells' middles, weighted by these shares. So it is differentiable, and can lie between
/// cells.
///
/// The grid covers the picture. In a map of w columns, the middle of column 0 is half of a cell from the left edge.
///
/// - Parameter scores: [n, h, w], of any size: also scores of a thousand.
/// - Returns: [n, 2], x and y.
public func placesInHeatMaps(_ scores: Tensor) throws -> Tensor {
    throw Unanswered("6.15")
}
