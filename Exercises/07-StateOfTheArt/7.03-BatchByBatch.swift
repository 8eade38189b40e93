// Exercise 7.3 · Batch by batch
// Section 7.2, question 7.2: Chapters/07-StateOfTheArt/02-MeanAndDeviation.swift

import Practice

/// The mean and the deviation of all pixels of a channel, from those of single batches.
///
/// A data set is too large for one batch. So each batch was measured alone: how many pixels it has, their mean, and
/// their deviation. Deviations are those of all pixels at hand: √(the mean of the squared distances from the mean),
/// divided by n and not by n - 1. Find both numbers of all batches together, without looking at the pixels again.
/// Batches may differ in size.
///
/// Example: 2 pixels with mean 1 and deviation 0, 2 pixels with mean 3 and deviation 0 → mean 2, deviation 1.
///
/// The three lists are equally long. nil if there is no pixel at all; batches without pixels count for nothing,
/// whatever their other numbers are, NaN included.
public func ofAllBatches(counts: [Int], means: [Double], deviations: [Double]) throws -> (Double, Double)? {
    throw Unanswered("7.3")
}
