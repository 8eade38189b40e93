// Exercise 4.17 · One digit against the others
// Section 4.10, question 4.27: Chapters/04-DigitClassifier/10-Loss.swift

import Practice
import Tensors

/// Puts the images of several digits into one table for training. Each digit comes as a stack [nₖ, h, w]; how many
/// images it holds may differ, and may be none, but h and w are the same for all. The table has a row for every image,
/// stack after stack in the given order, and beside it the answer to "is it from stack number `wanted`?": 1 or 0.
/// n images in all → x [n, h·w], y [n, 1]. There is at least one stack, and h and w need not be 28.
public func trainingTable(_ stacks: [Tensor], wanted: Int) throws -> (x: Tensor, y: Tensor) {
    throw Unanswered("4.17")
}
