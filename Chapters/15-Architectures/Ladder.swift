// The trainings of section 15.6: small pictures, and what is changed from one training to the next.

import Datasets
import Layers
import Notebook
import Tensors
import Training
import Vision

/// What a training of section 15.6 has.
public struct Rung: Hashable, Sendable {
    /// How many pictures the training set has.
    public var pictures: Int
    /// Whether they are changed at random whenever they are seen.
    public var augments = false
    /// Convolutions with norms and a pooling; or else linear layers of all pixels.
    public var convolves = false
    /// The probability of being dropped before each of the last layers, and the weight decay.
    public var dropout: Float = 0, decay: Float = 0
    /// How wide its layers are; 1 is what we begin with.
    public var width: Float = 1

    public init(pictures: Int) { self.pictures = pictures }
}

/// What came of a training: loss and accuracy on the pictures that were learned from, and on others.
public struct RungResult: Sendable {
    public let trainLoss, validLoss, trainAccuracy, validAccuracy: Double
    /// Losses after each epoch, if they were asked for.
    public let curve: [Recorder.Row]
    public let parameters: Int

    /// How much better the net is on what it has learned from.
    public var gap: Double { trainAccuracy - validAccuracy }
}

extension Rung {
    /// The net: pictures [n, 3, 32, 32] → [n, classes]
    func net(_ classes: Int, using random: inout SplitMix64) -> Sequential {
        func wide(_ count: Int) -> Int { max(2, Int((width * Float(count)).rounded())) }
        var layers: [any Layer<Tensor, Tensor>] = []
        func drop() { if dropout > 0 { layers.append(Dropout(dropout, using: &random)) } }
        if convolves {
            var before = 3
            for filters in [16, 32, 64].map(wide) {
                layers += [
                    Conv2d(before, filters, kernel: 3, stride: 2, padding: 1, bias: false, using: &random),
                    BatchNorm2d(filters, activation: .relu),
                ]
                before = filters
            }
            layers += [AdaptiveAveragePool2d(2), Flatten()]
            drop()
            layers.append(Linear(4 * before, classes, using: &random))
        } else {
            let (first, second) = (wide(96), wide(48))
            layers += [Flatten(), Linear(3 * 32 * 32, first, using: &random), ReLU()]
            drop()
            layers += [Linear(first, second, using: &random), ReLU()]
            drop()
            layers.append(Linear(second, classes, using: &random))
        }
        return Sequential(layers)
    }
}

extension Architectures {
    /// Scenes of 32 × 32 pixels with five things, whatever other data there are: as many as the largest training wants,
    /// and others to be judged by.
    var ladderScenes: SceneImages {
        get throws {
            try run.once {
                try SceneImages.generated(
                    train: manyPictures, valid: run.size(quick: 50, usual: 400), size: 32,
                    classes: [.airplane, .cat, .house, .fish, .mushroom])
            }
        }
    }

    /// The same as photos with labels.
    private var ladderPhotos: (train: LabelledScenes, valid: LabelledScenes) {
        get throws { try run.once { (LabelledScenes(try ladderScenes.train), LabelledScenes(try ladderScenes.valid)) } }
    }

    /// How many pictures the first training has, and how many are a lot.
    var fewPictures: Int { run.size(quick: 40, usual: 100) }
    var manyPictures: Int { run.size(quick: 80, usual: 500, full: 5000) }
    /// For how many steps every training goes on, whatever it has.
    var ladderSteps: Int { run.size(quick: 6, usual: 240, full: 1500) }
    var ladderSeeds: Int { run.size(quick: 1, usual: 5, full: 10) }

    /// Trains as a rung says, for the same number of steps whatever the number of pictures.
    func trained(_ rung: Rung, withCurve: Bool = false, using random: inout SplitMix64) throws -> RungResult {
        let (all, others) = try ladderPhotos
        let known = (photos: Array(all.photos.prefix(rung.pictures)), labels: Array(all.labels.prefix(rung.pictures)))
        let plain = PhotoPipeline(normalization: .imageNet)
        let pipeline = PhotoPipeline(
            batch: rung.augments ? augmentations(size: 32, minScale: 0.7, degrees: 10, warp: 0) : [],
            normalization: .imageNet)
        let size = min(20, rung.pictures)
        let train = DataLoader(
            photos: known.photos, labels: known.labels, pipeline: pipeline, batchSize: size, dropsLast: true,
            shuffledUsing: &random)
        let judge = DataLoader(photos: others.photos, labels: others.labels, pipeline: plain, batchSize: 200)
        let net = rung.net(try ladderScenes.train.classes.count, using: &random)
        let weights = net.parameters.filter { $0.shape.count > 1 }, rest = net.parameters.filter { $0.shape.count == 1 }
        let learner = Learner(
            DataLoaders(train, judge), net, loss: { crossEntropy($0, $1) },
            optimizer: {
                AdamW(
                    groups: [ParameterGroup(weights), ParameterGroup(rest, weightDecay: 0)], learningRate: $1,
                    weightDecay: rung.decay)
            }, metrics: [.accuracy], callbacks: withCurve ? [] : [JudgedAtTheEnd()])
        try learner.fitOneCycle(max(1, ladderSteps / train.count), learningRate: 3e-3)
        let still = DataLoader(photos: known.photos, labels: known.labels, pipeline: plain, batchSize: 200)
        let (a, b) = (judged(net, still), judged(net, judge))
        return RungResult(
            trainLoss: a.loss, validLoss: b.loss, trainAccuracy: a.accuracy, validAccuracy: b.accuracy,
            curve: withCurve ? learner.recorder.rows : [], parameters: net.parameterCount)
    }

    /// The same for several seeds.
    func trained(_ rung: Rung) throws -> [RungResult] {
        try run.overSeedsAtOnce(ladderSeeds) { try trained(rung, using: &$0) }
    }
}

/// Scenes of 32 × 32 pixels as photos.
private struct LabelledScenes: Sendable {
    let photos: [Photo]
    let labels: [Int]

    init(_ scenes: GeneratedScenes) {
        let (bytes, area) = (scenes.images.scalars, 3 * 32 * 32)
        photos = (0..<scenes.count).map {
            Photo(height: 32, width: 32, pixels: Array(bytes[$0 * area..<($0 + 1) * area]))
        }
        labels = scenes.labels
    }
}

/// Loss and accuracy of a net as it is used.
private func judged(_ net: Sequential, _ loader: DataLoader<(Tensor, IntTensor)>) -> (loss: Double, accuracy: Double) {
    net.eval()
    let parts = noGrad { loader.map { (net($0.0), $0.1) } }
    let (scores, labels) = (Tensor.cat(parts.map(\.0)), IntTensor.cat(parts.map(\.1)))
    let right = zip(scores.argmax(axis: 1).scalars, labels.scalars).count { $0 == $1 }
    return (Double(crossEntropy(scores, labels).item), Double(right) / Double(labels.count))
}
