// Exercise 5.7 · Softmax of some
// Section 5.4, question 5.11: Chapters/05-ImageClassification/04d-WhatMattersInScores.swift

import Practice

/// Probabilities of the classes that are possible, from activations of all.
///
/// Somebody knows that the photo shows a cat, so the breeds of dogs are out of the question. `isPossible` says for each
/// class whether it is possible. What is not gets exactly 0, whatever its activation is, even if that is infinite or
/// NaN. The others share 1 as softmax does, after the activations have been divided by `temperature`, which is above 0.
/// The activations of possible classes are finite, but may be very large or very small, and the temperature may be
/// small.
///
/// Example: activations 1, 5, 2, where 5 is not possible, at temperature 1 → 0.2689, 0, 0.7311.
///
/// nil where no class is possible, or there is not one `isPossible` for each activation.
public func probabilities(_ activations: [Float], temperature: Float, isPossible: [Bool]) throws -> [Float]? {
    throw Unanswered("5.7")
}
