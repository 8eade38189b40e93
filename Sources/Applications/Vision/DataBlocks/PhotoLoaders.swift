// Photos with labels in two sets, and the batches made of them.

import Figures
import Tensors
import Training

/// Photos with labels.
public struct PhotoDataset<Target: TargetBlock>: Sendable {
    /// The paths of files, or what else names an item.
    public let names: [String]
    public let photos: [any PhotoSource]
    public let labels: [Target.Label]
    /// The labels as they were given.
    public let values: [Target.Value]

    public var count: Int { photos.count }
}

/// The training set, the validation set, and what the targets are.
public struct PhotoDatasets<Target: TargetBlock>: Sendable {
    public let train, valid: PhotoDataset<Target>
    /// The block with all that the training set taught it, such as its vocabulary.
    public let target: Target
}

/// Which of the two sets.
public enum DatasetPart: Sendable { case train, valid }

/// The two sets in batches. (The book's `DataLoaders`.)
public struct PhotoLoaders<Target: TargetBlock> {
    public typealias Batch = (Tensor, Target.Label.Batch)

    public let datasets: PhotoDatasets<Target>
    public let pipeline: PhotoPipeline
    public let batchSize: Int
    /// For a ``Learner``: the training items in a new order and changed at random, the validation items as they are.
    public let loaders: DataLoaders<Batch>

    /// Where a set holds fewer photos than a batch, they are one batch. A last training batch that is not full is left
    /// out: batch norm cannot do with one photo.
    public init(
        _ datasets: PhotoDatasets<Target>, _ pipeline: PhotoPipeline, batchSize: Int = 64,
        using random: inout some RandomNumberGenerator
    ) {
        (self.datasets, self.pipeline, self.batchSize) = (datasets, pipeline, batchSize)
        let (train, valid) = (datasets.train, datasets.valid)
        loaders = DataLoaders(
            DataLoader(
                photos: train.photos, labels: train.labels, pipeline: pipeline,
                batchSize: min(batchSize, max(train.count, 1)), dropsLast: true, shuffledUsing: &random),
            DataLoader(photos: valid.photos, labels: valid.labels, pipeline: pipeline, batchSize: batchSize))
    }

    public var target: Target { datasets.target }
    public var train: DataLoader<Batch> { loaders.train }
    public var valid: DataLoader<Batch> { loaders.valid }

    public func dataset(_ part: DatasetPart) -> PhotoDataset<Target> {
        part == .train ? datasets.train : datasets.valid
    }

    /// A set in its order, with nothing left to chance: what predictions are made of.
    /// - Parameter other: what is done with photos; nil for what is done in validation.
    public func quiet(_ part: DatasetPart, pipeline other: PhotoPipeline? = nil) -> DataLoader<Batch> {
        let set = dataset(part)
        return DataLoader(photos: set.photos, labels: set.labels, pipeline: other ?? pipeline, batchSize: batchSize)
    }

    /// The next batch of a set. Looking does not move it on. (The book's `one_batch`.)
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public func oneBatch(_ part: DatasetPart = .train) throws -> Batch {
        let loader = part == .train ? train : valid
        guard let batch = loader.first else {
            throw loader.problem ?? PhotoProblem("the \(part) set", "it has no batch")
        }
        return batch
    }

    /// Pictures [n, 3, h, w] as a net sees them, as pictures for people.
    public func rasters(_ x: Tensor) -> [Raster] {
        let bright = pipeline.normalization?.undone(x) ?? x
        return (0..<x.shape[0]).map { Photo(brightnesses: bright[$0]).raster }
    }

    /// Photos of a batch as the net sees them, with their labels. (The book's `show_batch`.)
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public func showBatch(_ part: DatasetPart = .train, count: Int = 9, columns: Int = 3) throws -> ImageGrid {
        let (x, y) = try oneBatch(part)
        let places = 0..<min(count, x.shape[0])
        let values = places.map { target.value(in: y, at: $0) }
        return ImageGrid(
            zip(values, rasters(x[places])).map { target.drawn($0, on: $1, isPrediction: false) },
            titles: values.map(target.text(of:)), columns: columns, cellSize: 240)
    }

    /// One training photo again and again, changed at random as in training. (The book's `show_batch(unique=True)`.)
    /// - Throws: ``PhotoProblem``, if the file cannot be read.
    public func showVariants(of place: Int = 0, count: Int = 8, columns: Int = 4, seed: UInt64 = 1) throws -> ImageGrid
    {
        let photo = try datasets.train.photos[place].opened()
        let pictures = try (0..<count).map { number in
            var random = SplitMix64(seed: seed &+ UInt64(number) &* 0x9E37_79B9)
            let framed = try pipeline.framed(photo, isTraining: true, using: &random).photo
            return pipeline.augmented(framed, isTraining: true, using: &random).picture
        }
        return ImageGrid(rasters(.stack(pictures)), columns: columns)
    }
}
