// # DataLoader: a collection in mini-batches
//
//     for (x, y) in DataLoader(dataset, batchSize: 256, shuffledUsing: &random) { … }
//
// Each time it is gone through is an epoch: every item once, in a new order if it shuffles.

import Tensors

/// Cuts a collection into batches. The last one holds what is left over, unless it is dropped.
public final class DataLoader<Batch>: Sequence {
    public let itemCount: Int
    public let batchSize: Int
    public let dropsLast: Bool
    private let makeBatch: ([Int]) -> Batch
    private var random: SplitMix64?

    private init(_ itemCount: Int, _ batchSize: Int, _ dropsLast: Bool, _ seed: UInt64?, _ makeBatch: @escaping ([Int]) -> Batch) {
        require(batchSize > 0, "a DataLoader with batchSize \(batchSize)", "a batch holds at least one item")
        (self.itemCount, self.batchSize, self.dropsLast, self.makeBatch) = (itemCount, batchSize, dropsLast, makeBatch)
        random = seed.map(SplitMix64.init)
    }

    /// Batches per epoch.
    public var count: Int { dropsLast ? itemCount / batchSize : (itemCount + batchSize - 1) / batchSize }
    public var underestimatedCount: Int { count }

    /// One epoch.
    public func makeIterator() -> AnyIterator<Batch> {
        let order = random?.permutation(itemCount) ?? Array(0..<itemCount)
        var next = 0
        return AnyIterator { [self] in
            guard next < count else { return nil }
            defer { next += 1 }
            let start = next * batchSize
            return makeBatch(Array(order[start..<Swift.min(start + batchSize, itemCount)]))
        }
    }

    /// The first batch of an epoch.
    public var first: Batch? { makeIterator().next() }
}

// MARK: Over a collection of single items

extension DataLoader {
    /// Batches of the items in their order.
    public convenience init<Items: RandomAccessCollection>(_ items: Items, batchSize: Int, dropsLast: Bool = false)
    where Items.Index == Int, Items.Element: Collatable, Items.Element.Batch == Batch {
        self.init(items.count, batchSize, dropsLast, nil, single(items))
    }

    /// Batches of the items in a new random order every epoch.
    public convenience init<Items: RandomAccessCollection>(
        _ items: Items, batchSize: Int, dropsLast: Bool = false, shuffledUsing random: inout some RandomNumberGenerator
    ) where Items.Index == Int, Items.Element: Collatable, Items.Element.Batch == Batch {
        self.init(items.count, batchSize, dropsLast, random.next(), single(items))
    }
}

private func single<Items: RandomAccessCollection>(_ items: Items) -> ([Int]) -> Items.Element.Batch
where Items.Index == Int, Items.Element: Collatable {
    { places in Items.Element.collate(places.map { items[items.startIndex + $0] }) }
}

// MARK: Over a collection of pairs

extension DataLoader {
    // (Disfavoured: a `TensorDataset` is such a collection too, and has a faster way below.)
    /// Batches of (inputs, targets) in the collection's order.
    @_disfavoredOverload
    public convenience init<Items: RandomAccessCollection, X: Collatable, Y: Collatable>(
        _ items: Items, batchSize: Int, dropsLast: Bool = false
    ) where Items.Index == Int, Items.Element == (X, Y), Batch == (X.Batch, Y.Batch) {
        self.init(items.count, batchSize, dropsLast, nil, paired(items))
    }

    /// Batches of (inputs, targets) in a new random order every epoch.
    @_disfavoredOverload
    public convenience init<Items: RandomAccessCollection, X: Collatable, Y: Collatable>(
        _ items: Items, batchSize: Int, dropsLast: Bool = false, shuffledUsing random: inout some RandomNumberGenerator
    ) where Items.Index == Int, Items.Element == (X, Y), Batch == (X.Batch, Y.Batch) {
        self.init(items.count, batchSize, dropsLast, random.next(), paired(items))
    }
}

private func paired<Items: RandomAccessCollection, X: Collatable, Y: Collatable>(
    _ items: Items
) -> ([Int]) -> (X.Batch, Y.Batch) where Items.Index == Int, Items.Element == (X, Y) {
    { places in
        let pairs = places.map { items[items.startIndex + $0] }
        return (X.collate(pairs.map(\.0)), Y.collate(pairs.map(\.1)))
    }
}

// MARK: Over whole tensors

extension DataLoader {
    /// The same for tensors: a batch is picked in one go instead of item by item.
    public convenience init<X: Rows, Y: Rows>(_ dataset: TensorDataset<X, Y>, batchSize: Int, dropsLast: Bool = false)
    where Batch == (X, Y) {
        self.init(dataset.count, batchSize, dropsLast, nil) { (dataset.inputs.rows($0), dataset.targets.rows($0)) }
    }

    public convenience init<X: Rows, Y: Rows>(
        _ dataset: TensorDataset<X, Y>, batchSize: Int, dropsLast: Bool = false,
        shuffledUsing random: inout some RandomNumberGenerator
    ) where Batch == (X, Y) {
        self.init(dataset.count, batchSize, dropsLast, random.next()) {
            (dataset.inputs.rows($0), dataset.targets.rows($0))
        }
    }
}

/// Where a model learns, and where it is judged.
public struct DataLoaders<Batch> {
    public let train: DataLoader<Batch>
    public let valid: DataLoader<Batch>

    public init(_ train: DataLoader<Batch>, _ valid: DataLoader<Batch>) {
        (self.train, self.valid) = (train, valid)
    }
}
