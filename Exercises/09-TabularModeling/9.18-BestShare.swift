// Exercise 9.18 · How much of each opinion?
// Section 9.8: Chapters/09-TabularModeling/08-ForestAndNet.swift

import Practice

/// The share s from 0 to 1 with which s·a + (1 − s)·b has the smallest squared error for the targets y: how much of the
/// first model a mixture should have. All three lists are equally long. If a and b are the same, it is 0.5.
///
/// a = [2], b = [0], y = [1.5] → 0.75
public func bestShare(_ a: [Double], _ b: [Double], for y: [Double]) throws -> Double {
    throw Unanswered("9.18")
}
