// # Other norms
//
// Section 13.14 · After this page you can say what batch, layer, instance and group norm share, and choose one.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// All norms subtract a mean and divide by a deviation. They differ in one thing only: *which numbers* share a mean and
// a deviation. Activations of images have four axes, [n, c, h, w]: images, channels, height and width.
//
// - *Batch norm* (Ioffe and Szegedy, 2015): a channel of all images. It needs a batch, and running averages for use.
// - *Layer norm* (Ba, Kiros and Hinton, 2016): all channels of one image. It was made for recurrent nets, where the
//   numbers of each time step would need averages of their own.
// - *Instance norm* (Ulyanov, Vedaldi and Lempitsky, 2016): one channel of one image. It was made for painting pictures
//   in the style of others, where an image's own contrast should not matter.
// - *Group norm* (Wu and He, 2018): some neighbouring channels of one image. It was made for large images, of which a
//   few fit into a batch: too few to measure a mean. With one group it is layer norm, with as many groups as channels
//   it is instance norm.
//
// The last three look at one image alone. So they do the same in training and in use, and need no running averages. In
// code, three of the four are a choice of axes for `standardized`:

/// x with mean 0 and deviation 1 over these axes.
public func standardized(_ x: Tensor, axes: [Int], epsilon: Float = 1e-5) -> Tensor {
    let centred = x - x.mean(axes: axes, keepingAxes: true)
    return centred / (centred.squared().mean(axes: axes, keepingAxes: true) + epsilon).sqrt()
}

extension ConvolutionalNets {
    func whoSharesAMean() {
        // Rows are images, columns are channels; the dark squares share a mean:
        func picture(_ isShared: (_ image: Int, _ channel: Int) -> Bool) -> Raster {
            var page = Raster(width: 122, height: 82, fill: .white)
            for cell in 0..<24 {
                let (image, channel) = (cell / 6, cell % 6)
                let colour = isShared(image, channel) ? Colour.blue : Colour(grey: 222)
                page.fill(x: 2 + channel * 20..<20 + channel * 20, y: 2 + image * 20..<20 + image * 20, colour)
            }
            return page
        }
        show(
            ImageGrid(
                [
                    picture { $1 == 0 }, picture { image, _ in image == 0 }, picture { $0 == 0 && $1 == 0 },
                    picture { $0 == 0 && $1 < 3 },
                ], titles: ["batch", "layer", "instance", "group"], columns: 4),
            "Which numbers of 4 images (rows) with 6 channels (columns) share a mean")

        // The axes of the three, and the engine's layers (`isSame` allows for rounding):
        var random = run.random
        let x = Tensor.randn(4, 6, 3, 3, using: &random) * 2 + 1
        func isSame(_ a: Tensor, _ b: Tensor) -> Bool { largestDifference(a, b) < 1e-5 }
        show(isSame(standardized(x, axes: [0, 2, 3]), BatchNorm2d(6)(x)), "axes 0, 2, 3: batch norm")
        show(isSame(standardized(x, axes: [1, 2, 3]), LayerNorm([6, 3, 3])(x)), "axes 1, 2, 3: layer norm")
        show(isSame(standardized(x, axes: [1, 2, 3]), GroupNorm(1, 6)(x)), "which is group norm with one group")
        show(
            isSame(standardized(x, axes: [2, 3]), InstanceNorm2d(6)(x)), "axes 2, 3: instance norm",
            ask: "Are the axes of instance norm 2 and 3, height and width alone?")
    }
}

// Which one is best here? `normNames` lists them, `normLayer` makes one for so many channels. (The last block gets no
// norm: its images have a single place, and a single number has no deviation that instance norm could divide by.) And
// `accuracies` trains nets on a part of the images:

let normNames = ["none", "batch", "layer", "instance", "group"]

/// A norm by its name, for so many channels; nil for none. Group norm has four groups.
func normLayer(_ name: String, _ channels: Int) -> (any Layer<Tensor, Tensor>)? {
    switch name {
    case "batch": BatchNorm2d(channels)
    case "layer": GroupNorm(1, channels)
    case "instance": InstanceNorm2d(channels, affine: true)
    case "group": GroupNorm(4, channels)
    default: nil
    }
}

extension ConvolutionalNets {
    /// Trains nets on `count` random images, and returns their accuracies on 3000 of those for validation.
    func accuracies(
        on count: Int, batchSize: Int, learningRate: Float, net: (inout SplitMix64) -> Sequential
    ) throws -> [Float] {
        var random = run.random
        let checked = random.permutation(try validDigits.count).prefix(3000)
        let valid = try validDigits.batch(Array(checked))
        return try run.overSeeds(run.size(quick: 2, usual: 3, full: 10)) { random in
            let places = Array(random.permutation(try trainDigits.count).prefix(count))
            let (x, y) = try trainDigits.batch(places)
            let train = DataLoader(DigitSet(x, y), batchSize: batchSize, dropsLast: true, shuffledUsing: &random)
            let learner = Learner(
                DataLoaders(train, DataLoader(DigitSet(valid.0, valid.1), batchSize: 1000)), net(&random),
                loss: { crossEntropy($0, $1) }, optimizer: { Adam($0, learningRate: $1) }, metrics: [.accuracy])
            try EpochReporting.silently { try learner.fitOneCycle(1, learningRate: learningRate) }
            return learner.recorder["accuracy"].last!
        }
    }

    func comparedNorms() throws {
        // Two trainings: with many images in large batches, and with fewer images, and a single one in each batch.
        let (many, few) = (run.size(quick: 200, usual: 6400), run.size(quick: 20, usual: 1200))
        var table = TextTable(
            ["norm", "batches of \(min(many / 2, 128)), rate 0.03", "batches of one image, rate 0.003"], decimals: 4)
        var (ofOne, measured) = ([String: Double](), [(name: String, large: [Float], small: [Float])]())
        for name in normNames {
            func accuracies(_ count: Int, _ batchSize: Int, _ rate: Float) throws -> [Float] {
                try self.accuracies(on: count, batchSize: batchSize, learningRate: rate) { random in
                    normedDigitCNN(normsLast: false, norm: { normLayer(name, $0) }, using: &random)
                }
            }
            let count = min(many, try trainDigits.count)
            let (large, small) = (try accuracies(count, min(count / 2, 128), 0.03), try accuracies(few, 1, 0.003))
            table.add(name, Spread(large), Spread(small))
            measured.append((name, large, small))
            ofOne[name] = Spread(small).mean
        }
        show(
            table,
            "Accuracies on \(source.name) with different norms; always the most frequent digit: "
                + fixed(try majorityShare, 4),
            predict: .yesNo(
                "With one image in a batch: is group norm, which looks at one image anyway, better than batch norm?",
                ofOne["group"]! > ofOne["batch"]!))
        for (name, large, small) in measured {
            record("norms/\(name)-large-batches", over: large)
            record("norms/\(name)-batches-of-one", over: small)
        }

        // Read the two columns against each other: where is batch norm among the others, in the one and in the other?
        // With a single image in a batch it learns with one thing, the statistics of this image, and is used with
        // another, the running averages over many. The norms that look at one image alone do the same in both.
        // #hide
        if run.size == .quick { show("(A quick run is too short to show any of this.)") }
    }
}
