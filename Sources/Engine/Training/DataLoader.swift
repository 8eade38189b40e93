// # DataLoader: a collection in mini-batches
//
//     for (x, y) in DataLoader(dataset, batchSize: 256, shuffledUsing: &random) { … }
//
// Going through it once is an epoch: every item once, in a new order if it shuffles. `first` shows a batch without
// starting an epoch.

import Tensors

/// Cuts a collection into batches. The last one holds what is left over, unless it is dropped.
public final class DataLoader<Batch>: Sequence {
    /// Items in the collection.
    public let itemCount: Int
    /// Items in every batch but perhaps the last.
    public let batchSize: Int
    /// True if items that do not fill a batch are left out. Then there must be enough for one.
    public let dropsLast: Bool
    private let batch: (_ places: [Int]) -> Batch
    private var random: SplitMix64?

    /// - Parameters:
    ///   - seed: for the orders of all epochs; nil keeps the collection's own.
    ///   - batch: makes a batch of the items at these places, 0 ..< itemCount.
    private init(
        _ itemCount: Int, _ batchSize: Int, _ dropsLast: Bool, seed: UInt64?, batch: @escaping ([Int]) -> Batch
    ) {
        require(batchSize > 0, "a DataLoader with batchSize \(batchSize)", "a batch must hold at least one item")
        require(
            !dropsLast || itemCount == 0 || itemCount >= batchSize,
            "a DataLoader of \(itemCount) items with batchSize \(batchSize)",
            "it would never have a batch: dropsLast leaves out what does not fill one",
            try: "batchSize \(itemCount) or less, or dropsLast: false")
        (self.itemCount, self.batchSize, self.dropsLast, self.batch) = (itemCount, batchSize, dropsLast, batch)
        random = seed.map(SplitMix64.init)
    }

    /// The state of the generator that shuffles; nil for a loader that does not shuffle. Set it to what it was
    /// before an epoch, and that epoch's order comes again.
    public var randomState: UInt64? {
        get { random?.state }
        set {
            require(
                (newValue == nil) == (random == nil), "randomState of a DataLoader",
                random == nil ? "it does not shuffle, so it has no state" : "it shuffles, so its state cannot be nil")
            random = newValue.map(SplitMix64.init)
        }
    }

    /// Batches per epoch.
    public var count: Int { dropsLast ? itemCount / batchSize : (itemCount + batchSize - 1) / batchSize }
    public var underestimatedCount: Int { count }

    /// One epoch. Everything that iterates over the loader starts an epoch (`for`, `map`, `prefix`, `zip`, …). If you
    /// stop early, the epoch is over: the next one has another order.
    public func makeIterator() -> AnyIterator<Batch> { batches(order(&random)) }

    /// The order of the items in an epoch: shuffled if there is a generator, which moves on.
    private func order(_ random: inout SplitMix64?) -> [Int] {
        random?.permutation(itemCount) ?? Array(0..<itemCount)
    }

    private func batches(_ order: [Int]) -> AnyIterator<Batch> {
        var starts = stride(from: 0, to: count * batchSize, by: batchSize).makeIterator()
        return AnyIterator { [self] in
            starts.next().map { batch(Array(order[$0..<Swift.min($0 + batchSize, itemCount)])) }
        }
    }

}

// MARK: Looking without starting an epoch

extension DataLoader {
    /// The first batch of the next epoch; nil if there is none. That epoch will begin with the same batch,
    /// however often you look.
    public var first: Batch? { upcoming.next() }

    /// The first batch of the next epoch for which the condition holds. It starts no epoch.
    public func first(where isWanted: (Batch) throws -> Bool) rethrows -> Batch? {
        for batch in upcoming where try isWanted(batch) { return batch }
        return nil
    }

    /// True if the condition holds for some batch of the next epoch. It starts no epoch.
    public func contains(where isWanted: (Batch) throws -> Bool) rethrows -> Bool {
        try first(where: isWanted) != nil
    }

    /// True if an epoch has no batches.
    public var isEmpty: Bool { count == 0 }

    private var upcoming: AnyIterator<Batch> {
        var random = random
        return batches(order(&random))
    }
}

// MARK: Over a collection of single items

extension DataLoader {
    /// Batches of the items in their order.
    public convenience init<Items: RandomAccessCollection>(_ items: Items, batchSize: Int, dropsLast: Bool = false)
    where Items.Element: Collatable, Items.Element.Batch == Batch {
        self.init(items.count, batchSize, dropsLast, seed: nil, batch: single(items))
    }

    /// Batches of the items in a new random order every epoch.
    ///
    /// - Parameter random: gives the loader the seed of all its orders.
    public convenience init<Items: RandomAccessCollection>(
        _ items: Items, batchSize: Int, dropsLast: Bool = false, shuffledUsing random: inout some RandomNumberGenerator
    ) where Items.Element: Collatable, Items.Element.Batch == Batch {
        self.init(items.count, batchSize, dropsLast, seed: random.next(), batch: single(items))
    }
}

// MARK: Over a collection of pairs

extension DataLoader {
    /// Batches of (inputs, targets) in the collection's order.
    public convenience init<Items: RandomAccessCollection, X: Collatable, Y: Collatable>(
        _ items: Items, batchSize: Int, dropsLast: Bool = false
    ) where Items.Element == (X, Y), Batch == (X.Batch, Y.Batch) {
        self.init(items.count, batchSize, dropsLast, seed: nil, batch: paired(items))
    }

    /// Batches of (inputs, targets) in a new random order every epoch.
    ///
    /// - Parameter random: gives the loader the seed of all its orders.
    public convenience init<Items: RandomAccessCollection, X: Collatable, Y: Collatable>(
        _ items: Items, batchSize: Int, dropsLast: Bool = false, shuffledUsing random: inout some RandomNumberGenerator
    ) where Items.Element == (X, Y), Batch == (X.Batch, Y.Batch) {
        self.init(items.count, batchSize, dropsLast, seed: random.next(), batch: paired(items))
    }
}

// MARK: From places to a batch

/// A collection with a way to a whole batch that is faster than item by item.
public protocol BatchSource<Batch> {
    associatedtype Batch
    /// The items at these places, counted from 0, as a batch.
    func batch(_ places: [Int]) -> Batch
}

private func single<Items: RandomAccessCollection>(_ items: Items) -> ([Int]) -> Items.Element.Batch
where Items.Element: Collatable {
    if let source = items as? any BatchSource<Items.Element.Batch> { return source.batch }
    return { places in Items.Element.collate(places.map(items.at)) }
}

private func paired<Items: RandomAccessCollection, X: Collatable, Y: Collatable>(
    _ items: Items
) -> ([Int]) -> (X.Batch, Y.Batch) where Items.Element == (X, Y) {
    if let source = items as? any BatchSource<(X.Batch, Y.Batch)> { return source.batch }
    return { places in
        let pairs = places.map(items.at)
        return (X.collate(pairs.map(\.0)), Y.collate(pairs.map(\.1)))
    }
}

extension RandomAccessCollection {
    /// The item at a place counted from 0, wherever the collection's own indices start.
    fileprivate func at(_ place: Int) -> Element { self[index(startIndex, offsetBy: place)] }
}

/// The batches that a model learns from, and those that it is judged by.
public struct DataLoaders<Batch> {
    public let train: DataLoader<Batch>
    public let valid: DataLoader<Batch>

    public init(_ train: DataLoader<Batch>, _ valid: DataLoader<Batch>) {
        (self.train, self.valid) = (train, valid)
    }
}
