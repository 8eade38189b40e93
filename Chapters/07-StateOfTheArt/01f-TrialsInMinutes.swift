// # Does a small set tell what a large one would?
//
// Section 7.1 · After this page you know how to check whether a trial on a few classes can be trusted, and what it
// saves.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// A small set is worth something only if ideas that are better on it are better on the whole, too. So take some ideas
// whose order on the whole set is known, and see whether the small set puts them in the same order. Here are three: the
// baseline; the same without changing photos at random; and the same with a thirtieth of the learning rate. They are
// tried on all classes, on the few most different ones of the last page, and on as many that are most alike, each time
// with small photos, so that a trial takes a few seconds. How well two orders agree is counted in pairs, by
// `agreement`; `triedIdeas` has the three setups, and `trials` what came of them:

/// Of all pairs of ideas, the share that two lists of accuracies put in the same order. A tie agrees with nothing.
public func agreement(_ a: [Double], _ b: [Double]) -> Double {
    let pairs = a.indices.flatMap { i in a.indices.filter { $0 > i }.map { (i, $0) } }
    return Double(pairs.count { (a[$0] - a[$1]) * (b[$0] - b[$1]) > 0 }) / Double(max(pairs.count, 1))
}

extension StateOfTheArt {
    func sameOrder() {
        show(
            fixed(agreement([0.5, 0.7, 0.6], [0.8, 0.95, 0.7]), 2), "of the pairs have the same order in both lists",
            predict: .share(
                "Three ideas reach 0.5, 0.7 and 0.6 on one set, and 0.8, 0.95 and 0.7 on another. Which share of the pairs is ordered alike?",
                2.0 / 3, within: .plusMinus(0.02)))
    }

    /// The ideas that are tried on every set.
    var triedIdeas: [(name: String, key: String, setup: Setup)] {
        var quick = rawBaseline
        (quick.size, quick.isJudgedEveryEpoch) = (small, false)
        var (still, slow) = (quick, quick)
        still.augments = false
        slow.rate /= 30
        return [
            ("the baseline", "baseline", quick), ("no random changes", "no-changes", still),
            ("a thirtieth of the rate", "slow", slow),
        ]
    }

    /// The accuracies of every idea on every set, [set][idea][seed], and how many photos each set has to learn from.
    var trials: (accuracies: [[[Double]]], photos: [Int]) {
        get throws {
            try run.once {
                let count = run.size(quick: 1, usual: 5)
                let sets = [try classes, try smallSets.different, try smallSets.alike]
                let parts = try sets.map { names in try datasets(of: try photos.filter { names.contains($0.label) }) }
                let found = try parts.map { parts in
                    try triedIdeas.map { idea in
                        let setup = idea.setup
                        return try run.overSeedsAtOnce(count) { random in
                            try trained(setup, of: parts, using: &random).accuracy
                        }
                    }
                }
                return (found, parts.map(\.train.count))
            }
        }
    }

    func threeIdeasOnThreeSets() throws {
        let columns = try trials.accuracies
        var table = TextTable(
            ["idea", "all classes", "\(try fewClasses) that differ most", "\(try fewClasses) that are most alike"],
            decimals: 3)
        for (place, idea) in triedIdeas.enumerated() {
            table.add(idea.name, Spread(columns[0][place]), Spread(columns[1][place]), Spread(columns[2][place]))
        }
        show(table, "Three ideas on three sets of \(dataName), \(small) pixels wide: accuracy")
        show(
            Chart("The same three ideas on three sets", x: "idea", y: "accuracy") {
                Bars(
                    ["baseline", "no changes", "a thirtieth"], columns[0].map { Spread($0).mean }, "all classes, mean",
                    colour: .grey)
                for (k, name) in ["all classes", "most different", "most alike"].enumerated() {
                    let dots = columns[k].enumerated().flatMap { idea, values in values.map { (idea, $0) } }
                    Points(dots.map { Double($0.0) + 0.12 * Double(k - 1) }, dots.map(\.1), name)
                }
            }, "A dot is a seed, trained on \(dataName)")
    }

    func ordersOnSmallSets() throws {
        // Now count the pairs. Somebody who tries each idea once has one seed of each; somebody with more patience
        // takes the mean of all. Both are compared with the means on all classes:
        let (columns, photos) = try trials
        let truth = columns[0].map { Spread($0).mean }
        var table = TextTable(["trial on", "photos to learn from", "pairs in the order of all classes"], decimals: 2)
        for (name, key, place) in [
            ("all classes", "all", 0), ("\(try fewClasses) that differ most", "different", 1),
            ("\(try fewClasses) that are most alike", "alike", 2),
        ] {
            let once = columns[place][0].indices.map { seed in agreement(truth, columns[place].map { $0[seed] }) }
            table.add("\(name), one seed each", photos[place], Spread(once))
            table.add(
                "\(name), the mean of all", photos[place], agreement(truth, columns[place].map { Spread($0).mean }))
            record("small-set/agreement-\(key)", over: once)
        }
        show(table, "How often a trial puts two ideas in the order of the whole set")

        // An idea that is clearly worse should be found out by any set. Two that are close together are another matter:
        // there a single trial may be a throw of dice, on a small set and on the whole one (the rows with one seed each
        // say where it was, in this run). And what is tried may be the one thing that the small set cannot show: where
        // colours alone tell the classes apart, an idea that sharpens the look at details shows nothing. Take a few
        // classes to throw ideas out; take more, and more seeds, to choose between the two best.
        let sizes = "There are \(try classes.count) classes of about one size."
        show(
            Float(photos[1]) / Float(photos[0]),
            "of the photos are in the small set, and so much of the time a trial takes",
            ask: "\(sizes) What share of the photos do \(try fewClasses) have?")
    }
}
