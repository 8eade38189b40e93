// # A million letters by one writer
//
// Section 10.3 · After this page you know how to find comments that were made from one template, although no two of them
// are the same.

import Figures
import Notebook
import Tensors
import Text

// In 2017, the American authority for telecommunications asked the public about net neutrality, and got more than 22
// million comments. Jeff Kao, a data scientist, found that more than a million of them were probably fakes: sentences
// put together from a template, in which each phrase was replaced by one of several that mean the same. Fewer than
// 800,000 comments were truly unique, and of those more than 99 % wanted to keep the rules. (J. Kao, "More than a
// Million Pro-Repeal Net Neutrality Comments were Likely Faked", 2017.) No net was needed for that, only a mail merge.
//
// Here is a `template` on a small subject. Every list is a slot, and `filledTemplate` draws a word for each:

let template: [[String]] = [
    ["I"], ["strongly", "firmly", "kindly", "urgently"], ["ask", "urge", "beg"], ["the"], ["council", "town", "mayor"],
    ["to"], ["close", "sell", "abandon"], ["the"], ["old", "small", "empty"], ["cinema", "theatre"], ["because"],
    ["people", "families", "citizens", "neighbours"], ["want", "need", "deserve"], ["a"],
    ["new", "large", "modern", "safe"], ["road", "street", "car-park"], ["in"], ["our", "this"],
    ["town", "quarter", "community"],
]

/// A comment from the template, with a word of each slot.
func filledTemplate(using random: inout SplitMix64) -> [String] {
    template.map { slot in slot[Int(random.next() % UInt64(slot.count))] }
}

// `comments` are many from the template, and some that are not:

extension FilmReviews {
    /// Comments, most of them from the template; and which of them are.
    var comments: (texts: [[String]], isFake: [Bool]) {
        get throws {
            try run.once {
                var random = run.random
                let fakes = (0..<run.size(quick: 100, usual: 600)).map { _ in filledTemplate(using: &random) }
                // For the honest ones stand sentences of reviews: of all lengths, on all subjects.
                let honest = try someTexts.prefix(run.size(quick: 40, usual: 200)).flatMap { text in
                    text.split(whereSeparator: { ".!?<>".contains($0) }).prefix(1).map { cutAtWhiteSpace(String($0)) }
                }.filter { !$0.isEmpty }
                let all = fakes.map { ($0, true) } + honest.map { ($0, false) }
                let order = random.permutation(all.count)
                return (order.map { all[$0].0 }, order.map { all[$0].1 })
            }
        }
    }

    func howManyComments() throws {
        let possible = template.reduce(1) { $0 * $1.count }
        show(
            possible, "different comments from one template",
            predict: .choice(
                "Twelve slots of two to four words: how many different comments can be made?",
                ["some hundreds", "some ten thousands", "more than half a million"],
                answer: "more than half a million"))
        let (texts, isFake) = try comments
        for text in zip(texts, isFake).lazy.filter({ $0.1 }).prefix(3) {
            show(text.0.joined(separator: " "), "a comment")
        }
        let fakes = zip(texts, isFake).filter(\.1).map { $0.0.joined(separator: " ") }
        show(Set(fakes).count, "different ones of \(fakes.count)")
    }
}

// Nobody who looks for equal texts finds them. But they are equal at the same places. Take all comments that have the
// same number of words, and ask for each place which word most of them have there. `sameAsMost` is the share of places
// at which a comment has that word:

/// For each text, the share of its places where it has the word that is the most frequent one at this place among all
/// texts of the same length; 0 for a text that is the only one of its length.
public func sameAsMost(_ texts: [[String]]) -> [Double] {
    var shares = texts.map { _ in 0.0 }
    for places in Dictionary(grouping: texts.indices, by: { texts[$0].count }).values where places.count > 1 {
        let usual = texts[places[0]].indices.map { column in
            Dictionary(places.map { (texts[$0][column], 1) }, uniquingKeysWith: +)
                .max { ($0.value, $1.key) < ($1.value, $0.key) }!.key
        }
        for place in places {
            let same = zip(texts[place], usual).count { $0 == $1 }
            shares[place] = Double(same) / Double(max(usual.count, 1))
        }
    }
    return shares
}

extension FilmReviews {
    func slotsFound() throws {
        let (texts, isFake) = try comments
        let shares = sameAsMost(texts)
        show(
            ChartGrid(
                [true, false].map { fake in
                    Chart(fake ? "from the template" : "sentences of reviews", x: "share of usual words", y: "comments")
                    {
                        Histogram(zip(shares, isFake).filter { $0.1 == fake }.map(\.0), bins: 20, range: 0...1)
                    }
                }, columns: 2, title: "Comments from a template have the same words at the same places"),
            "How much \(texts.count) comments are like others of their length, with sentences of the \(dataName)")
        let right = zip(shares, isFake).count { ($0 > 0.4) == $1 }
        let accuracy = Double(right) / Double(texts.count)
        record(
            "template found/share of comments judged right", accuracy,
            predict: .choice(
                "How many comments are judged right, if more than 0.4 means fake?", ["about half", "nearly all"],
                answer: accuracy > 0.75 ? "nearly all" : "about half"))
        let most = max(isFake.count { $0 }, isFake.count { !$0 })
        record("template found/share if all are called the same", Double(most) / Double(texts.count))

        // (The line at 0.4 was drawn by eye, between the hills of these very comments. On others it may do a little worse.)
        //
        // Where are the slots? Take the largest group of one length among those that were found. Where their words
        // differ, there is a slot:
        let suspects = Dictionary(grouping: zip(texts, shares).filter { $1 > 0.4 }.map(\.0), by: \.count)
        let found = suspects.values.max { $0.count < $1.count } ?? []
        let kinds = found[0].indices.map { column in Set(found.map { $0[column] }).count }
        show(
            TokenGrid(
                "The slots of the template", found[0], [.init("different words", kinds, range: 1...5)], decimals: 0),
            "How many different words there are at each place of the comments that were found")
        // (Figure 10-2 of the book shows such slots in colours.)
    }
}
