// Exercise 3.13 · Who is missing?
// Section 3.4, further research 8: Chapters/03-DataEthics/04c-WhoSeesWhat.swift

import Practice

/// Further research (your team): could the team in which you work or learn be more diverse, and what would help?
///
/// Return your answers by the keys "alike" (what do all of you have in common?), "missing" (who is affected by what you
/// make, and is not among you?), "overlooked" (what would they see that you do not?), "found" (where do you look for
/// new people, and where have you never looked?), "heard" (what happens when one of you disagrees with all others?) and
/// "known" (how would you know that it is better?). Each has at least eight words, no two are alike, and "known" names
/// a number with a digit in it.
///
/// Look up what has helped others before you answer "found" and "heard". And if you can, let somebody who is missing
/// read your answers.
public func whoIsMissing() throws -> [String: String] {
    throw Unanswered("3.13")
}
