// Exercise 16.10 · Your own learning-rate finder
// Section 16.1, further research 3: Chapters/16-TrainingProcess/01c-PlainDescent.swift

import Foundation
import Layers
import Practice
import Tensors
import Training

/// Trains for up to `steps` batches, each with a higher learning rate than the one before, and notes the rates and the
/// smoothed losses. Then it puts the parameters back as they were. There is at least one batch.
///
/// - The rates rise from `lowest` by the same factor each time, as if the next one after the last were `highest`: that
///   of step k, counted from 0, is lowest · (highest / lowest)^(k / steps).
/// - The batches come in their order, and again from the first when there are no more.
/// - In each step: set the rate, predict, loss, backward, step, clear the gradients, note.
/// - Smoothed is a moving average with a beta of 0.98 and with bias correction.
/// - It ends early, after noting a smoothed loss that is above four times the lowest so far, or NaN.
/// - In the end every parameter has its old numbers and no gradient, however it ended.
public func findRates(
    _ model: any Layer<Tensor, Tensor>, _ batches: [(x: Tensor, y: Tensor)], optimizer: any Optimizer,
    from lowest: Double, to highest: Double, steps: Int, loss: (Tensor, Tensor) -> Tensor
) throws -> (rates: [Float], losses: [Float]) {
    throw Unanswered("16.10")
}
