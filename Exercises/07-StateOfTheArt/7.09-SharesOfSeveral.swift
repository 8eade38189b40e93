// Exercise 7.9 · Shares for more than two
// Section 7.5, question 7.8: Chapters/07-StateOfTheArt/05c-RandomShares.swift

import Practice
import Tensors
import Training

/// Random shares to mix several photos by: as many numbers as asked for, each from 0 to 1, that add up to 1.
///
/// Two shares come from two draws of Gamma(α), each divided by their sum. It is the same with more. (The distribution
/// is called Dirichlet's.) With one photo, the share is 1. α is from 0.1 to 10.
///
/// - Parameter seed: the same seed gives the same shares. The engine draws from Gamma with `random.gamma(α)`.
public func dirichletShares(_ count: Int, alpha: Double, seed: UInt64) throws -> [Double] {
    throw Unanswered("7.9")
}
