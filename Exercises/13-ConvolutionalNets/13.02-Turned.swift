// Exercise 13.2 · A kernel in four directions
// Section 13.1, question 13.2: Chapters/13-ConvolutionalNets/01b-WhatAKernelAsks.swift

import Practice
import Tensors

/// A kernel turned clockwise by a number of quarter turns: what was at the top is at the right after one, at the bottom
/// after two. [[1, 2], [3, 4]] becomes [[3, 1], [4, 2]] after one quarter turn. So a kernel of top edges becomes one of
/// right edges, then of bottom edges, then of left edges.
///
/// Kernels need not be square: one quarter turn makes [w, h] of [h, w]. Any number of turns is allowed: four are none,
/// and −1 is one to the left.
public func turned(_ kernel: Tensor, quarterTurns: Int) throws -> Tensor {
    throw Unanswered("13.2")
}
