// Exercise 16.17 · A loss scale that finds itself
// Section 16.8, further research 2: Chapters/16-TrainingProcess/08j-MixedPrecision.swift

import Practice

/// The loss scale of every batch of a training in mixed precision. `overflows` says of each batch whether one of its
/// gradients was infinite with the scale that the batch had.
///
/// The first batch has the scale `start`. After a batch that overflowed, the scale is halved, but never below 1. After
/// `patience` good batches in a row it is doubled, but never above `largest`. The counting begins anew after each
/// doubling and after each overflow. One scale per batch.
public func lossScales(start: Float, patience: Int, largest: Float, overflows: [Bool]) throws -> [Float] {
    throw Unanswered("16.17")
}
