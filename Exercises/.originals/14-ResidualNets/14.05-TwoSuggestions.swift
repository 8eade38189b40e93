// Exercise 14.5 · Two suggestions for a rate
// Section 14.2: Chapters/14-ResidualNets/02e-TrainingFCN.swift

import Foundation
import Practice

/// What the book's finder suggests, from the rates that it tried, each higher than the one before, and the losses at
/// them.
///
/// `minimumTenth` is a tenth of the rate at which the loss was lowest; of several, the lowest rate. `steepest` is a
/// rate from which to the next the loss falls fastest: the difference of the two losses, divided by the difference of
/// the logarithms of the two rates, is smallest; of several, the lowest rate. (If the loss never falls, it is where it
/// rises most slowly.)
///
/// Points whose loss is infinite or NaN are left out before anything else, so the points on both sides of them become
/// neighbours. nil if fewer than two points remain.
public func rateSuggestions(
    rates: [Double], losses: [Double]
) throws -> (minimumTenth: Double, steepest: Double)? {
    throw Unanswered("14.5")
}
