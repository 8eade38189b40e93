// Exercise 16.4 · RMSProp that knows the trend
// Section 16.4, questions 16.11 and 16.12: Chapters/16-TrainingProcess/04-RMSProp.swift

import Practice
import Tensors

/// One step of *centred* RMSProp. (PyTorch: `RMSprop(…, centered=True)`.) A gradient that is always 5 is large, but it
/// is no reason to be careful: it is the same every time. So divide not by the root of the mean square, but by the root
/// of the *variance*: the mean square minus the square of the mean. Both means are moving averages, damped, with
/// `squareMomentum`, and begin with zeros.
///
///     p ← p − learningRate · g / (√variance + epsilon)
///
/// Rounding may make the variance a little less than 0; then it counts as 0.
///
/// - Parameter stored: "square" and "average" of the last step; empty in the first.
/// - Returns: the new weights, and both new averages under these names.
///
/// p = [1], g = [2], squareMomentum 0.5, epsilon 0, rate 0.1 → square [2], average [1], variance [1], p = [0.8].
public func centredRMSPropStep(
    _ p: Tensor, _ g: Tensor, _ stored: [String: Tensor], learningRate: Float, squareMomentum: Float, epsilon: Float
) throws -> (p: Tensor, stored: [String: Tensor]) {
    throw Unanswered("16.4")
}
