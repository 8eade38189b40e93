// Exercise 5.14 · Rates that go up and down
// Section 5.6, further research 1: Chapters/05-ImageClassification/06b-FindingARate.swift

import Practice

/// The book's first suggestion for further research: find and read Leslie Smith's paper of 2015, "Cyclical Learning
/// Rates for Training Neural Networks" (arXiv:1506.01186). The learning-rate finder is only a tool in it (its name
/// there is "LR range test"). What the paper is about is a learning rate that goes up and down all the time, so that
/// nobody has to find the one best rate. Three policies are in it, and all of them are in this function.
///
/// *Triangular*: from `low` up to `high` in `halfCycle` steps, straight, down to `low` again in as many, and so on.
/// Step 0 has the rate `low`, step `halfCycle` has `high`, step 2 · `halfCycle` has `low`.
///
/// *Triangular2* (`halving`): the same, but after each cycle (of 2 · `halfCycle` steps) the distance between `low` and
/// the top is halved. In the first cycle the top is `high`.
///
/// *exp_range* (`decay` below 1): in addition, the distance from `low` of the rate at step t is multiplied by `decay`
/// to the power of t.
///
/// The result is the rate at `step`. nil where the question makes no sense: a step below 0, a half-cycle below 1,
/// `high` below `low`, a decay that is not above 0 and at most 1.
///
/// When you have read the paper: how does it choose `low` and `high` from the curve of a range test, and how long does
/// it make a half-cycle?
public func cyclicalRate(
    _ step: Int, halfCycle: Int, low: Double, high: Double, halving: Bool = false, decay: Double = 1
) throws -> Double? {
    throw Unanswered("5.14")
}
