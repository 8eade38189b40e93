// # Twenty layers and fifty-six
//
// Section 14.3 · After this page you can say what degradation is, and why it cannot be overfitting.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// In 2015 K. He, X. Zhang, S. Ren and J. Sun compared nets of 20 and of 56 layers on the small photographs of CIFAR-10.
// Both had batch norm. The deeper one was worse, and the surprise was where: not only on new pictures, which would be
// overfitting, but on its own training pictures. That is a matter of training: there are weights with which the deep
// net does as well as the other (section 14.4 will write them down), and the optimizer does not find them. They called
// it *degradation*. (The book's figure 14-1 is from their paper.)
//
// Let us look for it. To be quick, the nets are narrow: pictures of 32 × 32, one layer with stride 2 and one average
// pooling by 4, so that the grid is 4 × 4; then nothing but layers of 16 channels on it; then the mean, and the scores.
// `deepNet` puts any such layers between the beginning and the end. `plainDeepNet` counts layers as the paper does,
// those with weights: the first, the last, and all between:

/// A first layer, any body on a grid of 4 × 4, the mean and scores: x [n, 3, 32, 32] → [n, classes]
public func deepNet(
    classes: Int, hasNorm: Bool = true, body: [any Layer<Tensor, Tensor>], using random: inout SplitMix64
) -> Sequential {
    let first: [any Layer<Tensor, Tensor>] = [
        ConvLayer(3, 16, stride: 2, hasNorm: hasNorm, using: &random), AveragePool2d(4),
    ]
    let last: [any Layer<Tensor, Tensor>] = [
        AdaptiveAveragePool2d(1), Flatten(), Linear(16, classes, using: &random),
    ]
    return Sequential(first + body + last)
}

/// Such a net with plain layers, so that there are `layers` in all.
public func plainDeepNet(
    layers: Int, classes: Int, hasNorm: Bool = true, using random: inout SplitMix64
) -> Sequential {
    let body: [any Layer<Tensor, Tensor>] = (0..<layers - 2).map { _ in
        ConvLayer(16, 16, hasNorm: hasNorm, using: &random)
    }
    return deepNet(classes: classes, hasNorm: hasNorm, body: body, using: &random)
}

// What is kept of a training is the mean loss of the training batches in each epoch, and the accuracy at the end. The
// learner checks after every epoch, and for nets that deep it is a good part of the work. `ChecksAtTheEnd` cancels it
// in all epochs but the last:

/// What is kept of the training of a deep net.
struct DeepTraining {
    let net: Sequential
    /// The mean training loss in each epoch.
    let losses: [Float]
    /// How many steps it has had.
    let steps: Int
    /// On the validation pictures, after the last epoch; NaN if the training was stopped before.
    let accuracy: Float
}

/// Leaves out validation in all epochs but the last.
final class ChecksAtTheEnd: Callback {
    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {
        if phase == .validate && learner.epoch + 1 < learner.epochs { throw Cancel(.validate) }
    }
}

// `trainDeep` trains one of these nets on a few hundred pictures, `smallTrain`, without random cuts, because the
// question is how well they can be learned; `smallValid` are the validation pictures. It is short, as `deepSchedule`
// says: about a hundred steps, where the paper's nets had 64,000 with batches of 128. So what we see is the beginning.
// `trainedDeep` trains from several starts, and `plainDeep` are the plain nets of both `depths`:

extension ResidualNets {
    /// Layers of the shallow and the deep nets. A quick run has 6 and 14.
    var depths: (shallow: Int, deep: Int) { run.size(quick: (6, 14), usual: (20, 56)) }

    /// Pictures of half the size, 32 × 32, to learn from; a few hundred.
    var smallTrain: PictureSet {
        get throws { try run.once { small(try trainPictures, run.size(quick: 32, usual: 256, full: 4000)) } }
    }

    /// The same for validation.
    var smallValid: PictureSet {
        get throws { try run.once { small(try validPictures, run.size(quick: 20, usual: 300, full: 4000)) } }
    }

    /// How many epochs they are trained.
    var deepEpochs: Int { run.size(quick: 2, usual: 12, full: 20) }

    /// "256 pictures in batches of 32, 12 epochs: 96 steps"
    var deepSchedule: String {
        get throws {
            let (count, batch) = (try smallTrain.count, min(32, try smallTrain.count))
            return "\(count) pictures in batches of \(batch), \(counted(deepEpochs, "epoch")): "
                + "\(count / batch * deepEpochs) steps"
        }
    }

    /// - Parameter more: callbacks that take part.
    func trainDeep(
        _ net: Sequential, learningRate: Float = 0.003, callbacks more: [any Callback] = [],
        using random: inout SplitMix64
    ) throws -> DeepTraining {
        let pictures = try smallTrain
        let train = DataLoader(pictures, batchSize: min(32, pictures.count), dropsLast: true, shuffledUsing: &random)
        let learner = PictureLearner(
            DataLoaders(train, DataLoader(try smallValid, batchSize: 250)), net, loss: { crossEntropy($0, $1) },
            optimizer: { Adam($0, learningRate: $1) }, metrics: [.accuracy],
            callbacks: [ChecksAtTheEnd()] + more)
        try EpochReporting.silently { try learner.fitOneCycle(deepEpochs, learningRate: learningRate) }
        let all = learner.recorder.batchLosses
        let losses = stride(from: 0, to: all.count, by: train.count).map { start in
            let epoch = all[start..<min(start + train.count, all.count)]
            return epoch.reduce(0, +) / Float(epoch.count)
        }
        let accuracy = learner.recorder["accuracy"].last ?? .nan
        return DeepTraining(net: net, losses: losses, steps: all.count, accuracy: accuracy)
    }

    /// Trains nets of a kind, from several starts.
    func trainedDeep(
        starts: Int = 5, _ makeNet: @Sendable (_ classes: Int, _ random: inout SplitMix64) -> Sequential
    ) throws -> [DeepTraining] {
        let classes = try classNames.count
        return try run.overSeedsAtOnce(run.size(quick: 1, usual: starts)) { random in
            try trainDeep(makeNet(classes, &random), using: &random)
        }
    }

    /// The plain nets, shallow and deep.
    var plainDeep: (shallow: [DeepTraining], deep: [DeepTraining]) {
        get throws {
            try run.once {
                (
                    try trainedDeep { plainDeepNet(layers: depths.shallow, classes: $0, using: &$1) },
                    try trainedDeep { plainDeepNet(layers: depths.deep, classes: $0, using: &$1) }
                )
            }
        }
    }

    // MARK: Helpers

    /// Some pictures, chosen at random, each two by two pixels averaged.
    private func small(_ pictures: PictureSet, _ most: Int) -> PictureSet {
        var random = run.random
        let chosen = Array(random.permutation(pictures.count).prefix(most))
        return PictureSet(pictures.inputs.rows(chosen).averagePooled(2), pictures.targets.rows(chosen))
    }
}
