// # Liked, or helpful
//
// Section 2.1 · After this page you know what a recommender of things that people will like does not do.

import Figures
import Notebook
import Tensors

// Recommending is a table, too, one that is nearly empty: a row for each customer, a column for each product, and a
// cross where somebody has bought something. *Collaborative filtering* fills in the empty cells from the rows of
// others, as in the bookshop of section 1.4. Customer A has bought products 1 and 10. Customer B has bought 1, 2, 4 and
// 10. What B has, and A has not, is a good suggestion for A, since the two agree otherwise. `suggestions` does that for
// any number of others; the more they have in common with A, the more they count:

/// What somebody might like, the best first: what others have, weighted by how much they have in common.
/// Of equal ones the smaller number comes first.
public func suggestions(for owned: Set<Int>, from others: [Set<Int>]) -> [Int] {
    var scores: [Int: Int] = [:]
    for other in others {
        let common = other.intersection(owned).count
        if common == 0 { continue }
        for product in other.subtracting(owned) { scores[product, default: 0] += common }
    }
    return scores.keys.sorted { (-scores[$0]!, $0) < (-scores[$1]!, $1) }
}

extension ModelToProduction {
    func fillingASet() {
        show(
            suggestions(for: [1, 10], from: [[1, 2, 4, 10]]), "for A, who has 1 and 10, from B, who has 1, 2, 4 and 10",
            predict: .numbers("A has 1 and 10, B has 1, 2, 4 and 10. What is recommended to A?", [2, 4]))
        show(suggestions(for: [3], from: [[1, 2, 4, 10]]), "for somebody who has nothing in common with B")
    }
}

// The book shows what comes of it: whoever has bought one novel of Terry Pratchett's is shown nothing but more of them.
// All are well chosen, for this reader will like them. And all are of no use: somebody who likes him knows that he has
// written others, and has them on the shelf, bought elsewhere.
//
// `BookLovers` are readers in an invented town. Each loves four authors out of thirty and knows two of them already:
// of their ten books most are at home, bought in other shops; only what was bought here is seen. The other two authors
// are still to be discovered. A recommendation is *liked* if it is by a loved author. It *helps* if the reader did not
// have it and did not know the author, and so would not have bought it without us:

/// Readers, what they have, and what they would like.
public struct BookLovers: Sendable {
    /// Of each reader: loved authors, the first two known already; books at home; those of them bought here.
    public let loved: [[Int]], atHome: [Set<Int>], boughtHere: [Set<Int>]

    public init(_ count: Int, using random: inout SplitMix64) {
        var (loved, atHome, boughtHere) = ([[Int]](), [Set<Int>](), [Set<Int>]())
        for _ in 0..<count {
            // Tastes come in kinds: the four authors are neighbours on a ring of thirty.
            let taste = Int.random(in: 0..<30, using: &random), order = random.permutation(4)
            let authors = order.map { (taste + $0) % 30 }
            var (home, here) = (Set<Int>(), Set<Int>())
            for author in authors[..<2] {
                for book in author * 10..<author * 10 + 10 where Double.random(in: 0..<1, using: &random) < 0.8 {
                    home.insert(book)
                    if Double.random(in: 0..<1, using: &random) < 0.4 { here.insert(book) }
                }
            }
            loved.append(authors)
            atHome.append(home)
            boughtHere.append(here)
        }
        (self.loved, self.atHome, self.boughtHere) = (loved, atHome, boughtHere)
    }

    /// Of some suggestions to a reader: how many are liked, at home already, and helpful.
    public func judged(_ books: [Int], for reader: Int) -> (liked: Int, atHome: Int, helpful: Int) {
        (
            books.count { loved[reader].contains($0 / 10) }, books.count { atHome[reader].contains($0) },
            books.count { loved[reader][2...].contains($0 / 10) }
        )
    }
}

extension ModelToProduction {
    func moreOfTheSame() {
        let ways = ["what similar readers have", "the same, but only of authors that are new to the reader"]
        let runs = run.overSeedsAtOnce(run.size(quick: 2, usual: 5)) { random -> [[Double]] in
            let town = BookLovers(run.size(quick: 60, usual: 500), using: &random)
            var sums = [[Double]](repeating: [0, 0, 0], count: 2), shown = 0.0
            for (reader, bought) in town.boughtHere.enumerated() where !bought.isEmpty {
                let all = suggestions(for: bought, from: town.boughtHere)
                let known = Set(bought.map { $0 / 10 })
                shown += 5
                for (way, books) in [all, all.filter { !known.contains($0 / 10) }].enumerated() {
                    let found = town.judged(Array(books.prefix(5)), for: reader)
                    for (place, number) in [found.liked, found.atHome, found.helpful].enumerated() {
                        sums[way][place] += Double(number)
                    }
                }
            }
            return sums.map { $0.map { $0 / shown } }
        }
        var table = TextTable(["recommended", "liked", "at home already", "helpful"], decimals: 2)
        for (way, name) in ways.enumerated() {
            let columns = (0..<3).map { place in Spread(runs.map { $0[way][place] }) }
            table.add(name, columns[0], columns[1], columns[2])
            record("recommended/liked-\(slug(name))", over: runs.map { $0[way][0] })
            record("recommended/helpful-\(slug(name))", over: runs.map { $0[way][2] })
        }
        show(
            table, "Shares of five recommendations to each reader",
            predict: .choice(
                "Most recommendations of the first kind are liked. Are most of them helpful, too?",
                ["yes", "no, most are at home or known already"],
                answer: Spread(runs.map { $0[0][2] }).mean > 0.5 ? "yes" : "no, most are at home or known already"))
        // What similar readers have is liked, and that is what such a model is trained to say. Whether it *helps* is
        // another question, which nobody has asked it. The second row asks it in a crude way, by a rule. It recommends
        // what is liked less often, and helps more. How to ask properly is the subject of the next page.
        //
        // Two more kinds of data, in a word. Proteins are chains of letters, much like texts, and nets for texts work
        // on them; how a protein folds has been predicted by such a net since AlphaFold 2 (2020), far better than by
        // anything before. And sounds become pictures (chapter 1).
    }
}
