// Exercise 4.3 · The sigmoid
// Section 4.11: Chapters/04-DigitClassifier/11-Sigmoid.swift
//
// Nudge: The formula is the whole answer; the only thing to find is the exponential function.
// Idea: `exp` comes with Foundation, for Float as well as for Double.
// Almost: 1 over (1 + exp of minus x). Mind the sign: a large x has to end near 1, not near 0.

import Foundation

/// Squeezes any number into 0...1, smoothly and always rising: 1 / (1 + e⁻ˣ).
public func sigmoid(_ x: Float) throws -> Float {
    1 / (1 + exp(-x))
}
