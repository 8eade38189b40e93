// # Millions of letters
//
// Section 10.3 · After this page you can see what two texts have in common, and why nobody who looks for copies finds
// the letters of a campaign.

import Figures
import Notebook
import Tensors

// A machine that writes can be made to write what its owner wants people to read. It does not take a language model. In
// 2017, the American authority for telecommunications asked the public whether networks should go on having to treat
// all traffic alike. More than 22 million comments came in. Jeff Kao, a data scientist, looked at them and found that
// fewer than 800,000 were truly unique. More than a million were probably made from a *form*, which wanted the rule to
// go: a letter with slots, each filled with one of several phrases that mean the same. Of the truly unique ones, more
// than 99 % wanted to keep the rule. (J. Kao, "More than a Million Pro-Repeal Net Neutrality Comments were Likely
// Faked", 2017.)
//
// How does one see that, when no two of the letters are the same? Here is a small campaign to try it on. A town has
// asked whether its library should close at six. Some people write, each in their own words (they are invented, too:
// `ownSentence` draws a sentence from many). And somebody has a `form`. A `Letter` is its words, and what is true of
// it:

/// The slots of a letter, and what each may be filled with.
let form: [[String]] = [
    ["Dear members of the council ,", "Good morning .", "To all whom it may concern :"],
    ["I", "We", "My family and I"], ["ask", "urge", "beg"], ["you to"], ["close", "shut"],
    ["the library", "our library", "the town's library"], ["at six"], ["in the evening .", "every day ."],
    ["Nobody", "No one", "Hardly anyone"], ["reads", "borrows a book", "needs a desk"], ["after dark ,", "at night ,"],
    ["and"], ["our taxes", "these sums", "public money"], ["should", "must", "ought to"],
    ["go to roads .", "be spent on roads .", "be saved ."], ["Please", "I trust that you will", "Now it is time to"],
    ["listen to", "hear", "respect"], ["the people of this town .", "those who pay .", "the silent majority ."],
]

/// A letter to the council: its words, whether it wants the library to close, and whether it is from the form.
public struct Letter: Sendable {
    public let words: [String]
    public let isForClosing: Bool, isFromForm: Bool
}

// `campaign` makes letters of both kinds; `councilLetters` are those that this council got. Of the people, about 6 in
// 100 are for closing:

/// Letters of people, and letters from the form, in an order by chance.
func campaign(people: Int, forms: Int, using random: inout SplitMix64) -> [Letter] {
    var letters = (0..<forms).map { _ in
        let text = form.map { random.one(of: $0) }.joined(separator: " ")
        return Letter(words: cutAtWhiteSpace(text), isForClosing: true, isFromForm: true)
    }
    for _ in 0..<people {
        let isForClosing = random.uniform() < 0.06
        let text = (0..<3 + random.below(3)).map { _ in ownSentence(isForClosing, using: &random) }
        letters.append(
            Letter(
                words: cutAtWhiteSpace(text.joined(separator: " ")), isForClosing: isForClosing, isFromForm: false))
    }
    return random.permutation(letters.count).map { letters[$0] }
}

extension FilmReviews {
    /// The letters that the council got.
    var councilLetters: [Letter] {
        run.once {
            var random = run.random
            return campaign(
                people: run.size(quick: 20, usual: 100, full: 400), forms: run.size(quick: 100, usual: 600, full: 3600),
                using: &random)
        }
    }

    func whatTheCouncilGot() {
        let letters = councilLetters
        for letter in letters.prefix(4) { show(letter.words.joined(separator: " "), "a letter") }
        record("letters/share-for-closing", Double(letters.count(where: \.isForClosing)) / Double(letters.count))

        // The first thing to look for are letters that are the same:
        let same = letters.count - Set(letters.map(\.words)).count
        show(form.reduce(1) { $0 * $1.count }, "letters that the form can make")
        show(
            same, "of \(letters.count) letters are the same as an earlier one",
            predict: .choice(
                "15 slots have two or three phrases. Of \(letters.count) letters, how many are copies?",
                ["fewer than ten", "about a hundred", "most"],
                answer: same < 10 ? "fewer than ten" : "about a hundred"))
        // So whoever looks for copies finds none. With a few slots, a form makes millions of letters.
    }
}

// But letters from a form have a lot in common, in the same order. A *subsequence* of a list is what remains when some
// of its items are taken away. The longest one that two letters share can be found with a table: what do the first i
// words of one and the first j words of the other have in common, at best? If the i-th and the j-th word are the same,
// one more than without both; otherwise as many as without one of the two. `commonSubsequence` fills the table, and
// goes back through it from the last corner to the first:

/// The longest common subsequence of two lists, as places in each.
public func commonSubsequence<Item: Equatable>(_ a: [Item], _ b: [Item]) -> [(Int, Int)] {
    var best = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices {
        for j in b.indices {
            best[i + 1][j + 1] = a[i] == b[j] ? best[i][j] + 1 : max(best[i][j + 1], best[i + 1][j])
        }
    }
    var (i, j, places) = (a.count, b.count, [(Int, Int)]())
    while i > 0 && j > 0 {
        if a[i - 1] == b[j - 1] {
            (i, j) = (i - 1, j - 1)
            places.append((i, j))
        } else if best[i - 1][j] >= best[i][j - 1] {
            i -= 1
        } else {
            j -= 1
        }
    }
    return places.reversed()
}

extension FilmReviews {
    func whatTwoLettersShare() {
        let letters = councilLetters
        // What do two letters share? `sharedText` writes it:
        func sharedText(_ pair: [Letter]) -> String {
            commonSubsequence(pair[0].words, pair[1].words).map { pair[0].words[$0.0] }.joined(separator: " ")
        }
        show(sharedText(Array(letters.filter(\.isFromForm).prefix(2))), "what two letters from the form have in common")
        show(sharedText(Array(letters.filter { !$0.isFromForm }.prefix(2))), "the same for letters of two people")
        let (one, other) = (Array("letters"), Array("wetness"))
        let common = String(commonSubsequence(one, other).map { one[$0.0] })
        show(
            common, "the same for the signs of two words",
            predict: .choice(
                "What is the longest common subsequence of “letters” and “wetness”?", ["ets", "etes", "ettes", "es"],
                answer: common))
    }
}
