// # What is a word?
//
// Section 10.1 · After this page you know what a tokenizer does, and why spaces do not tell where words end.

import Figures
import Notebook
import Text

// A *token* is one element of the list that a text is cut into. What should it be? Is "don't" one word or two? Does the
// full stop belong to the word before it? What about "post-apocalyptic", about the long names of chemistry, about
// German or Polish, where words are glued together, about Chinese and Japanese, which have no spaces at all? There is
// no single right way. There are three families:
//
// - *words*: cut at spaces, and by rules of the language;
// - *subwords*: parts of words that occur often;
// - *characters*: every sign is a token.
//
// Begin with the simplest of all, cut at spaces:

/// What stands between white space.
public func cutAtWhiteSpace(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }

extension FilmReviews {
    func cutAtSpaces() throws {
        let text = "A good film, isn't it? It's not just good: it's GOOD."
        let tokens = cutAtWhiteSpace(text)
        show(tokens, "cut at spaces")
        show(
            Set(tokens.filter { $0.lowercased().contains("good") }).sorted(), "the different forms of “good”",
            predict: .count("How many different tokens are forms of the one word “good”?", 3))
        // For a net these are three words that have nothing to do with each other. Each gets its own number and its own
        // row, and what is learned of one is not known of the others. Signs should be tokens of their own, and so
        // should what is short for another word.
    }

    func wordsAndSigns() throws {
        // A tokenizer for English has rules for all that. The book takes spaCy's; `WordTokenizer` of the module Text is
        // our own, and most of its tokens are the same:
        let examples = [
            "A good film, isn't it?", "They'll say it's Anna's.", "I can't, I won't, I cannot.",
            "It cost $5 or £1,000.50.",
            "See www.fast.ai or write to a@b.com.", "Mr. Smith of the U.S. Army",
            "A well-known, rock'n'roll film (10/10)!",
            "Wait... what?!", "Grüße aus Köln, naïve", "好电影，我喜欢。",
        ]
        let tokenizer = WordTokenizer()
        var table = TextTable(["text", "tokens"])
        for text in examples { table.add(text, tokenizer(text).joined(separator: " | ")) }
        show(
            table, "What the word tokenizer makes of texts",
            predict: .choice(
                "Which are the two tokens of “can't”?", ["can | 't", "ca | n't", "can | not"], answer: "ca | n't"))
        // "n't" is a good token: it is the same in "isn't", "can't" and "won't", and means the same. The last line
        // shows where rules for English end. Without spaces, what stands between two signs of a Chinese sentence is one
        // token, however many words it is.
        //
        // The first review, once more, in words:
        let words = tokenizer(try someTexts[0])
        show(briefly(words, 31), "the first of the \(dataName) in tokens")

        // Old files may hold signs that nobody sees. `control` has the first of each of these reviews, if there is one:
        let control = try someTexts.map { $0.unicodeScalars.first { (0x80...0x9F).contains($0.value) } }
        if let sign = control.compactMap(\.self).first {
            let code = "U+00" + String(sign.value, radix: 16, uppercase: true)
            show(
                "\(control.count { $0 != nil }) of these \(control.count) reviews hold signs that nobody sees, such as "
                    + "\(code). They were dashes and dots in an old encoding of Windows. Words on both sides of one "
                    + "look glued together.")
        }
    }

    func nineTokens() {
        // A full stop at the end of a sentence is a token. One in an abbreviation or in a number is not:
        let tokens = WordTokenizer()("The U.S. dollar $1 is $1.00.")
        show(tokens.joined(separator: " | "), "tokens")
        record(
            "the-dollar-sentence/tokens", tokens.count, book: 9,
            predict: .count("“The U.S. dollar $1 is $1.00.” has how many tokens?", 9))
    }
}
