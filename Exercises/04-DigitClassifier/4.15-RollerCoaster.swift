// Exercise 4.15 · The roller coaster, fitted
// Section 4.8, question 4.14: Chapters/04-DigitClassifier/08c-Scaling.swift

import Practice
import Tensors

/// Fits a quadratic to measured speeds by gradient descent, and returns the curve that was found: a function from
/// times [m] to speeds [m]. time [n], speed [n].
///
/// At the measured times, the mean squared error has to get below 12. The readings have a normal error with standard
/// deviation 3, so even the true curve has one of about 9; the ten steps on the page end above 600. Other rides have to
/// work, too: the check also tries one that is twice as long and begins late, with readings from 100 to 139 s. The
/// curve is asked for times between the readings as well.
public func fittedSpeed(_ time: Tensor, _ speed: Tensor) throws -> (Tensor) -> Tensor {
    throw Unanswered("4.15")
}
