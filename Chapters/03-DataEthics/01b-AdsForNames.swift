// # Ads for names
//
// Section 3.1 · After this page you can check whether two groups of people are shown different things by more than
// chance.

import Figures
import Foundation
import Notebook
import Tensors

// The second case in the book's list is YouTube, whose recommender decides about seven tenths of what is watched there.
// It has a page of its own in section 3.3. The third is about search. Latanya Sweeney, a professor at Harvard, saw an
// ad beside her own name: "Latanya Sweeney, Arrested?". She is the only person of that name, and was never arrested.
// For "Kirsten Lindquist" the ads were neutral, although a woman of that name had been arrested three times. She went
// on to look up more than 2,000 names. First names that are given more often to Black children got ads hinting at an
// arrest more often. (L. Sweeney, "Discrimination in Online Ad Delivery", 2013.)
//
// How does one find out whether that is chance? Count ads in a table of two rows and two columns. If the name made no
// difference, both rows would have the same shares, and *chi-square* is how far the counts are from that: for each
// cell, the square of the difference, divided by what was expected.

/// How far a table of counts is from one whose rows all have the same shares. 0 if a row or a column is empty.
public func chiSquare(_ counts: [[Int]]) -> Double {
    let rows = counts.map { Double($0.reduce(0, +)) }
    let columns = counts[0].indices.map { column in Double(counts.reduce(0) { $0 + $1[column] }) }
    let all = rows.reduce(0, +)
    guard !rows.contains(0), !columns.contains(0) else { return 0 }
    var sum = 0.0
    for (row, line) in counts.enumerated() {
        for (column, count) in line.enumerated() {
            let expected = rows[row] * columns[column] / all
            sum += (Double(count) - expected) * (Double(count) - expected) / expected
        }
    }
    return sum
}

// And how large is large? Let chance itself answer: deal all ads to the names anew, at random, and see how often the
// shuffled table is as far from equal as the true one. `shareOfShuffles` does that, without any formula about
// distributions. (It is called a permutation test. The true table counts as one of the shuffles, since chance could
// have dealt it too; so the share is never 0.)

/// How often shuffled labels give a table at least as far from equal as this one, which is counted with them. Counts
/// are [group][kind].
public func shareOfShuffles(_ counts: [[Int]], shuffles: Int, using random: inout SplitMix64) -> Double {
    var kinds = counts.flatMap { line in line.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) } }
    let (first, found) = (counts[0].reduce(0, +), chiSquare(counts))
    var asFar = 0
    for _ in 0..<shuffles {
        kinds.shuffle(using: &random)
        var table = [[0, 0], [0, 0]]
        for (place, kind) in kinds.enumerated() { table[place < first ? 0 : 1][kind] += 1 }
        if chiSquare(table) >= found - 1e-9 { asFar += 1 }
    }
    return Double(asFar + 1) / Double(shuffles + 1)
}

extension DataEthics {
    func adsForNames() {
        // The counts here are made up: 200 names of each of two groups, and how many got an ad that hints at an arrest.
        let counts = [[96, 104], [78, 122]]
        let table = TextTable(
            ["names of", "“arrested?”", "neutral", "share"],
            rows: [["group A", 96, 104, 0.48], ["group B", 78, 122, 0.39]], decimals: 2)
        show(table, "What was shown beside 400 names (made up)")
        record(
            "ads/chi-square", chiSquare(counts),
            predict: .choice(
                "Both groups have 87 such ads expected. Differences of 9 in each of four cells: how large is chi-square?",
                ["about a third", "about 3", "about 30"], answer: "about 3"))
    }

    func chanceOfAds() {
        var random = run.random
        let shuffles = run.size(quick: 200, usual: 2000, full: 20_000)
        let small = shareOfShuffles([[96, 104], [78, 122]], shuffles: shuffles, using: &random)
        record("ads/share-of-shuffles-as-far-apart-400-names", small)
        // Nine points of difference, and chance alone would do as much now and then. So 400 names are not enough to
        // accuse anybody. The same shares among five times as many names:
        let large = shareOfShuffles(
            [[480, 520], [390, 610]], shuffles: run.size(quick: 50, usual: 400), using: &random)
        record(
            "ads/share-of-shuffles-as-far-apart-2000-names", large,
            predict: .change(
                "2,000 names with the same shares of 48 % and 39 %. Does chance do as much more or less often?",
                from: small, to: large))
        // That is why she looked up so many. What the audit cannot tell is why. Nobody has to have written "Black" into
        // a rule: if people click on such an ad more often beside some names, and the system learns to show what is
        // clicked, it will do this by itself. The effect on somebody whom an employer looks up is the same.
    }
}
