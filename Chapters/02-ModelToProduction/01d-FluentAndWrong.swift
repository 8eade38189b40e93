// # Fluent and wrong
//
// Section 2.1 · After this page you know why a machine that writes well need not be right.

import Figures
import Notebook
import Tensors

// Texts are the second field. Deep learning sorts them well, short or long: is it an offer, what is it about, does it
// please? And it writes them: texts that fit what came before, in the style that is asked for. What it is not good at
// is saying what is *true*. That is most dangerous where a wrong answer looks like a right one, in medicine for
// example.
//
// Where does that come from? A language model learns which word comes next. So here is the smallest one: `WordChain`
// looks at the last few words, and continues as some text has continued that it has seen. Where it has never seen them,
// it looks at fewer. (Chapter 12 trains nets for the same task.)

/// Continues texts by what has followed the last `order` words.
public struct WordChain: Sendable {
    public let order: Int
    private var following: [[String]: [String]] = [:]

    public init(_ sentences: [[String]], order: Int) {
        self.order = order
        for sentence in sentences {
            for place in sentence.indices {
                for length in 0...min(order, place) {
                    following[Array(sentence[place - length..<place]), default: []].append(sentence[place])
                }
            }
        }
    }

    /// Words, until a full stop.
    public func continued(_ beginning: [String], using random: inout SplitMix64) -> [String] {
        var words = beginning
        while words.last != ".", words.count < 40 {
            var length = min(order, words.count)
            while length > 0, following[Array(words.suffix(length))] == nil { length -= 1 }
            words.append(following[Array(words.suffix(length))]!.randomElement(using: &random)!)
        }
        return words
    }
}

// What it reads is a handbook of forty made-up remedies for made-up troubles, one sentence each (`inventedHandbook`).
// Two questions can be asked of each answer. Is it *fluent*: could it stand in the handbook, a dose at the place of a
// dose, a remedy at that of a remedy (`isFluent`)? And is it *right*: does it stand there? What may stand where is in
// `handbookWords`.

/// What may stand where.
let handbookWords = (
    doses: [["two", "spoons"], ["one", "cup"], ["ten", "drops"], ["a", "pinch"]],
    remedies: ["moonwort", "drellroot", "snowmint", "barkwine", "foxmoss", "duskberry"],
    times: ["dawn", "noon", "dusk", "midnight"]
)

/// Sentences of the form "for TROUBLE people take DOSE of REMEDY at TIME .", in words.
public func inventedHandbook(_ count: Int, using random: inout SplitMix64) -> [[String]] {
    let troubles = ["grumbling", "itchy", "cold", "stiff", "heavy", "noisy", "tired", "wandering"]
    let parts = ["knees", "elbows", "ears", "toes", "thumbs"]
    let all = troubles.flatMap { trouble in parts.map { [trouble, $0] } }
    return random.permutation(all.count).prefix(count).map { place in
        let dose = handbookWords.doses.randomElement(using: &random)!
        let remedy = handbookWords.remedies.randomElement(using: &random)!
        let time = handbookWords.times.randomElement(using: &random)!
        return ["for"] + all[place] + ["people", "take"] + dose + ["of", remedy, "at", time, "."]
    }
}

/// Whether a sentence is built like those of the handbook.
public func isFluent(_ words: [String]) -> Bool {
    guard words.count == 12, words[11] == ".", words[0] == "for", Array(words[3...4]) == ["people", "take"] else {
        return false
    }
    return handbookWords.doses.contains(Array(words[5...6])) && words[7] == "of"
        && handbookWords.remedies.contains(words[8]) && words[9] == "at" && handbookWords.times.contains(words[10])
}

extension ModelToProduction {
    func fluentAnswers() {
        var random = run.random
        let handbook = inventedHandbook(40, using: &random)
        show(handbook.prefix(3).map { $0.joined(separator: " ") }.joined(separator: "\n"), "from the handbook")
        let (known, times) = (handbook.map { Array($0.prefix(5)) }, run.size(quick: 2, usual: 20))
        var table = TextTable(["words it looks at", "fluent", "right"], decimals: 2)
        var rights: [Double] = []
        for order in [1, 2, 3, 5, 10] {
            let chain = WordChain(handbook, order: order)
            let answers = known.indices.flatMap { place in
                (0..<times).map { _ in (place, chain.continued(known[place], using: &random)) }
            }
            let fluent = answers.count { isFluent($0.1) }, right = answers.count { $0.1 == handbook[$0.0] }
            rights.append(Double(right) / Double(answers.count))
            table.add(order, Double(fluent) / Double(answers.count), rights.last!)
            record("answers/right-looking-at-\(order)", rights.last!)
        }
        let sample = WordChain(handbook, order: 2).continued(known[0], using: &random)
        show(sample.joined(separator: " "), "an answer, looking at two words")
        show(
            table, "Answers about the troubles of the handbook",
            predict: .choice(
                "It looks at the last two words. Nearly all of its answers are fluent. How many of them are right?",
                ["nearly all", "about half", "hardly any"], answer: rights[1] > 0.3 ? "about half" : "hardly any"))
    }

    func aTroubleNobodyHas() {
        // With ten words it has the whole sentence in view, and gives every answer as it stands in the handbook. Is it
        // reliable now? Ask about a trouble that is not in the handbook:
        var random = run.random
        let handbook = inventedHandbook(40, using: &random)
        let chain = WordChain(handbook, order: 10)
        let answers = (0..<5).map { _ in chain.continued(["for", "broken", "teeth", "people", "take"], using: &random) }
        show(answers.map { $0.joined(separator: " ") }.joined(separator: "\n"), "five answers to the same question")
        record(
            "answers/fluent-about-an-unknown-trouble", answers.count(where: isFluent),
            predict: .count("It has never seen “broken teeth”. How many of five answers are fluent?", 5))
        // It has no way of saying that it does not know: after “people take” something has always followed. It was
        // trained to go on, and it goes on.
        //
        // Large models know a great deal more, and since late 2022 hundreds of millions of people have put questions to
        // them. They are right far more often than those of 2020. But they still say wrong things in the same tone as
        // right ones, and that has the same root.
        //
        // Where a text need not be true, or somebody reads it anyway, they are of great use: to translate, to sum up,
        // to find all mentions of something. Where it ought to persuade, they can do great harm. A troll farm has
        // hundreds of writers; a model writes for every single reader, in millions of copies, and so can stir up unrest
        // and conflict. Could another model find out what was written by one? For a while. Whatever tells the two apart
        // can be used to train a writer that is not caught any more, so the writers stay a step ahead (chapter 10 lets
        // both learn in turns).
    }
}
