// # A rule by hand
//
// Section 10.1 · After this page you can write a rule of your own.

import Figures
import Foundation
import Notebook
import Text

// A rule is a function from text to text. To write the one for repeated signs, go through the text from run to run:
// take the first sign that is left, and all that follow and are the same. If there are three or more, write the token,
// how many there are, and the sign; if not, copy them. White space is never a repetition.

/// Three or more equal signs in a row become ` xxrep `, their number, and the sign. (The book's `replace_rep`.)
public func repetitionsMarked(_ text: String) -> String {
    var (marked, rest) = ("", text[...])
    while let sign = rest.first {
        let same = rest.prefix { $0 == sign }
        marked += same.count < 3 || sign.isWhitespace ? String(same) : " xxrep \(same.count) \(sign) "
        rest = rest.dropFirst(same.count)
    }
    return marked
}

extension FilmReviews {
    func repeatedSigns() throws {
        show(repetitionsMarked("Sooo good!!!!"), "a review of two words")
        show(
            repetitionsMarked("aa bb!!").contains("xxrep"), "two are a repetition",
            predict: .yesNo("Does “aa bb!!” hold a repetition?", false))
        let texts = try someTexts
        let differing = texts.count { repetitionsMarked($0) != TextRule.replaceRepetitions($0) }
        show(differing, "of \(texts.count) reviews where this rule and the one of the module Text differ")

        // How often is it needed? Look at the runs that there are:
        let tokens = try someTokens
        let marked = Double(tokens.count { $0.contains(SpecialToken.repetition.rawValue) }) / Double(tokens.count)
        record(
            "repeated-signs/share-of-reviews", marked,
            predict: .share("In which share of the reviews is a sign repeated?", marked, within: .plusMinus(0.1)))

        // A rule of your own joins the others. Here the marks of reviewers become a word:
        let stars = TextRule("stars") { $0.replacingOccurrences(of: "10/10", with: "full marks") }
        show(Tokenizer(rules: [stars] + TextRule.defaults)("Great, 10/10!"), "with a rule more")
    }
}
