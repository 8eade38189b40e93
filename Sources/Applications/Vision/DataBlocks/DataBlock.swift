// # Data blocks: the plan of a data set
//
//     let pets = DataBlock(
//         target: CategoryBlock(), splitter: .random(seed: 42), getY: label(matching: #/(.+)_\d+\.jpg$/#),
//         item: Resize(460), batch: augmentations(size: 224, minScale: 0.75))
//     let data = try pets.loaders(folder, using: &random)
//     show(try data.showBatch(count: 3))
//
// A data block is a blueprint: which items there are, which are for training and which for validation, where the photo
// of an item comes from, what its label is, and what is done with photos. Nothing is read before it is applied to a
// folder. A plan whose steps fit together may still be wrong: `summary` shows what it makes of one item, step by step.

import Foundation
import Tensors
import Training

/// How items become photos with labels. (The book's `DataBlock` with `ImageBlock` and a block for the targets.)
public struct DataBlock<Item, Target: TargetBlock> {
    public var target: Target
    /// The items of a folder. (The book's `get_items`.)
    public var items: (_ folder: URL) throws -> [Item]
    public var splitter: Splitter<Item>
    /// The photo of an item.
    public var getX: (Item) throws -> any PhotoSource
    /// What is to be predicted of an item.
    public var getY: (Item) throws -> Target.Value
    /// What is done with photos. (The book's `item_tfms` and `batch_tfms`.)
    public var pipeline: PhotoPipeline

    /// A plan for items of any kind.
    public init(
        target: Target, items: @escaping (_ folder: URL) throws -> [Item], splitter: Splitter<Item>,
        getX: @escaping (Item) throws -> any PhotoSource, getY: @escaping (Item) throws -> Target.Value,
        item: (any ItemTransform)? = nil, batch: [any BatchTransform] = [], padding: PaddingMode = .reflect,
        normalization: Normalization? = .imageNet
    ) {
        (self.target, self.items, self.splitter, self.getX, self.getY) = (target, items, splitter, getX, getY)
        pipeline = PhotoPipeline(item: item, batch: batch, padding: padding, normalization: normalization)
    }

    /// The same plan, but for what is given. (The book's `new`.)
    public func new(
        splitter: Splitter<Item>? = nil, item: (any ItemTransform)? = nil, batch: [any BatchTransform]? = nil,
        padding: PaddingMode? = nil, normalization: Normalization? = nil
    ) -> DataBlock {
        var copy = self
        copy.splitter = splitter ?? self.splitter
        copy.pipeline = PhotoPipeline(
            item: item ?? pipeline.item, batch: batch ?? pipeline.batch, padding: padding ?? pipeline.padding,
            normalization: normalization ?? pipeline.normalization)
        return copy
    }
}

extension DataBlock where Item == URL {
    /// A plan for the photos of a folder.
    public init(
        target: Target, items: @escaping (_ folder: URL) throws -> [URL] = { try photoFiles(in: $0) },
        splitter: Splitter<URL>, getY: @escaping (URL) throws -> Target.Value, item: (any ItemTransform)? = nil,
        batch: [any BatchTransform] = [], padding: PaddingMode = .reflect, normalization: Normalization? = .imageNet
    ) {
        self.init(
            target: target, items: items, splitter: splitter, getX: { $0 }, getY: getY, item: item, batch: batch,
            padding: padding, normalization: normalization)
    }
}

// MARK: The plan applied

extension DataBlock {
    /// The photos of a folder with their labels, divided into two sets. No photo is opened yet.
    /// - Throws: ``PhotoProblem``, which names the item that has no photo or no label, or ``SplitProblem``, which names
    ///   the split that leaves nothing.
    public func datasets(_ folder: URL) throws -> PhotoDatasets<Target> { try datasets(of: try items(folder)) }

    /// The same for items that are there already.
    public func datasets(of items: [Item]) throws -> PhotoDatasets<Target> {
        let parts = try splitter(items)
        let names = items.map(nameOfItem)
        func values(_ places: [Int]) throws -> [Target.Value] {
            try places.map { place in try naming(names[place], "has no label") { try getY(items[place]) } }
        }
        let values = (train: try values(parts.train), valid: try values(parts.valid))
        // The targets learn from the first part of the list alone.
        let list = try naming("the training set", nil) {
            try TransformedList(
                values.train + values.valid,
                splits: (Array(values.train.indices), values.valid.indices.map { values.train.count + $0 }),
                Pipeline(TargetTransform(target)))
        }
        func set(
            _ places: [Int], _ part: TransformedItems<Target.Value, Target.Label>
        ) throws -> PhotoDataset<Target> {
            let names = places.map { names[$0] }
            return PhotoDataset(
                names: names, photos: try places.map { place in try getX(items[place]) },
                labels: try names.indices.map { place in try naming(names[place], nil) { try part[place] } },
                values: part.items)
        }
        return PhotoDatasets(
            train: try set(parts.train, list.train), valid: try set(parts.valid, list.valid),
            target: list.pipeline[TargetTransform<Target>.self]!.target)
    }

    /// What a net learns from and is judged by.
    /// - Parameters:
    ///   - batchSize: how many photos a batch has.
    ///   - random: gives the training set its orders, and its changes of photos.
    /// - Throws: see ``datasets(_:)``.
    public func loaders(
        _ folder: URL, batchSize: Int = 64, using random: inout some RandomNumberGenerator
    ) throws -> PhotoLoaders<Target> {
        PhotoLoaders(try datasets(folder), pipeline, batchSize: batchSize, using: &random)
    }

    /// The same for items that are there already.
    public func loaders(
        of items: [Item], batchSize: Int = 64, using random: inout some RandomNumberGenerator
    ) throws -> PhotoLoaders<Target> {
        PhotoLoaders(try datasets(of: items), pipeline, batchSize: batchSize, using: &random)
    }
}

/// What messages call an item: the path of a file, or what it prints as.
func nameOfItem(_ item: some Any) -> String { (item as? URL)?.path ?? "\(item)" }

/// Runs `body`; an error that does not name a file gets the name of the item.
/// - Parameter what: what its failure means; nil where the error says it.
func naming<Result>(_ name: String, _ what: String?, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let problem as PhotoProblem { throw problem } catch {
        throw PhotoProblem(name, (what.map { "\($0): " } ?? "") + "\(error)")
    }
}
