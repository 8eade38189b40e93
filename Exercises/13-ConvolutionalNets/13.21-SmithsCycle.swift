// Exercise 13.21 · The cycle as Smith had it
// Section 13.12: Chapters/13-ConvolutionalNets/12-OneCycle.swift

import Practice

/// The learning rate and the momentum of every batch in Leslie Smith's first form of 1cycle training: three straight
/// lines.
///
/// - In the first 45 % of the training the rate rises from `peak` / 10 to `peak`, and momentum falls from 0.95 to 0.85.
/// - In the next 45 % both go back the same way.
/// - In the last 10 % the rate falls from there to `peak` / 1000, and momentum stays 0.95.
///
/// Batch k of n is at the share t = k / n of the training, k from 0. So no batch is at the very end. For no batches
/// there is nothing to return.
public func smithsCycle(batches: Int, peak: Double) throws -> [(rate: Double, momentum: Double)] {
    throw Unanswered("13.21")
}
