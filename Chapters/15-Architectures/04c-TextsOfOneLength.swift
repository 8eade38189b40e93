// # Texts of about the same length
//
// Section 15.4 · After this page you can count what padding costs, and sort texts without losing the chance that
// training needs.

import Figures
import Notebook
import Tensors
import Text
import Training

// A batch is as long as its longest text. One text of 2,000 tokens among 63 of 10 makes a batch of 128,000 tokens, of
// which the net reads 64 rows, and learns from 2,630. `PaddingCount` counts both:

/// The tokens of some batches, and what they are filled up with.
public struct PaddingCount: Equatable, Sendable {
    public var tokens = 0, padding = 0

    /// - Parameter batches: the lengths of the texts in each.
    public init(_ batches: [[Int]]) {
        for lengths in batches {
            tokens += lengths.reduce(0, +)
            padding += lengths.reduce(0) { $0 + lengths.max()! - $1 }
        }
    }

    public var share: Double { tokens + padding == 0 ? 0 : Double(padding) / Double(tokens + padding) }
}

// Sorting helps: texts of about the same length come together. For validation that is all, the longest first. In
// training, however, batches would be the same in every epoch, and long reviews would always come before short ones. So
// chance keeps a part: shuffle, take a group of 50 batches, sort within the group, cut it into batches, and shuffle
// those. `cut` cuts a list into parts:

/// A list cut into parts of so many; the last one may be shorter.
public func cut(_ list: [Int], into size: Int) -> [[Int]] {
    stride(from: 0, to: list.count, by: size).map { Array(list[$0..<min($0 + size, list.count)]) }
}

// And with it, the order:

/// The places of texts in batches: in groups of so many batches, texts of about the same length are together. (The
/// book's `SortedDL`, with `shuffle=True`.)
/// - Parameter group: how many batches are sorted together.
public func partlySorted(
    _ lengths: [Int], batchSize: Int, group: Int = 50, using random: inout SplitMix64
) -> [[Int]] {
    let order = random.permutation(lengths.count)
    let batches = cut(order, into: batchSize * group).flatMap { places in
        cut(places.sorted { lengths[$0] > lengths[$1] }, into: batchSize)
    }
    return random.permutation(batches.count).map { batches[$0] }
}

extension Architectures {
    func oneLongText() {
        let count = PaddingCount([[2000] + Array(repeating: 10, count: 63)])
        show("\(count.tokens) tokens, \(count.padding) of padding", "one text of 2,000 tokens among 63 of 10")
        record(
            "padding/one-long-text-among-63-short-ones", count.share,
            predict: .share(
                "A text of 2,000 tokens is in a batch with 63 of 10. Which share of the batch is padding?", count.share,
                within: .plusMinus(0.02)))
    }

    func threeOrders() throws {
        let lengths = try numberedReviews.train.lengths
        var random = run.random
        let mixed = random.permutation(lengths.count)
        let sorted = lengths.indices.sorted { lengths[$0] > lengths[$1] }
        let size = 16
        var table = TextTable(
            ["order", "tokens", "padding", "share of padding", "most steps of the LSTM in all"], decimals: 3)
        // `add` writes a row of the table:
        func add(_ name: String, _ batches: [[Int]]) -> Double {
            let lengths = batches.map { $0.map { lengths[$0] } }
            let count = PaddingCount(lengths)
            table.add(name, count.tokens, count.padding, count.share, lengths.map { $0.max()! }.reduce(0, +))
            return count.share
        }
        let shares = [
            add("any", cut(mixed, into: size)),
            add("partly sorted, groups of 5 batches", partlySorted(lengths, batchSize: size, group: 5, using: &random)),
            add("sorted", cut(sorted, into: size)),
        ]
        show(
            table, "An epoch of \(lengths.count) texts in batches of \(size), \(reviewName)",
            predict: .choice("Which order needs the most padding?", ["any", "partly sorted", "sorted"], answer: "any"))
        for (name, share) in zip(["any order", "partly sorted", "sorted"], shares) {
            record("padding/share-\(key(name))", share)
        }
        let pictures = [cut(mixed, into: size), cut(sorted, into: size)].map { batches in
            paddingPicture(
                batches.enumerated().filter { $0.offset % max(1, batches.count / 6) == 0 }.prefix(6).map {
                    $0.element.map { lengths[$0] }
                })
        }
        show(
            ImageGrid(pictures, titles: ["any order", "sorted"], columns: 2, cellSize: 420),
            "Six batches: each line is a text, blue are its tokens, light is padding")
    }

    func sameNeighbours() throws {
        // What is the price? If all is sorted, a text meets the same texts in every epoch. And here is a trap: 50
        // batches are a lot. A small data set has no more, so it is sorted as a whole, and chance has nothing left to
        // do but to shuffle the batches.
        let lengths = try numberedReviews.train.lengths
        var table = TextTable(["group", "share of padding", "neighbours met again in the next epoch"], decimals: 3)
        var met: [Double] = []
        for group in [1, 5, 50] {
            var random = run.random
            let epochs = (0..<2).map { _ in partlySorted(lengths, batchSize: 16, group: group, using: &random) }
            let waste = PaddingCount(epochs[0].map { $0.map { lengths[$0] } }).share
            met.append(neighboursKept(epochs[0], epochs[1]))
            table.add("\(group) \(group == 1 ? "batch" : "batches")", waste, met.last!)
        }
        show(
            table,
            "The larger the group, the less padding and the less chance, \(reviewName): \((lengths.count + 15) / 16) batches",
            predict: .change(
                "Groups of 50 batches in place of 1. Does a text meet more or fewer of the same texts again?",
                from: met[0], to: met[2]))
        show(
            sortedByLength(lengths) == lengths.indices.sorted { (lengths[$1], $0) < (lengths[$0], $1) },
            "the engine sorts for validation in the same way")
    }
}
