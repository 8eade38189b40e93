// The end of the way from a list to a loader: what is done with batches, and the two loaders.

import Tensors

/// Batches on their way into a loader.
public struct BatchLoading<Item, Batch> {
    let loading: ItemLoading<Item>
    let collate: @Sendable (_ items: [Item], _ isTraining: Bool, _ random: inout SplitMix64) throws -> Batch

    init(
        loading: ItemLoading<Item>, collate: @escaping @Sendable ([Item], Bool, inout SplitMix64) throws -> Batch
    ) { (self.loading, self.collate) = (loading, collate) }

    /// Transforms each batch, once its tensors are there. (The book's `after_batch`; in a data block, `batch_tfms`.)
    public func afterBatch<Next: Transform>(_ next: Next) -> BatchLoading<Item, Next.Output> where Next.Input == Batch {
        BatchLoading<Item, Next.Output>(loading: loading) { [collate] in
            try applied(next, try collate($0, $1, &$2), isTraining: $1, using: &$2)
        }
    }

    /// The same for steps that are written here.
    public func afterBatch<New>(@PipelineBuilder _ steps: () -> Pipeline<Batch, New>) -> BatchLoading<Item, New> {
        afterBatch(steps())
    }

    /// What a net learns from, in a new order every epoch, and what it is judged by, in its order. (The book's
    /// `dataloaders`.)
    ///
    /// Items are made on all cores, ahead of the net. One that cannot be made ends the epoch; the loader keeps the
    /// error.
    /// - Parameters:
    ///   - dropsLast: whether training leaves out items that do not fill a batch.
    ///   - random: gives the training set its orders, and its items what is left to chance.
    /// - Throws: what is wrong with an item whose length has to be known.
    public func loaders(
        batchSize: Int = 64, dropsLast: Bool = true, using random: inout some RandomNumberGenerator
    ) throws -> DataLoaders<Batch> {
        let train = try source(loading.train)
        return DataLoaders(
            DataLoader(
                train, batchSize: dropsLast ? min(batchSize, max(train.count, 1)) : batchSize, dropsLast: dropsLast,
                shuffledUsing: &random),
            DataLoader(try source(loading.valid), batchSize: batchSize))
    }

    private func source(_ part: ItemMaker<Item>) throws -> HookedItems<Item, Batch> {
        let lengths = try loading.length.map { length in
            try (0..<part.count).map { place in
                var random = SplitMix64(seed: 0)
                return length(try part.make(place, false, &random))
            }
        }
        return HookedItems(maker: part, lengths: lengths, collate: collate)
    }
}

/// The items of a list with all that is done to them on their way.
private struct HookedItems<Item, Batch>: ItemSource {
    let maker: ItemMaker<Item>
    /// Given if batches are sorted by them.
    let lengths: [Int]?
    let collate: @Sendable ([Item], Bool, inout SplitMix64) throws -> Batch

    var count: Int { maker.count }
    var arrangesBatches: Bool { lengths != nil }

    func begin(_ count: Int) {}

    func make(_ place: Int, seed: UInt64?, slot: Int, of batch: ()) throws -> Item {
        var random = itemStream(seed, place)
        return try maker.make(place, seed != nil, &random)
    }

    func finish(_ batch: (), _ items: [Item], number: Int, seed: UInt64?) throws -> Batch {
        var random = itemStream(seed, count + number)
        return try collate(items, seed != nil, &random)
    }

    func epoch(_ places: [[Int]], seed: UInt64?) -> () throws -> Batch? {
        let places = lengths.map { batchesByLength(places, lengths: $0, seed: seed) } ?? places
        let epoch = ItemEpoch(self, places, seed: seed)
        return { try epoch.next() }
    }
}
