// Exercise 4.6 · A thousand distances without a loop
// Section 4.4, question 8: Chapters/04-DigitClassifier/04-Broadcasting.swift
//
// Nudge: Write it for one image first. Then ask which part would not do for many.
// Idea: The subtraction takes many images as they are: the ideal is broadcast. Only the mean must not run over
//   everything, but over the two axes of the image.
// Almost: `(images - ideal).abs()` is [n, h, w]. `mean(axes: …)` folds the axes that you name; count the two from the
//   end, −1 and −2, and the function will do for a single image, too.

import Tensors

/// The mean absolute difference between each of many images and one ideal: images [n, h, w], ideal [h, w] → [n].
/// Images [[[0, 1]], [[1, 1]]] and ideal [[1, 1]] → [0.5, 0]. A single image [h, w] gives a single number.
public func distances(_ images: Tensor, to ideal: Tensor) throws -> Tensor {
    // Counted from the end, the axes are right whatever stands before them.
    (images - ideal).abs().mean(axes: -1, -2)
}
