// Exercise 19.17 · One cycle, twice
// Section 19.8, question 19.34: Chapters/19-LearnerFromScratch/08c-OneCycle.swift

import Practice

/// The one-cycle schedule that fastai uses: learning rate and momentum when a share `done` of the training is over.
///
/// In the first quarter, the rate rises along half a wave of a cosine from `highest` / 25 to `highest`, and then it
/// falls along another to `highest` / 100,000. Momentum goes the other way round at the same times: from 0.95 down to
/// 0.85, and up to 0.95 again. Below 0 and above 1, `done` counts as 0 and 1.
public func cosineCycle(done: Double, highest: Double) throws -> (rate: Double, momentum: Double) {
    throw Unanswered("19.17")
}
