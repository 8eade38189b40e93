// Exercise 21.11 · Softmax with a temperature
// Section 21.8: Chapters/21-BirdsAndAirplanes/08b-SoftmaxOfABatch.swift

import Practice
import Tensors

/// Softmax of scores divided by a temperature: at 1 it is softmax, above 1 the probabilities come closer together, near
/// 0 all goes to the largest score.
///
/// scores [classes] or [n, classes], along the last axis → the same shape. Scores may be as large or small as floats
/// can be: nothing may overflow. A class with the score -∞ is ruled out and has the probability 0.
///
/// nil where there is no answer: for a temperature that is not above 0, and where all classes of an item are ruled out.
/// Neither a score nor the temperature is +∞ or NaN, and there is at least one class.
///
/// Temperature 2 and the scores 2, 4, 6 → [0.0900, 0.2447, 0.6652]. The operations of the page are all that is needed;
/// the engine's `softmax` is not to be used.
public func softmax(_ scores: Tensor, temperature: Float) throws -> Tensor? {
    throw Unanswered("21.11")
}
