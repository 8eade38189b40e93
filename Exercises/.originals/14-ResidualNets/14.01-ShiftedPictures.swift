// Exercise 14.1 · Shifted pictures
// Section 14.1: Chapters/14-ResidualNets/01-Imagenette.swift

import Practice
import Tensors

/// Another way to show a net something new: mirror a picture, and move it by some pixels. (Kaiming He and others
/// trained their nets for CIFAR-10 with pictures like these.)
///
/// x [n, channels, h, w] → the same shape. Picture i is mirrored first, left and right exchanged, if mirrored[i] is
/// true. Then it is moved down by rows[i] pixels and to the right by columns[i]; negative numbers move it up or to the
/// left. What is moved out of the frame is lost, and where nothing comes from is 0. A picture may be moved out as a
/// whole, by any number of pixels. Without any picture, the result has none.
///
/// Of use are `picture.flipped(-1)`, which mirrors, `picture.padded(margin, lastAxes: 2)`, which puts a frame of zeros
/// around the last two axes, and slices.
public func shifted(_ x: Tensor, down rows: [Int], right columns: [Int], mirrored: [Bool]) throws -> Tensor {
    throw Unanswered("14.1")
}
