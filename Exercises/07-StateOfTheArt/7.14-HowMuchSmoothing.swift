// Exercise 7.14 · How much smoothing?
// Section 7.6, question 7.12: Chapters/07-StateOfTheArt/06d-WrongLabels.swift

import Practice

/// The ε for which a smoothed target says exactly what a label is worth, if a known share of labels is wrong.
///
/// A share of the labels is wrong, and a wrong label may be any of the other classes, all of them alike. So of all
/// photos with a certain label, a share of 1 - `wrong` really has this class, and every other class has the same part
/// of the rest. A smoothed target (section 7.6: ε / classes for every class, and 1 - ε besides for the label) can say
/// just this. The classes are equally frequent.
///
/// - Parameters:
///   - wrong: at most (classes - 1) / classes.
///   - classes: 2 or more.
public func smoothingForWrongLabels(_ wrong: Double, classes: Int) throws -> Double {
    throw Unanswered("7.14")
}
