// Exercise 19.22 · A module of branches
// Section 19.4, question 19.20: Chapters/19-LearnerFromScratch/04-Sequential.swift

import Chapter19
import Practice
import Tensors

/// A module of this chapter that gives x to all of its branches and adds up what they make of it, each times a weight
/// that is learned: y = w₀ · branch₀(x) + w₁ · branch₁(x) + … There is at least one branch.
///
/// The weights are one parameter of the shape [number of branches], and begin with 1 / number of branches. In
/// `parameters` it comes first, and then those of the branches in their order. Whoever sets `isTraining` sets it for
/// the branches as well, and their hooks are called.
public func weightedBranches(_ branches: [Module]) throws -> Module {
    throw Unanswered("19.22")
}
