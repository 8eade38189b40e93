// Exercise 9.12 · What matters, in bars
// Section 9.6: Chapters/09-TabularModeling/06b-FeatureImportance.swift

import Practice

/// The columns with the largest importances, the largest first, each as a line of text: its name, a space, and a bar of
/// `#`. (The book's `rf_feat_importance` and `plot_fi`.)
///
/// There are at most `count` lines. The longest bar has `width` signs, the others are in proportion, rounded to whole
/// signs (halves up). A column of importance 0 is left out, and so nothing is shown where all are 0. Of equal ones, the
/// one that comes first in `names` is shown first.
///
/// names ["a", "bb"], importances [0.25, 0.75], count 5, width 6 → ["bb ######", "a ##"]
public func importanceBars(_ names: [String], _ importances: [Double], count: Int, width: Int) throws -> [String] {
    throw Unanswered("9.12")
}
