// Exercise 19.20 · Mixup with a share for each item
// Section 19.9, further research 3: Chapters/19-LearnerFromScratch/09e-Mixup.swift

import Practice
import Tensors

/// Mixup as fastai does it: every item of the batch has a share of its own. Item i is mixed with item `partners[i]`.
/// Its own share is the larger one of `shares[i]` and 1 − `shares[i]`, so an item is always mostly itself. (Two items
/// that are each other's partners could otherwise become the same mixture twice.)
///
/// The targets are rows of probabilities: of its own class an item has its own share, of its partner's class the rest.
/// If both classes are the same, that is 1.
///
/// x [n, …], of any rank · n labels, each 0 ..< classes · n shares of 0...1 · n partners → x [n, …], targets [n,
/// classes]
public func mixedUp(
    _ x: Tensor, _ labels: [Int], classes: Int, shares: [Float], partners: [Int]
) throws -> (x: Tensor, targets: Tensor) {
    throw Unanswered("19.20")
}
