// Small nets trained in short: what several pages of sections 15.1 and 15.6 share.

import Layers
import Notebook
import Tensors
import Training
import Vision

/// Trains a net on all of a set at once, so many steps, with `Adam`.
func fit(
    _ net: Sequential, _ x: Tensor, _ y: IntTensor, steps: Int, rate: Float
) {
    let optimizer = Adam(net.parameters, learningRate: rate)
    net.train()
    for _ in 0..<steps {
        optimizer.zeroGrad()
        crossEntropy(net(x), y).backward()
        optimizer.step()
    }
}

/// The share of right answers, as the net is used.
func accuracy(_ net: Sequential, _ x: Tensor, _ y: IntTensor) -> Double {
    net.eval()
    let found = noGrad { net(x) }.argmax(axis: 1).scalars
    return Double(zip(found, y.scalars).count { $0 == $1 }) / Double(y.count)
}

/// What a frozen body makes of photos: the maxima and the means of its maps.
struct PooledPhotos: Sendable {
    /// [n, channels] each.
    let maxima, means: Tensor
    let labels: [Int]
    let classes: Int

    /// Maxima, then means [n, 2 · channels]: what the book's head sees behind its second layer.
    var both: Tensor { .cat([maxima, means], axis: 1) }
    var count: Int { labels.count }
    var channels: Int { means.shape[1] }

    /// Looks at all photos in their middle, with a body as it is.
    init(_ photos: [any PhotoSource], labels: [Int], classes: Int, _ body: Body, side: Int) throws {
        let pipeline = PhotoPipeline(item: Resize(Size2D(side)), normalization: .imageNet)
        let loader = DataLoader(photos: photos, labels: labels, pipeline: pipeline, batchSize: 32)
        body.layers.eval()
        let pooled = noGrad {
            loader.map { x, _ -> (Tensor, Tensor) in
                let maps = body.layers(x)
                return (maps.max(axes: [2, 3]), maps.mean(axes: 2, 3))
            }
        }
        if let problem = loader.problem { throw problem }
        (maxima, means) = (.cat(pooled.map(\.0)), .cat(pooled.map(\.1)))
        (self.labels, self.classes) = (labels, classes)
    }

    /// Of maps that have been made already: [n, channels, h, w].
    init(_ maps: Tensor, labels: [Int], classes: Int) {
        (maxima, means) = (maps.max(axes: [2, 3]), maps.mean(axes: 2, 3))
        (self.labels, self.classes) = (labels, classes)
    }

    /// Places of photos for training and for validation, a fifth of all.
    func split(using random: inout SplitMix64) -> (train: [Int], valid: [Int]) {
        let order = random.permutation(count)
        return (Array(order[(count / 5)...]), Array(order[..<(count / 5)]))
    }

    /// The accuracy of always giving the most frequent class, on all photos.
    var majorityShare: Double { shareOfMostFrequent(labels) }
}

extension Architectures {
    /// The pets as the frozen body sees them. Made once; every head then learns from numbers.
    var pooledPets: PooledPhotos {
        get throws {
            try run.once {
                let all = try pairPhotos
                return PooledPhotos(try photoMaps, labels: all.classes, classes: all.breeds.count)
            }
        }
    }

    /// Photos of the four breeds that have the most, at most so many, for pages that train whole nets: a fifth of them
    /// to be judged by.
    func commonPets(
        _ most: Int, batch: [any BatchTransform] = [], using random: inout SplitMix64
    ) throws -> PhotoLoaders<CategoryBlock> {
        let photos = try pets.photos
        let counts = Dictionary(grouping: photos, by: \.breed).mapValues(\.count)
        let common = Set(counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4).map(\.key))
        let all = photos.filter { common.contains($0.breed) }
        let count = min(most, all.count)
        let some = (0..<count).map { all[$0 * all.count / count] }
        let block = DataBlock(
            target: CategoryBlock(Vocabulary(some.map(\.breed))), items: { _ in some }, splitter: .random(seed: 42),
            getX: \.photo, getY: \.breed, item: Resize(Size2D(try smallPretrained.size)), batch: batch)
        return try block.loaders(of: some, batchSize: run.size(quick: 8, usual: 16), using: &random)
    }

    /// How many seeds a comparison of heads has.
    var headSeeds: Int { run.size(quick: 2, usual: 5, full: 10) }

    /// For how many epochs heads learn from pooled photos.
    var headEpochs: Int { run.size(quick: 2, usual: 6, full: 8) }

    /// Accuracies of a head that learns from pooled photos, one for each seed; every seed has its own split.
    /// - Parameters:
    ///   - x: what the head sees [n, numbers].
    ///   - make: the head without its pooling.
    func headAccuracies(
        _ photos: PooledPhotos, _ x: Tensor, epochs: Int? = nil, rate: Float = 3e-3,
        _ make: @Sendable (_ random: inout SplitMix64) -> Sequential
    ) throws -> [Double] {
        let epochs = epochs ?? headEpochs
        return try run.overSeedsAtOnce(headSeeds) { random in
            let (train, valid) = photos.split(using: &random)
            let net = make(&random)
            func set(_ places: [Int]) -> TensorDataset<Tensor, IntTensor> {
                TensorDataset(x.rows(places), IntTensor(places.map { photos.labels[$0] }))
            }
            let loaders = DataLoaders(
                DataLoader(set(train), batchSize: min(32, train.count), dropsLast: true, shuffledUsing: &random),
                DataLoader(set(valid), batchSize: 256))
            let learner = Learner(
                loaders, net, loss: { crossEntropy($0, $1) }, optimizer: { AdamW($0, learningRate: $1) },
                metrics: [.accuracy], callbacks: [JudgedAtTheEnd()])
            try learner.fitOneCycle(epochs, learningRate: rate)
            return Double(learner.recorder["accuracy"].last!)
        }
    }
}

/// The share of wrong answers of somebody who always says the most frequent class of those for validation.
func majorityError(of data: PhotoLoaders<CategoryBlock>) -> Double {
    1 - shareOfMostFrequent(data.datasets.valid.labels)
}
