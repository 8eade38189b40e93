// Exercise 4.9 · Is it a three?                needs exercise 4.7
// Section 4.4, question 4.11: Chapters/04-DigitClassifier/04-Broadcasting.swift

import Practice
import Tensors

/// True for every image that is nearer to the ideal `three` than to the ideal `seven`, by the distance of exercise 4.7.
/// An image that is just as far from both is no three. (The book's `is_3`.)
/// images [n, h, w], ideals [h, w] → [n]; a single image [h, w] → a single answer.
public func isThree(_ images: Tensor, three: Tensor, seven: Tensor) throws -> BoolTensor {
    throw Unanswered("4.9")
}

/// How often that is right: the share of the threes that are called threes, the share of the sevens that are not, and
/// the share of all images that are called what they are. With 3 threes of which 2 are right, and 1 seven that is
/// right: 0.667, 1 and 0.75. threes [n, h, w], sevens [m, h, w], at least one of each.
public func accuracyOfIsThree(
    threes: Tensor, sevens: Tensor, three: Tensor, seven: Tensor
) throws -> (threes: Float, sevens: Float, all: Float) {
    throw Unanswered("4.9")
}
