// Exercise 4.3 · The ideal of a few images
// Section 4.2, questions 4.3 and 4.5: Chapters/04-DigitClassifier/02-PixelSimilarity.swift

import Practice
import Tensors

/// The ideal of a list of images: every pixel is the mean of that pixel in all images, from 0 (where all have the byte
/// 0) to 1 (where all have 255). Images of bytes [h, w], at least one → [h, w].
/// [[0, 255]] and [[255, 255]] → [[0.5, 1]].
public func idealImage(_ images: [ByteTensor]) throws -> Tensor {
    throw Unanswered("4.3")
}
