// Exercise 4.5 · Four numbers from the corner
// Section 4.3, question 4.9: Chapters/04-DigitClassifier/03-ArraysAndTensors.swift

import Practice
import Tensors

/// Makes a table of n × n numbers, 1 to n² row by row, doubles all of them, and returns the four at the bottom right as
/// a tensor [2, 2]. For n = 3 that is [[10, 12], [16, 18]]. There are at least two rows: n ≥ 2.
public func doubledCorner(of n: Int) throws -> Tensor {
    throw Unanswered("4.5")
}
