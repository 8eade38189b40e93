// Exercise 5.11 · A bound for "none of these"
// Section 5.4, question 5.12: Chapters/05-ImageClassification/04e-NoneOfThese.swift

import Practice

/// The bound below which a net should say "none of these".
///
/// Given is how sure a net is of photos of known classes, and of strangers. A photo is let in if the net is at least as
/// sure as the bound. The higher the bound, the fewer strangers are let in, but the more known photos are refused. At
/// most `lost` known photos may be refused. Return the highest bound that keeps to that, and the share of the strangers
/// that it lets in (0 if there are no strangers).
///
/// Example: known 0.9, 0.4, 0.8, strangers 0.3, 0.85, 0.8, at most 1 lost → the bound 0.8, and 2/3 of the strangers.
///
/// nil where every bound would do: if there are no more known photos than may be lost; or if `lost` is below 0.
public func bound(known: [Float], strangers: [Float], losing lost: Int) throws -> (Float, Double)? {
    throw Unanswered("5.11")
}
