// Exercise 5.16 · When to stop
// Section 5.6, question 5.21: Chapters/05-ImageClassification/06k-HowManyEpochs.swift

import Practice

/// Early stopping with patience. After each epoch there is an error rate. It is an improvement if it is lower than the
/// best so far by more than `least`; the first one always is. When `patience` epochs in a row were no improvement,
/// training stops.
///
/// - `trained`: how many epochs were trained; all of them if it never stopped.
/// - `kept`: the epoch whose net is kept, counted from 0: that of the last improvement.
/// - `again`: the book's advice is not to keep that net, but to train again from scratch with a cycle that ends where
///   the best epoch was. With how many epochs?
///
/// An error rate that is not a number is no improvement, unless none has been a number yet: then there is nothing to
/// keep, and nothing to be patient with, so that such epochs do not count for patience. nil where no error rate is a
/// number, and for a patience below 1.
public func earlyStopping(
    _ errors: [Double], patience: Int, least: Double = 0
) throws -> (trained: Int, kept: Int, again: Int)? {
    throw Unanswered("5.16")
}
