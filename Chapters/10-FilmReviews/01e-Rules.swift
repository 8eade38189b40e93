// # Eight rules, and tokens that nobody wrote
//
// Section 10.1 · After this page you know how capitals, repetitions and HTML are translated into a simpler language
// before a net sees them.

import Figures
import Foundation
import Notebook
import Text

// "Good", "good" and "GOOD" are still three tokens. One could make all letters small; but capitals do mean something, a
// name or a shout. The trick is to say it with a token of its own: `xxmaj` for "the next word begins with a capital",
// `xxup` for "the next word is in capitals". (The book's text calls the latter `xxcap` in one place; its output has
// `xxup`.) Then the word needs one row, and the net learns once what a capital is. In the same way, "!!!!" becomes
// `xxrep 4 !`: the net learns what repetition is, and not what four exclamation marks are.
//
// Special tokens begin with xx, because hardly any word does. There are nine:

extension FilmReviews {
    func oneRuleAfterTheOther() throws {
        let meanings: [SpecialToken: String] = [
            .unknown: "a word that is not in the vocabulary", .padding: "nothing: it fills up a short text",
            .beginning: "here a text begins: forget what was before", .end: "here a text ends",
            .field: "here a part of a text begins", .repetition: "a sign comes several times: how often, and which",
            .wordRepetition: "a word comes several times: how often, and which",
            .capitals: "the next word is in capitals", .capital: "the next word begins with a capital",
        ]
        var table = TextTable(["token", "number", "meaning"])
        for token in SpecialToken.allCases { table.add(token.rawValue, token.id, meanings[token]!) }
        show(table, "The special tokens")

        // Eight rules change a text, one after the other, before it is cut. Watch one go through them:
        var text = "What a film!!!!<br />I was very very very moved,   and/or WRONG &amp; tired"
        var steps = TextTable(["rule", "the text after it"])
        steps.add("", visible(text))
        for rule in TextRule.defaults {
            text = rule(text)
            steps.add(rule.name, visible(text))
        }
        show(
            steps, "Eight rules, in this order",
            predict: .choice(
                "What becomes of “very very very”?", ["xxwrep 3 very", "xxrep 3 very", "very xxwrep 2"],
                answer: "xxwrep 3 very"))
        // The order matters. HTML has to be read before anything else, since `<br />` holds a `/`; repetitions put
        // spaces around what they found, and so the rule for spaces comes after them; and capitals must be noted before
        // all letters are made small. The "I" is only made small: the rules for capitals want at least two letters,
        // because a single one says too little about what it was. (And why is "&amp;" now "&&"? Broken HTML is mended
        // first, where "amp;" has lost its "&". The book's library does the same.)
    }

    func elevenTokens() {
        // The book's example goes through almost all of them:
        let tokens = Tokenizer()("&copy;   Fast.ai www.fast.ai/INDEX")
        show(tokens.joined(separator: " | "), "tokens of “&copy;   Fast.ai www.fast.ai/INDEX”")
        record(
            "the-copyright-sentence/tokens", tokens.count, book: 11,
            predict: .choice(
                "What becomes of “www”?", ["www", "xxrep 3 w", "xxwrep 3 w"], answer: "xxrep 3 w"))
        // "www" is three times the same letter, and for the rule that is a repetition. Rules are never perfect; this
        // one is harmless.
        //
        // One thing gets lost here. In IMDb's files a new paragraph is HTML, `<br /><br />`, from which the first rule
        // makes line breaks. The book's tokenizer has a token for line breaks; ours treats them like spaces. If
        // paragraphs matter to you, a rule of your own, right after the first, keeps them:
        let breaks = TextRule("line breaks") { $0.replacingOccurrences(of: "\n", with: " ⏎ ") }
        let text = "The end.<br /><br />Good night."
        let kept = Tokenizer(rules: [.fixHTML, breaks] + TextRule.defaults.dropFirst())
        show(Tokenizer()(text).joined(separator: " | "), "tokens of “\(text)”")
        show(kept(text).joined(separator: " | "), "the same with the rule")
    }

    func whatRulesSave() throws {
        // What is gained? Fewer different tokens, each of which occurs more often. Take the reviews of this
        // section, and count for each way of cutting:
        let texts = try someTexts
        let ways: [(name: String, tokens: TokenizedTexts)] = [
            ("cut at spaces", TokenizedTexts(texts.map(cutAtWhiteSpace))),
            ("words and signs", Tokenizer(rules: []).tokenized(texts)),
            ("the same, after the rules", try someTokens),
        ]
        var table = TextTable(["way", "tokens of a text", "different tokens", "of which once"], decimals: 1)
        for (name, tokens) in ways {
            table.add(
                name, Double(tokens.tokenCount) / Double(tokens.count), tokens.tokens.count,
                tokens.counts.count { $0 == 1 })
        }
        show(
            table, "Three ways to cut \(texts.count) of the \(dataName)",
            predict: .change(
                "The rules put in tokens such as xxmaj. Are there then more different tokens, or fewer?",
                from: Double(ways[1].tokens.tokens.count), to: Double(ways[2].tokens.tokens.count)))
        record("different-tokens/cut-at-spaces", ways[0].tokens.tokens.count)
        record("different-tokens/after-the-rules", ways[2].tokens.tokens.count)
        let words = ways[1].tokens.lengths[0], ruled = ways[2].tokens.lengths[0]
        record("first-review/words", words, book: 201, differs: "another review, another tokenizer")
        record("first-review/tokens-with-rules", ruled, book: 228, differs: "another review, another tokenizer")
        // The price: a text is longer, by the tokens that the rules put in.
    }
}

// MARK: Helpers

/// Line breaks as ⏎.
private func visible(_ text: String) -> String { text.map { $0 == "\n" ? "⏎" : String($0) }.joined() }
