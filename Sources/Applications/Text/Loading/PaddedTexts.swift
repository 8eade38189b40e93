// # Batches for a classifier
//
// Texts have different lengths, and a tensor has one. The short ones are filled up with `xxpad` to the longest of
// their batch. To fill up little, texts of about the same length come together (`DataLoader(texts:…)`); for training,
// chance has a say in it.

import Tensors
import Training

/// Texts of a batch, filled up at their ends.
public struct PaddedTexts: Sendable {
    /// [n, longest]
    public let ids: IntTensor
    /// Tokens of each text without padding.
    public let lengths: [Int]

    /// (The book's `pad_input`. The book's library fills up at the beginning; at the end, padding cannot change what
    /// a model has read before it.)
    public init(_ texts: [[Int]]) {
        lengths = texts.map(\.count)
        let longest = max(lengths.max() ?? 0, 1)
        let padding = SpecialToken.padding.id
        ids = IntTensor(
            shape: [texts.count, longest],
            texts.flatMap { $0 + Array(repeating: padding, count: longest - $0.count) })
    }

    /// The share of the numbers that are padding.
    public var waste: Double { ids.count == 0 ? 0 : 1 - Double(lengths.reduce(0, +)) / Double(ids.count) }
}

/// The share of padding in all batches, where texts of these lengths are taken in this order.
public func paddingShare(of lengths: [Int], batchSize: Int) -> Double {
    let batches = stride(from: 0, to: lengths.count, by: batchSize).map {
        lengths[$0..<min($0 + batchSize, lengths.count)]
    }
    let numbers = batches.reduce(0) { $0 + $1.count * ($1.max() ?? 0) }
    return numbers == 0 ? 0 : 1 - Double(lengths.reduce(0, +)) / Double(numbers)
}

/// The places of texts, the longest first: batches of them have little padding.
public func sortedByLength(_ lengths: [Int]) -> [Int] {
    lengths.indices.sorted { (lengths[$1], $0) < (lengths[$0], $1) }
}

/// Texts with labels, sorted by length. (The book's `SortedDL`.)
struct SortedTexts: EpochSource {
    let texts: NumberedTexts, labels: [Int]

    var count: Int { texts.count }

    func epoch(_ places: [[Int]], seed: UInt64?) -> () throws -> (PaddedTexts, IntTensor)? {
        var batches = order(places, seed: seed).makeIterator()
        return {
            batches.next().map { places in
                (PaddedTexts(places.map { texts[$0] }), IntTensor(places.map { labels[$0] }))
            }
        }
    }

    /// Without chance, the longest first. With it, as in the book's library: 50 batches at a time are sorted, then
    /// the batches are shuffled, but for the one with the longest text, which is the first (if it does not fit into
    /// memory, that shows at once), and the last, which may be smaller.
    func order(_ places: [[Int]], seed: UInt64?) -> [[Int]] {
        guard let size = places.first?.count else { return [] }
        let lengths = texts.lengths
        var all = places.flatMap { $0 }
        func isLonger(_ a: Int, _ b: Int) -> Bool { (lengths[b], a) < (lengths[a], b) }
        guard let seed else { return all.sorted(by: isLonger).batches(of: size) }
        let longest = all.indices.min { isLonger(all[$0], all[$1]) }!
        all.swapAt(0, longest)
        let sorted = all.batches(of: size * 50).flatMap { $0.sorted(by: isLonger) }.batches(of: size)
        if sorted.count < 3 { return sorted }
        var random = SplitMix64(seed: seed)
        let middle = sorted[1..<sorted.count - 1]
        return [sorted[0]] + random.permutation(middle.count).map { middle[1 + $0] } + [sorted.last!]
    }
}

extension Array {
    fileprivate func batches(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}

extension DataLoader where Batch == (PaddedTexts, IntTensor) {
    /// Texts with labels, the longest first: see `sortedByLength(_:)` for which is which.
    public convenience init(texts: NumberedTexts, labels: [Int], batchSize: Int = 64) {
        requireLabels(texts, labels)
        self.init(SortedTexts(texts: texts, labels: labels), batchSize: batchSize)
    }

    /// The same for training: in every epoch, other texts of about the same length are together.
    public convenience init(
        texts: NumberedTexts, labels: [Int], batchSize: Int = 64, dropsLast: Bool = false,
        shuffledUsing random: inout some RandomNumberGenerator
    ) {
        requireLabels(texts, labels)
        self.init(
            SortedTexts(texts: texts, labels: labels), batchSize: batchSize, dropsLast: dropsLast,
            shuffledUsing: &random)
    }
}

private func requireLabels(_ texts: NumberedTexts, _ labels: [Int]) {
    require(
        texts.count == labels.count, "a loader of \(texts.count) texts and \(labels.count) labels",
        "every text needs a label")
}
