// Exercise 4.8 · The nearest of several ideals                needs exercise 4.7
// Section 4.4, question 4.3: Chapters/04-DigitClassifier/04-Broadcasting.swift

import Practice
import Tensors

/// Finds for each image the index of the nearest ideal, by the distance of exercise 4.7:
/// images [n, h, w], ideals [k, h, w] → [n], each 0 ..< k.
/// Images [[[0.2]], [[0.9]]] and ideals [[[0]], [[0.5]], [[1]]] → [0, 2].
public func nearest(_ images: Tensor, _ ideals: Tensor) throws -> IntTensor {
    throw Unanswered("4.8")
}
