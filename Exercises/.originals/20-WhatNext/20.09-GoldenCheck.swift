// Exercise 20.9 · As good as before?
// Section 20.3, question 20.8: Chapters/20-WhatNext/03f-SavedAnswers.swift

import Practice

/// The numbers of the saved answers that a new program does not give, in order. A new answer is right if it is no
/// further from the saved one than `tolerance` times the larger of 1 and the saved one's size. NaN is right only where
/// NaN was saved, and an infinite number only where the same one was saved. If there are fewer new answers than saved
/// ones, those that are missing are wrong; new ones beyond the saved ones do not matter.
///
/// saved [1, 100, 3], new [1.001, 100.05, 2.9], tolerance 0.01 → [2]
public func wrongAnswers(saved: [Double], new: [Double], tolerance: Double) throws -> [Int] {
    throw Unanswered("20.9")
}
