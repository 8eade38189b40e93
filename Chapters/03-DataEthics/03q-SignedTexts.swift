// # Texts with a signature
//
// Section 3.3 · After this page you know what disinformation wants, and what a signature can prove and what not.

import Figures
import Notebook
import Tensors

// Disinformation is older than computers. It is not the same as false news: much of it is true, half true, or true and
// exaggerated, as that is what people believe ("a seed of truth", as Ladislav Bittman wrote in 1985, who had made it
// for a secret service). Its aim is not always that people believe something. It is enough that they believe nothing
// any more, and distrust one another. In 2016, somebody in St Petersburg called for a protest in Houston, and somebody
// there called for a protest against it, for the same hour. About ten people came for the first, fifty for the second.
// Neither knew that both calls came from one place (a hearing of the US Senate, 1 November 2017).
//
// We believe what those around us believe. Whoever can invent a thousand voices can make surroundings. Nets that write
// (chapter 10) make voices cheap; and as that chapter shows, a detector only teaches the writer. Oren Etzioni has
// proposed to turn it round (Harvard Business Review, 2019): do not look for what is false, sign what is genuine.
//
// How cheap? A form with slots, as in chapter 10, already gives the product of all choices, `textsFromSlots`; a net
// needs no form.

/// How many different texts a form has, from the number of choices of each slot.
public func textsFromSlots(_ choices: [Int]) -> Int { choices.reduce(1, *) }

// What is a signature? Something that only one can make, and everybody can check. Here is one whose numbers are so
// small that anybody could break it. Real ones are made of numbers with hundreds of digits, by libraries that many
// experts have checked; never write your own. First, `fingerprint` makes a number of a text. Then `power` with one of
// two `Keys` turns numbers into others, and each key undoes what the other has done. With the secret one, `signature`
// is made; with the known one, `isSigned` checks it:

/// A number from 0 to 3,232 that depends on every letter. (Real fingerprints have 77 digits, so that no two texts share
/// one.)
public func fingerprint(_ text: String) -> Int { text.utf8.reduce(7) { ($0 * 257 + Int($1)) % 3233 } }

/// base^exponent, of which only the remainder after division by 3,233 = 53 · 61 is kept at each step.
public func power(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { product, _ in product * base % 3233 }
}

/// Two keys for 3,233 (the example of many textbooks on RSA; R. Rivest, A. Shamir and L. Adleman, 1978).
public enum Keys { public static let secret = 2753, known = 17 }

/// What the writer adds to a text, with the key that nobody else has.
public func signature(_ text: String) -> Int { power(fingerprint(text), Keys.secret) }

/// What everybody can check, with the key that everybody has.
public func isSigned(_ text: String, _ signature: Int) -> Bool { power(signature, Keys.known) == fingerprint(text) }

extension DataEthics {
    func signedTexts() {
        let choices = [4, 3, 3, 3, 3, 2, 4, 3, 4, 3, 2, 3]
        show(
            textsFromSlots(choices), "texts from one form with twelve slots",
            predict: .choice(
                "A form has twelve slots with two to four choices each. How many different letters does it give?",
                ["a few hundred", "about ten thousand", "more than half a million"], answer: "more than half a million")
        )
        let text = "The council meets on Monday at six."
        let signed = signature(text)
        show(signed, "a signature of “\(text)”")
        show(isSigned(text, signed), "it fits the text")
        show(
            isSigned("The council meets on Sunday at six.", signed), "it fits the text with another day",
            predict: .yesNo("Somebody changes Monday to Sunday and keeps the signature. Does it still fit?", false))
        // Of other texts, one in 3,233 fits by chance here. Count it:
        let fits = (0..<32_330).count { isSigned("The council meets on Monday at six. \($0)", signed) }
        record("signatures/texts-of-32330-that-fit-by-chance", fits)
        let table = TextTable(
            ["question", "does a signature answer it?"],
            rows: [
                ["Was the text changed since it was signed?", "yes"],
                ["Who has signed it?", "yes, if one knows whose key it is"],
                ["Is it true?", "no"], ["Was it written by a person?", "no"],
                ["May somebody write without giving a name?", "no, and some have to"],
            ])
        show(
            table, "What a signature proves",
            predict: .choice(
                "A text has a valid signature. What is certain?",
                [
                    "that it is true", "that a person wrote it",
                    "that the owner of the key has signed these very letters",
                ],
                answer: "that the owner of the key has signed these very letters"))
        // So it is a part of an answer. Somebody has to keep the list of keys, and everything that is unsigned, such as
        // a film of a crime by somebody who must stay unknown, would count for less.
    }
}
