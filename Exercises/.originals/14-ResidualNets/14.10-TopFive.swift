// Exercise 14.10 · Top-5 accuracy in plain Swift
// Section 14.7, further research 3: Chapters/14-ResidualNets/07-TopFive.swift

import Practice

/// The share of rows whose label is among the k largest scores, without tensors and without sorting. (The book's third
/// item of further research: top-5 accuracy in plain code.)
///
/// `scores` has one row for each picture and one column for each class, `labels` one class for each picture. Of equal
/// scores, the one of the earlier class counts as the larger. k may be larger than the number of classes: then every
/// row is right. It may also be 0: then none is. Without pictures the share is 0. No score is NaN.
public func topAccuracy(_ scores: [[Float]], _ labels: [Int], k: Int) throws -> Float {
    throw Unanswered("14.10")
}
