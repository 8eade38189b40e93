// Exercise 15.7 · The gradient of the nearest pixel
// Section 15.2, question 15.9: Chapters/15-Architectures/02b-CopiedPixels.swift

import Practice
import Tensors

/// Pictures [n, c, h, w] are brought to any size, larger or smaller, by the nearest neighbour: row k of the new H rows
/// is the old row k · h / H, rounded down, and columns likewise. (With twice the size that is the page's rule.) Given
/// is the gradient dy [n, c, H, W] of the loss with respect to the new pictures; return the one with respect to the old
/// ones, [n, c, height, width].
///
/// Where the pictures became smaller, some old pixels were copied nowhere.
///
/// Example: dy [[1, 2, 3]], one row from one row of two pixels: the first old pixel was copied to places 0 and 1, the
/// second to place 2, so the gradient is [[1 + 2, 3]].
public func nearestGradient(_ dy: Tensor, height: Int, width: Int) throws -> Tensor {
    throw Unanswered("15.7")
}
