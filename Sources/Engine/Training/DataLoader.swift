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
    /// Why the last epoch ended before its last batch, if it did; see ``EpochSource``. `Learner.fit` throws it.
    public private(set) var problem: (any Error)?
    private let epoch: (_ places: [[Int]], _ random: inout SplitMix64?) -> () throws -> Batch?
    /// Whether an item may turn out to be unreadable.
    private let mayEndEarly: Bool
    /// Whether even the first batch depends on all items.
    private var needsAllPlaces = false
    private var random: SplitMix64?

    /// - Parameters:
    ///   - seed: for the orders of all epochs; nil keeps the collection's own.
    ///   - batch: makes a batch of the items at these places, 0 ..< itemCount.
    private convenience init(
        _ itemCount: Int, _ batchSize: Int, _ dropsLast: Bool, seed: UInt64?, batch: @escaping ([Int]) -> Batch
    ) {
        self.init(itemCount, batchSize, dropsLast, seed, mayEndEarly: false) { places, _ in
            var places = places.makeIterator()
            return { places.next().map(batch) }
        }
    }

    /// - Parameters:
    ///   - seed: for the orders of all epochs; nil keeps the collection's own.
    ///   - epoch: gives the batches of the items at these places, one after the other.
    private init(
        _ itemCount: Int, _ batchSize: Int, _ dropsLast: Bool, _ seed: UInt64?, mayEndEarly: Bool,
        epoch: @escaping (_ places: [[Int]], _ random: inout SplitMix64?) -> () throws -> Batch?
    ) {
        require(batchSize > 0, "a DataLoader with batchSize \(batchSize)", "a batch must hold at least one item")
        require(
            !dropsLast || itemCount == 0 || itemCount >= batchSize,
            "a DataLoader of \(itemCount) items with batchSize \(batchSize)",
            "it would never have a batch: dropsLast leaves out what does not fill one",
            try: "batchSize \(itemCount) or less, or dropsLast: false")
        (self.itemCount, self.batchSize, self.dropsLast, self.epoch) = (itemCount, batchSize, dropsLast, epoch)
        random = seed.map(SplitMix64.init)
        self.mayEndEarly = mayEndEarly
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
    public var count: Int { dropsLast || itemCount == 0 ? itemCount / batchSize : (itemCount - 1) / batchSize + 1 }
    public var underestimatedCount: Int { mayEndEarly ? 0 : count }

    /// One epoch. Everything that iterates over the loader starts an epoch (`for`, `map`, `prefix`, `zip`, …). If you
    /// stop early, the epoch is over: the next one has another order.
    public func makeIterator() -> AnyIterator<Batch> { batches(&random) }

    /// The order of the items in an epoch: shuffled if there is a generator, which moves on.
    private func order(_ random: inout SplitMix64?) -> [Int] {
        random?.permutation(itemCount) ?? Array(0..<itemCount)
    }

    /// The batches of an epoch, or the first ones of it.
    private func batches(_ random: inout SplitMix64?, atMost most: Int = .max) -> AnyIterator<Batch> {
        let order = order(&random)
        let places = (0..<Swift.min(count, needsAllPlaces ? .max : most)).map {
            Array(order[$0 * batchSize..<Swift.min(($0 + 1) * batchSize, itemCount)])
        }
        problem = nil
        let next = epoch(places, &random)
        return AnyIterator { [self] in
            do { return try next() } catch {
                problem = error
                return nil
            }
        }
    }
}

// MARK: Looking without starting an epoch

extension DataLoader {
    /// The first batch of the next epoch; nil if there is none. That epoch will begin with the same batch,
    /// however often you look.
    public var first: Batch? { upcoming(1).next() }

    /// The first batch of the next epoch for which the condition holds. It starts no epoch.
    public func first(where isWanted: (Batch) throws -> Bool) rethrows -> Batch? {
        for batch in upcoming() where try isWanted(batch) { return batch }
        return nil
    }

    /// True if the condition holds for some batch of the next epoch. It starts no epoch.
    public func contains(where isWanted: (Batch) throws -> Bool) rethrows -> Bool {
        try first(where: isWanted) != nil
    }

    /// True if an epoch has no batches.
    public var isEmpty: Bool { count == 0 }

    private func upcoming(_ most: Int = .max) -> AnyIterator<Batch> {
        var random = random
        return batches(&random, atMost: most)
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

// MARK: Over something that makes all batches of an epoch

/// A collection that makes the batches of a whole epoch: one that prepares the next batch while the last one is worked
/// with, or that draws something anew for every epoch.
public protocol EpochSource<Batch> {
    associatedtype Batch
    /// Items in the collection.
    var count: Int { get }
    /// Whether it puts other items together than it was asked to, as sorting does. Then it is asked for a whole epoch
    /// even when only the first batch is wanted.
    var arrangesBatches: Bool { get }
    /// Begins an epoch.
    /// - Parameters:
    ///   - places: of the items of each batch, counted from 0.
    ///   - seed: for all that chance decides in this epoch besides the order; nil for a loader that does not shuffle.
    /// - Returns: gives the next batch with every call, nil after the last. It throws when an item cannot be read: then
    ///   the epoch is over.
    func epoch(_ places: [[Int]], seed: UInt64?) -> () throws -> Batch?
}

extension EpochSource {
    public var arrangesBatches: Bool { false }
}

extension DataLoader {
    /// Batches of the items in their order.
    public convenience init(_ source: some EpochSource<Batch>, batchSize: Int, dropsLast: Bool = false) {
        self.init(source.count, batchSize, dropsLast, nil, mayEndEarly: true) { places, _ in
            source.epoch(places, seed: nil)
        }
        needsAllPlaces = source.arrangesBatches
    }

    /// Batches of the items in a new random order every epoch.
    ///
    /// - Parameter random: gives the loader the seed of all its epochs.
    public convenience init(
        _ source: some EpochSource<Batch>, batchSize: Int, dropsLast: Bool = false,
        shuffledUsing random: inout some RandomNumberGenerator
    ) {
        self.init(source.count, batchSize, dropsLast, random.next(), mayEndEarly: true) { places, random in
            source.epoch(places, seed: random!.next())
        }
        needsAllPlaces = source.arrangesBatches
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
