// # Padding and sorting
//
// Section 11.6 · After this page you can fill texts up before they become a batch, and bring those of about one length
// together.

import Figures
import Foundation
import Notebook
import Tensors
import Text
import Training

// Texts have different lengths, and a tensor has one shape. So they must be filled up (section 10.2), *before* the
// batch is put together, and it cannot be done to one text by itself: how long is the longest of this batch? That is
// the work of `beforeBatch`. By hand:

/// All texts of a batch as long as the longest, filled up with the number of `xxpad`; labels stay. (The book's
/// `pad_input`.)
public func paddedByHand(_ items: [([Int], Int)]) -> [([Int], Int)] {
    let longest = items.map(\.0.count).max() ?? 0
    return items.map { ids, label in (ids + Array(repeating: 1, count: longest - ids.count), label) }
}

extension DataPipelines {
    func filledUpByHand() throws {
        let items = [([2, 8, 30], 1), ([2, 11], 0), ([2, 8, 45, 9, 12], 1)]
        for (ids, label) in paddedByHand(items) { show("\(ids), \(label)", "filled up") }
        show(
            padInput(items).map(\.0.scalars) == paddedByHand(items).map(\.0), "the engine's padInput does the same")
        var random = run.random
        let list = try TransformedList(items, splits: ([], [0, 1, 2])) {
            FunctionTransform { (item: ([Int], Int)) in item }
        }
        let loaders = try list.loading.beforeBatch(padInput).batched().loaders(batchSize: 3, using: &random)
        if let (ids, labels) = loaders.valid.first {
            show(ids, "the batch; 1 is xxpad")
            show(labels.shape, "shape of the labels")
        }
        show(
            "after batch", "the hook where it would be too late",
            predict: .choice(
                "At which hook is it too late to fill texts up?", ["after item", "before batch", "after batch"],
                answer: "after batch"))
    }
}

// Much padding is work for nothing. So texts of about the same length come together. In validation, simply the
// longest come first. In training, chance must keep a say. The book's library does it like this: shuffle; sort 50
// batches at a time; cut them into batches; shuffle these. The batch with the longest text of all comes first, so
// that it is known at once whether memory suffices. By hand, for places that have been shuffled already:

/// Batches of texts of about one length, in a random order. (What the book's `SortedDL` does in training.)
public func sortedByHand(_ shuffled: [Int], lengths: [Int], size: Int, seed: UInt64) -> [[Int]] {
    var places = shuffled
    func comesFirst(_ a: Int, _ b: Int) -> Bool { lengths[a] > lengths[b] || (lengths[a] == lengths[b] && a < b) }
    guard let longest = places.indices.min(by: { comesFirst(places[$0], places[$1]) }) else { return [] }
    places.swapAt(0, longest)
    let sorted = pieces(of: places, 50 * size).flatMap { $0.sorted(by: comesFirst) }
    let batches = pieces(of: sorted, size)
    guard batches.count > 2 else { return batches }
    var random = SplitMix64(seed: seed)
    let middle = Array(batches[1..<batches.count - 1])
    return [batches[0]] + random.permutation(middle.count).map { middle[$0] } + [batches.last!]
}

extension DataPipelines {
    func sortedBatches() throws {
        let train = try reviewTuples.train
        let lengths = try (0..<min(train.count, run.size(quick: 60, usual: 600))).map { try train[$0].0.count }
        var random = run.random
        let shuffled = random.permutation(lengths.count)
        let size = run.size(quick: 4, usual: 16)
        let batches = sortedByHand(shuffled, lengths: lengths, size: size, seed: 5)
        let engine = batchesByLength(pieces(of: shuffled, size), lengths: lengths, seed: 5)
        show(batches == engine, "the engine's batchesByLength does the same")
        show(
            batches[0].contains(sortedByLength(lengths)[0]), "the longest text of all is in the first batch",
            ask: "Is the longest text of all in the first batch?")
        let chance = paddingShare(of: shuffled.map { lengths[$0] }, batchSize: size)
        let sorted = paddingShare(of: batches.joined().map { lengths[$0] }, batchSize: size)
        record("batches/share-of-padding-shuffled", chance)
        record("batches/share-of-padding-sorted", sorted)
        show(
            Chart("Sorted, batches have little padding", x: "batch", y: "tokens: longest (line), shortest (point)") {
                for (name, batches, colour) in [
                    ("shuffled", pieces(of: shuffled, size), Colour.blue), ("sorted", batches, Colour.vermilion),
                ] {
                    let numbers = Array(1...batches.count)
                    Line(numbers, batches.map { $0.map { lengths[$0] }.max()! }, name, colour: colour)
                    Points(numbers, batches.map { $0.map { lengths[$0] }.min()! }, colour: colour)
                }
            }, "Lengths in the batches of an epoch, on \(reviews.name)")
        // In the sorted batches the two are close together, and still no order of length is left over the epoch.
    }
}

// MARK: Helpers

/// A list cut into pieces of a size; the last may be smaller.
func pieces(of list: [Int], _ size: Int) -> [[Int]] {
    stride(from: 0, to: list.count, by: size).map { Array(list[$0..<min($0 + size, list.count)]) }
}
