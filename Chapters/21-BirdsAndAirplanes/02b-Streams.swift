// # Data that cannot be counted
//
// Section 21.2 · After this page you can say what to do with data that come one after the other, and join two such
// streams.

import Datasets
import Figures
import Notebook
import Tensors

// Not all data have numbers. What a camera sends comes when it comes, and what is drawn at random is a new thing every
// time. PyTorch has `IterableDataset` for that: no `__len__`, no `__getitem__`, only `__iter__`, which gives one item
// after the other. In Swift the name for it is `Sequence`, and it has been there all the time. Nothing has to be
// declared; a loop is all that one can do with it.
//
// Here is one that never ends: little crosses on a dark ground, drawn when they are asked for. The label says whether
// the cross stands upright, like a plus, or lies on its side, like an ×.

/// Crosses at random places, one after the other without an end: a picture [size, size], and 0 for + or 1 for ×.
public struct RandomCrosses: Sequence, IteratorProtocol {
    public let size: Int
    private var random: SplitMix64

    public init(size: Int = 12, seed: UInt64) { (self.size, random) = (size, SplitMix64(seed: seed)) }

    public mutating func next() -> (ByteTensor, Int)? {
        let label = Int(random.next() % 2)
        let (row, column) = (randomPlace(), randomPlace())
        var picture = ByteTensor(repeating: 40, shape: [size, size])
        for step in -2...2 {
            picture[row + step, column + (label == 0 ? 0 : step)] = ByteTensor(230)
            picture[row + (label == 0 ? 0 : -step), column + step] = ByteTensor(230)
        }
        return (picture, label)
    }

    /// A row or a column with room for two pixels on both sides.
    private mutating func randomPlace() -> Int { 2 + Int(random.uniform() * Double(size - 4)) }
}

extension BirdsAndAirplanes {
    func crossesWithoutEnd() {
        // Take as many as you like. A sequence that starts anew with the same seed gives the same crosses:
        let crosses = RandomCrosses(seed: run.seed)
        let eight = Array(crosses.prefix(8))
        show(
            ImageGrid(
                eight.map { Raster($0.0) }, titles: eight.map { $0.1 == 0 ? "0, +" : "1, ×" }, columns: 8),
            "The first eight crosses of a stream that has no last one")
        let again = Array(crosses.prefix(8))
        show(
            zip(eight, again).allSatisfy { $0.0 == $1.0 && $0.1 == $1.1 }, "the same eight again",
            ask: "`crosses` is a value with a seed in it. Do two loops over it give the same crosses?")
    }
}

// PyTorch's `ChainDataset` joins such streams: first all of one, then all of the next. With `Sequence` it is a few
// lines. The next stream is begun only when the one before has ended:

/// One stream after the other. (PyTorch's `ChainDataset`.)
public struct ChainDataset<Items: Sequence>: Sequence, IteratorProtocol {
    private var waiting: ArraySlice<Items>
    private var current: Items.Iterator?

    public init(_ streams: Items...) { waiting = streams[...] }

    public mutating func next() -> Items.Element? {
        while true {
            if let item = current?.next() { return item }
            guard let following = waiting.popFirst() else { return nil }
            current = following.makeIterator()
        }
    }
}

extension BirdsAndAirplanes {
    func chainsOfStreams() {
        // Three of one stream and two of another, which begins where the first has ended:
        let chain = ChainDataset(
            RandomCrosses(seed: 1).prefix(3), RandomCrosses(seed: 2).prefix(2))
        let labels = chain.map { $0.1 }
        show(
            labels.count, "items in the chain",
            ask: "How many items has a chain of three crosses and two crosses?")
        show(
            labels == RandomCrosses(seed: 1).prefix(3).map { $0.1 } + RandomCrosses(seed: 2).prefix(2).map { $0.1 },
            "those of the first, then those of the second")

        // A chain never gets to what comes after an endless stream. And a stream cannot be shuffled as a whole, since
        // that takes all of its items (exercise 21.2 shuffles as far as one can). So when data can be counted, let them
        // be counted. From here on all of ours are.
    }
}
