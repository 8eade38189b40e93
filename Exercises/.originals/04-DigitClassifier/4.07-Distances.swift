// Exercise 4.7 · A thousand distances without a loop
// Section 4.4, question 4.8: Chapters/04-DigitClassifier/04-Broadcasting.swift

import Practice
import Tensors

/// The root mean squared difference (RMSE) between each of many images and one ideal: images [n, h, w], ideal [h, w]
/// → [n]. Images [[[0, 1]], [[1, 1]]] and ideal [[1, 1]] → [√½, 0] = [0.707, 0].
/// A single image [h, w] gives a single number. No loop: all images at once.
public func distances(_ images: Tensor, to ideal: Tensor) throws -> Tensor {
    throw Unanswered("4.7")
}
