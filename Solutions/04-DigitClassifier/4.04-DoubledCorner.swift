// Exercise 4.4 · Four numbers from the corner
// Section 4.3, question 9: Chapters/04-DigitClassifier/03-ArraysAndTensors.swift
//
// Nudge: Four steps: count, arrange, double, cut. Each is one call or operator.
// Idea: `Tensor.arange(9)` counts from 0 to 8, `reshaped(3, 3)` arranges, and brackets cut: one range for each axis.
// Almost: The last two rows are `[(n - 2)...]`, the last two columns go into the same brackets behind a comma. And
//   `arange` begins at 0 where you want to begin at 1.

import Tensors

/// Makes a table of n × n numbers, 1 to n² row by row, doubles all of them, and returns the four at the bottom right as
/// a tensor [2, 2]. For n = 3 that is [[10, 12], [16, 18]]. There are at least two rows: n ≥ 2.
public func doubledCorner(of n: Int) throws -> Tensor {
    let table = (Tensor.arange(n * n) + 1).reshaped(n, n)
    // A range without an end runs to the end of its axis.
    return (2 * table)[(n - 2)..., (n - 2)...]
}
