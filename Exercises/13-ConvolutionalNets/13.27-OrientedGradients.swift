// Exercise 13.27 · Histograms of oriented gradients
// Section 13.14, further research 1: Chapters/13-ConvolutionalNets/14d-DirectionsOfEdges.swift

import Practice
import Tensors

/// How much edge there is in each direction in each cell of a picture, with each pixel given to its nearest direction.
///
/// At each pixel of a picture [h, w], let gx be its right neighbour minus its left one, and gy the one below minus the
/// one above; neighbours outside the picture count as 0. Its strength is √(gx² + gy²), its direction the angle of (gx,
/// gy): 0 to the right, a quarter turn downwards. Direction k of `directions` is the angle k · 2π / directions. Each
/// pixel adds its strength to the direction that is nearest to its own, in the cell of `cell` × `cell` pixels that it
/// lies in. (An angle just in the middle of two directions does not occur in the check; a strength of 0 adds nothing.)
/// Height and width are multiples of `cell`.
///
/// At the end all numbers are divided by the root of the sum of their squares, if that is not 0, so that the contrast
/// of the picture does not matter. → [h / cell, w / cell, directions]
public func orientedGradients(_ picture: Tensor, cell: Int, directions: Int) throws -> Tensor {
    throw Unanswered("13.27")
}
