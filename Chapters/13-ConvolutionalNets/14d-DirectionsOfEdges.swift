// # Directions of edges
//
// Section 13.14 · After this page you have built features that were once made by hand as a net without a single learned
// filter.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// The first question: what other features did people use, besides edges, before deep learning? Section 13.3 has a table
// of them, and tried four kinds of edges on threes and sevens. The last of that table, *histograms of oriented
// gradients*, found people in the street (Dalal and Triggs, 2005): the image is cut into cells, and in each cell one
// counts how much edge there is in each direction. Is that enough for ten digits?
//
// It is nearly a convolutional net. An edge of a certain direction is found by a kernel; here are eight, all
// of them made of two, by a cosine and a sine. The strength of an edge cannot be negative: that is a ReLU. And how much
// there is in a cell is a mean over the cell. (HOG gives each pixel to its nearest direction, and compares neighbouring
// cells. Exercise 13.27 does the first.) The kernels are `handMadeKernels`, and the whole is `orientedEdges`:

/// Kernels for edges in `count` directions all around: [count, 1, 3, 3].
public func handMadeKernels(_ count: Int = 8) -> Tensor {
    let across = Tensor([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]) / 8
    return .stack(
        (0..<count).map { number in
            let angle = 2 * Float.pi * Float(number) / Float(count)
            return cos(angle) * across + sin(angle) * across.T
        }
    ).unsqueezed(1)
}

/// How much edge there is in each of eight directions, in each cell of 7 × 7 pixels: x [n, 1, 28, 28] → [n, 8 · 4 · 4]
public func orientedEdges(_ x: Tensor) -> Tensor {
    x.conv2d(handMadeKernels(), padding: 1).relu().averagePooled(7).flattened(from: 1)
}

extension ConvolutionalNets {
    func edgesOfADigit() throws {
        let image = pixels(try trainImages.bytes[0..<1])[0]
        let maps = image.unsqueezed(0).conv2d(handMadeKernels(), padding: 1).relu()[0]
        let names = ["right", "lower right", "bottom", "lower left", "left", "upper left", "top", "upper right"]
        show(
            ImageGrid(
                [Raster(image[0], colours: .ink)] + (0..<8).map { Raster(maps[$0], range: 0...0.6, colours: .ink) },
                titles: ["image"] + names, columns: 3),
            "A digit, and where it gets darker towards each of eight directions")
    }

    func linearModelsOnFeatures() throws {
        // A linear model on the pixels, and one on these 128 numbers. Both learn from the same images, with the same
        // schedule. Only the linear layer is learned. `features` turns images into the 128 numbers, and `accuracies`
        // trains:
        let all = try trainImages
        let few = min(run.size(quick: 200, usual: 10_000), all.digits.count)
        func features(_ set: DigitSet, _ count: Int) -> DigitSet {
            let blocks = stride(from: 0, to: count, by: 1000).map {
                orientedEdges(set.inputs[$0..<min($0 + 1000, count)])
            }
            return DigitSet(Tensor.cat(blocks) * 20, set.targets[0..<count])
        }
        var random = run.random
        let places = Array(random.permutation(all.digits.count).prefix(few))
        let train = DigitSet(pixels(all.bytes.rows(places)), all.digits.rows(places))
        let valid = DigitSet(pixels(try validImages.bytes), try validImages.digits)
        let pixelSets = (
            DigitSet(train.inputs.flattened(from: 1), train.targets),
            DigitSet(valid.inputs.flattened(from: 1), valid.targets)
        )
        let edgeSets = (features(train, few), features(valid, valid.count))
        func accuracies(_ sets: (train: DigitSet, valid: DigitSet)) throws -> [Float] {
            try run.overSeeds(run.size(quick: 2, usual: 3, full: 10)) { random in
                let loaders = DataLoaders(
                    DataLoader(sets.train, batchSize: 50, shuffledUsing: &random),
                    DataLoader(sets.valid, batchSize: 1000))
                let learner = Learner(
                    loaders, Linear(sets.train.inputs.shape[1], 10, using: &random),
                    loss: { crossEntropy($0, $1) }, optimizer: { Adam($0, learningRate: $1) }, metrics: [.accuracy])
                try EpochReporting.silently {
                    try learner.fitOneCycle(run.size(quick: 1, usual: 3), learningRate: 0.01)
                }
                return learner.recorder["accuracy"].last!
            }
        }
        let (onPixels, onEdges) = (try accuracies(pixelSets), try accuracies(edgeSets))
        var table = TextTable(["a linear model on", "numbers per image", "accuracy"], decimals: 4)
        table.add("always the most frequent digit", 0, try majorityShare)
        table.add("pixels", 784, Spread(onPixels))
        table.add("edges in eight directions", 128, Spread(onEdges))
        record("by-hand/linear-on-pixels", over: onPixels)
        record("by-hand/linear-on-oriented-edges", over: onEdges)
        show(
            table, "Linear models on \(few) images of \(source.name)",
            predict: .change(
                "128 numbers about edges in place of 784 pixels: what happens to the accuracy of a linear model?",
                from: Spread(onPixels).mean, to: Spread(onEdges).mean))

        // Good features are worth a lot, and people spent decades on finding them. A net with learned filters finds its
        // own in seconds, for whatever task it is given; that is what this chapter was about.
    }
}
