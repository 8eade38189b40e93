// Exercise 4.41 · Ten digits without learning                needs exercise 4.8
// Section 4.2, further research 2: Chapters/04-DigitClassifier/02-PixelSimilarity.swift

import Practice
import Tensors

/// Decides for each image which digit it is: the one whose ideal, the mean of all its training images, is nearest. The
/// labels say which digit each training image shows, in any order; a digit may be missing. images [n, h, w], train [m,
/// h, w], labels [m] → [n], digits as they appear among the labels. With training images of threes and sevens only,
/// every answer is 3 or 7. Of 500 generated digits, at least 70 % have to be right.
public func digitsByIdeal(_ images: Tensor, train: Tensor, labels: IntTensor) throws -> IntTensor {
    throw Unanswered("4.41")
}
