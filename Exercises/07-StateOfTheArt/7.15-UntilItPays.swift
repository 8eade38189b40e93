// Exercise 7.15 · From how many epochs on does it pay?
// Section 7.6, further research 3: Chapters/07-StateOfTheArt/06e-UntilItHelps.swift

import Practice

/// The length of training from which on a technique pays.
///
/// Nets were trained with and without it, for several lengths, each time from the same seeds: after `epochs[k]` epochs,
/// `without[k]` and `with[k]` are their accuracies, seed by seed. At one length, the technique pays if it is better on
/// more than half of the seeds (equal is not better), and if its mean is higher besides. A length that pays between two
/// others that do not may be chance. So find the smallest length that pays and after which all longer ones pay, too.
///
/// Lengths come in any order, each once, and each has at least one seed. nil if the longest training does not pay.
///
/// (Behind it are the third item of the book's further research, a long training with Mixup, and its question how many
/// epochs label smoothing needs. Take the accuracies from the tables of sections 7.5 and 7.6, or from trainings of
/// yours.)
public func epochsUntilItPays(_ epochs: [Int], without: [[Double]], with: [[Double]]) throws -> Int? {
    throw Unanswered("7.15")
}
