// # From a list to a loader, and three places to step in
//
//     let data = try sets.list.loading
//         .afterItem { … }                 // each item, as it is fetched
//         .sorted { $0.0.count }           // batches of about equal length
//         .beforeBatch(padInput)           // the items of a batch, before they become tensors
//         .batched()
//         .afterBatch { … }                // the tensors of a batch
//         .loaders(batchSize: 64, using: &random)
//
// What the book passes as three arguments is a chain here, because each hook may change the type: the next one then
// has to fit, and the compiler looks.

import Tensors

/// How many items there are, and how to make one.
struct ItemMaker<Item>: Sendable {
    let count: Int
    let make: @Sendable (_ place: Int, _ isTraining: Bool, _ random: inout SplitMix64) throws -> Item

    func then<Next: Transform>(_ next: Next) -> ItemMaker<Next.Output> where Next.Input == Item {
        let make = make
        return ItemMaker<Next.Output>(count: count) { place, isTraining, random in
            let item = try make(place, isTraining, &random)
            return try applied(next, item, isTraining: isTraining, using: &random)
        }
    }
}

extension ItemMaker {
    init<Raw: Sendable>(_ part: TransformedItems<Raw, Item>) {
        let (items, pipeline) = (part.items, part.pipeline)
        self.init(count: items.count) { place, isTraining, random in
            try pipeline(items[place], isTraining: isTraining, using: &random)
        }
    }
}

/// The items of a list on their way into a loader.
public struct ItemLoading<Item> {
    /// The training items, and the validation items.
    let train: ItemMaker<Item>, valid: ItemMaker<Item>
    var length: (@Sendable (Item) -> Int)?

    /// Transforms each item as it is fetched. (The book's `after_item`; in a data block, `item_tfms`.)
    public func afterItem<Next: Transform>(_ next: Next) -> ItemLoading<Next.Output> where Next.Input == Item {
        require(length == nil, "afterItem after sorted", "the lengths are those of other items", try: "afterItem first")
        return ItemLoading<Next.Output>(train: train.then(next), valid: valid.then(next))
    }

    /// The same for steps that are written here.
    public func afterItem<New>(@PipelineBuilder _ steps: () -> Pipeline<Item, New>) -> ItemLoading<New> {
        afterItem(steps())
    }

    /// Brings items of about equal length together; see ``batchesByLength(_:lengths:seed:)``. (The book's `SortedDL`.)
    public func sorted(by length: @escaping @Sendable (Item) -> Int) -> ItemLoading {
        var copy = self
        copy.length = length
        return copy
    }

    /// Changes the items of a batch, all of them together, before they become tensors: the place to fill up short ones.
    /// (The book's `before_batch`.)
    public func beforeBatch<New>(
        _ change: @escaping @Sendable ([Item]) throws -> [New]
    ) -> GatheredLoading<Item, New> { GatheredLoading(loading: self, gather: change) }

    /// Makes a batch of the items in a way of your own.
    public func batched<Batch>(
        _ collate: @escaping @Sendable ([Item]) throws -> Batch
    ) -> BatchLoading<Item, Batch> {
        BatchLoading(loading: self) { items, _, _ in try collate(items) }
    }
}

extension ItemLoading where Item: Collatable & SendableMetatype {
    /// Puts the items of a batch together.
    public func batched() -> BatchLoading<Item, Item.Batch> { batched { Item.collate($0) } }
}

extension ItemLoading {
    /// The same for tuples, part by part.
    public func batched<each Part: Collatable & SendableMetatype>() -> BatchLoading<Item, (repeat (each Part).Batch)>
    where Item == (repeat each Part) { batched { collated($0) } }
}

/// Items of a batch that have been changed together.
public struct GatheredLoading<Item, Gathered> {
    let loading: ItemLoading<Item>
    let gather: @Sendable ([Item]) throws -> [Gathered]

    /// See ``ItemLoading/batched(_:)``.
    public func batched<Batch>(
        _ collate: @escaping @Sendable ([Gathered]) throws -> Batch
    ) -> BatchLoading<Item, Batch> { loading.batched { [gather] in try collate(try gather($0)) } }

    /// Puts the items of a batch together, part by part.
    public func batched<each Part: Collatable & SendableMetatype>() -> BatchLoading<Item, (repeat (each Part).Batch)>
    where Gathered == (repeat each Part) { batched { collated($0) } }
}

extension GatheredLoading where Gathered: Collatable & SendableMetatype {
    /// Puts the items of a batch together.
    public func batched() -> BatchLoading<Item, Gathered.Batch> { batched { Gathered.collate($0) } }
}

/// Tuples, each part collated with its like.
private func collated<each Part: Collatable>(_ items: [(repeat each Part)]) -> (repeat (each Part).Batch) {
    let rows = rows(of: items)
    var place = 0
    func column<Value: Collatable>(_ type: Value.Type) -> Value.Batch {
        defer { place += 1 }
        return Value.collate(rows.map { $0[place] as! Value })
    }
    return (repeat column((each Part).self))
}

/// The parts of tuples. (A closure that is given a tuple of unknown length crashes Swift 6.3's compiler.)
private func rows<Tuple>(of items: [Tuple]) -> [[Any]] {
    items.map { item in
        let mirror = Mirror(reflecting: item)
        return mirror.displayStyle == .tuple ? mirror.children.map(\.value) : [item]
    }
}

extension TransformedList where Item: Sendable {
    /// The way into loaders.
    public var loading: ItemLoading<Output> {
        ItemLoading(train: ItemMaker(train), valid: ItemMaker(valid))
    }
}

extension TransformedTuples where Item: Sendable {
    /// The way into loaders.
    public var loading: ItemLoading<(repeat each Part)> { list.loading }
}
