// Exercise 2.3 · Harmful changes
// Section 2.3, further research 2: Chapters/02-ModelToProduction/03j-WhenItHarms.swift

import Practice

/// Which changes make another label of some picture?
///
/// `pictures` has one picture for each label, as rows of characters from top to bottom. All have the same number of
/// rows and columns. There are three changes: `mirrored` (left and right exchanged), `upside down` (top and bottom
/// exchanged), and `turned` (by 180 degrees, which is both).
///
/// A change is harmful if some picture, changed, differs in fewer characters from the picture of another label than
/// from the picture of its own. As many are not fewer.
///
/// Returns the harmful ones, in the order above.
///
/// Example: "b" is ["#..", "##.", "##."] and "d" is ["..#", ".##", ".##"]. Each is the other's mirror image, and a "b"
/// that is turned differs from "d" in two characters, from itself in eight: `mirrored` and `turned` are harmful.
public func harmfulChanges(_ pictures: [String: [String]]) throws -> [String] {
    throw Unanswered("2.3")
}
