// Exercise 2.13 · A Drivetrain of your own
// Section 2.1, question 2.6, further research 1: Chapters/02-ModelToProduction/01h-Drivetrain.swift

import Practice

/// Further research (the first item of the book): the Drivetrain Approach for a project that you work on, or for a
/// problem that you would like to be solved.
///
/// Return the steps in their order, each with its name, "objective", "levers", "data" and "models", and with your
/// words: at least eight for each, and no two alike. The words for the levers name at least two things that you could
/// do, with "or" between them. The check sees whether something is there; whether it is right, ask somebody whom it
/// would serve. (`swift run ch02 --worksheet FILE` asks more questions of this kind.)
public func myDrivetrain() throws -> [(step: String, words: String)] {
    throw Unanswered("2.13")
}
