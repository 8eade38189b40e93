// # Batches for a classifier
//
// Texts have different lengths, and a tensor has one. The short ones are filled up with `xxpad` to the longest of
// their batch. To fill up little, texts of about the same length come together (`DataLoader(texts:…)`); for training,
// chance has a say in it.

import Common
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
        let rows = filledUp(texts, with: SpecialToken.padding.id)
        ids = IntTensor(shape: [texts.count, rows.first?.count ?? 1], Array(rows.joined()))
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

extension PaddedTexts {
    /// So many tokens of a text are loaded if nothing else is said: no review of IMDb has as many.
    public static let usualLongest = 5000
}

/// Texts with labels, sorted by length. (The book's `SortedDL`.)
struct SortedTexts: EpochSource {
    let texts: NumberedTexts, labels: [Int]
    let longest: Int

    var count: Int { texts.count }
    var arrangesBatches: Bool { true }

    func epoch(_ places: [[Int]], seed: UInt64?) -> () throws -> (PaddedTexts, IntTensor)? {
        var batches = batchesByLength(places, lengths: texts.lengths, seed: seed).makeIterator()
        return {
            batches.next().map { places in
                (PaddedTexts(places.map { Array(texts[$0].suffix(longest)) }), IntTensor(places.map { labels[$0] }))
            }
        }
    }
}

extension DataLoader where Batch == (PaddedTexts, IntTensor) {
    /// Texts with labels, the longest first: see `sortedByLength(_:)` for which is which.
    ///
    /// - Parameter longest: of a longer text, only so many tokens at its end are loaded. Without a limit, a single
    ///   endless text would make all rows of its batch endless.
    public convenience init(
        texts: NumberedTexts, labels: [Int], batchSize: Int = 64, longest: Int = PaddedTexts.usualLongest
    ) {
        requireLabels(texts, labels, longest)
        self.init(SortedTexts(texts: texts, labels: labels, longest: longest), batchSize: batchSize)
    }

    /// The same for training: in every epoch, other texts of about the same length are together.
    public convenience init(
        texts: NumberedTexts, labels: [Int], batchSize: Int = 64, longest: Int = PaddedTexts.usualLongest,
        dropsLast: Bool = false,
        shuffledUsing random: inout some RandomNumberGenerator
    ) {
        requireLabels(texts, labels, longest)
        self.init(
            SortedTexts(texts: texts, labels: labels, longest: longest), batchSize: batchSize, dropsLast: dropsLast,
            shuffledUsing: &random)
    }
}

private func requireLabels(_ texts: NumberedTexts, _ labels: [Int], _ longest: Int) {
    require(longest > 0, "a loader of texts of at most \(longest) tokens", "a text needs at least one")
    require(
        texts.count == labels.count,
        "a loader of \(counted(texts.count, "text")) and \(counted(labels.count, "label"))",
        "every text needs a label")
}
