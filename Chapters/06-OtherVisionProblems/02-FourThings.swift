// # Dataset, DataLoader, Datasets, DataLoaders
//
// Section 6.2 · After this page you can keep four things apart whose names sound alike, and know which of them to look
// at first.

import Figures
import Notebook
import Tensors

// From a table to batches on which a net can learn, the book's library goes by four things. Two of them come from
// PyTorch, the other two put pairs of them together:
//
// - A *Dataset* is a collection. Ask it for item number 7, and it gives a pair of one input and one target.
// - A *DataLoader* makes batches: one after the other, each a pair of a batch of inputs and a batch of targets.
// - *Datasets* holds two of the first kind: one to learn from, one for validation.
// - *DataLoaders* holds two of the second kind, for the same purposes.
//
// All of that is a few lines. Nothing is computed before it is asked for: a Dataset keeps the items, which may be rows
// of a table, and two functions that say what the input of an item is, and what its target. `PairDataset` is
// such a thing, and `PairDatasets` holds two.

/// Items that become pairs of input and target when they are asked for. (PyTorch's `Dataset`.)
public struct PairDataset<Item, Input, Target>: RandomAccessCollection {
    public let items: [Item]
    let getX: (Item) -> Input
    let getY: (Item) -> Target

    public init(_ items: [Item], getX: @escaping (Item) -> Input, getY: @escaping (Item) -> Target) {
        (self.items, self.getX, self.getY) = (items, getX, getY)
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { items.count }
    public subscript(place: Int) -> (Input, Target) { (getX(items[place]), getY(items[place])) }
}

/// One to learn from, and one for validation. (The book's `Datasets`.)
public struct PairDatasets<Item, Input, Target> {
    public let train, valid: PairDataset<Item, Input, Target>
}

// And a loader, in its plainest form: `miniBatches` takes so many pairs at a time and sorts them into two lists. (A
// real one also draws a new order for every epoch, and makes one tensor of each list.)

/// The pairs of a dataset, `size` at a time, as two lists. (A plain `DataLoader`.)
public func miniBatches<Item, Input, Target>(
    of set: PairDataset<Item, Input, Target>, size: Int
) -> [([Input], [Target])] {
    stride(from: 0, to: set.count, by: size).map { first in
        let pairs = (first..<Swift.min(first + size, set.count)).map { set[$0] }
        return (pairs.map { $0.0 }, pairs.map { $0.1 })
    }
}

extension OtherVisionProblems {
    func pairsOfNumbers() {
        // Ten items that are numbers. The input is the number squared, the target whether it is even:
        let set = PairDataset(Array(0..<10), getX: { $0 * $0 }, getY: { $0 % 2 == 0 })
        show("\(set[3])", "item 3")
        show(set.count, "items")
        let batches = miniBatches(of: set, size: 4)
        show(batches.count, "batches of 4", ask: "Ten items, four in a batch. How many batches does a loader give?")
        show("\(batches[0])", "the first batch")
        show("\(batches[2])", "the last batch")
    }

    func whichOneFirst() throws {
        // When something is wrong in a plan for data, the message comes from wherever it is noticed, and that may be
        // deep in a loader, on another thread, in the middle of an epoch. So build the datasets first, and look at
        // single items. Once they are right, a loader adds only one thing: it puts items together (*collates* them) to
        // a batch. That can go wrong, too, where items differ in size. These are the labels of four photos of this run,
        // as lists:
        let set = PairDataset(try photos, getX: photoOf, getY: labelsOf)
        let (_, labels) = miniBatches(of: set, size: 4)[0]
        show("\(labels)", "the targets of four photos")
        show(
            labels.map(\.count).description, "their lengths",
            predict: .yesNo(
                "A tensor has rows of equal length. Can lists of labels of different photos be its rows, in general?",
                Set(try photos.map { labelsOf($0).count }).count == 1))

        // So labels need another form, in which every photo has equally many numbers. A later page has one.
    }
}
