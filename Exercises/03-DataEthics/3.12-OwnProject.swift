// Exercise 3.12 · A project of your own
// Section 3.4, further research 7: Chapters/03-DataEthics/04-SevenQuestions.swift

import Practice

/// Further research (your project): answers to the seven questions for something that you build, or would like to. Each
/// is at least five words long, no two are equal, and the keys are "project-1" to "project-7", as `swift run ch03
/// --form` prints them. The check can see whether something is there. Whether it is true, and whether it is enough,
/// only you and those whom you ask can tell; it helps to show it to somebody who would be affected.
public func answersForMyProject() throws -> [String: String] {
    throw Unanswered("3.12")
}
