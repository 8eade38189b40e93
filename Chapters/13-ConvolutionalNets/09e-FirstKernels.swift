// # What a first layer looks for
//
// Section 13.9 · After this page you can draw the kernels of a first layer as small colour pictures, and say by a
// number what training has made of them.

import Figures
import Layers
import Notebook
import Tensors
import Training

// A kernel of a first layer has three slices, for red, green and blue. So it can be drawn, as a small colour picture:
// grey where a weight is 0, brighter or more colourful where it is not. Zeiler and Fergus did so in 2013 with a large
// net that had learned from ImageNet ("Visualizing and Understanding Convolutional Networks"). Its first kernels were
// edges in all directions, and blobs and gradients of colour. Nobody had told it to look for these.
//
// Each kernel gets a scale of its own, so that faint ones can be seen:

/// Kernels [filters, 3, k, k] as pictures [filters, 3, k, k] with numbers in 0...1: a weight of 0 becomes ½, and the
/// largest weight of each kernel, or its opposite, 1 or 0.
public func kernelPictures(_ weight: Tensor) -> Tensor {
    let largest = weight.abs().max(axes: [1, 2, 3], keepingAxes: true).maximum(1e-12)
    return weight / largest / 2 + 0.5
}

// What will random kernels look like, and how does one say that others look less random? In a picture of something,
// neighbouring pixels resemble each other. `smoothness` is the correlation between a weight and its neighbour to the
// right or below: near 0 for noise, near 1 for a soft blob, below 0 for a chessboard:

/// The mean product of neighbouring weights, divided by the mean square of those weights.
public func smoothness(_ weight: Tensor) -> Float {
    let k = weight.shape[3]
    let pairs = [
        (weight[0..., 0..., 0..., 0..<k - 1], weight[0..., 0..., 0..., 1..<k]),
        (weight[0..., 0..., 0..<k - 1], weight[0..., 0..., 1..<k]),
    ]
    let products = pairs.reduce(Tensor(0)) { $0 + ($1.0 * $1.1).sum() }
    let squares = pairs.reduce(Tensor(0)) { $0 + ($1.0.squared() + $1.1.squared()).sum() / 2 }
    return (products / squares).item
}

extension ConvolutionalNets {
    func firstKernels() throws {
        // The net is that of the page before, but its first layer has 16 kernels of 7 × 7, which are large enough to be
        // looked at. Its optimizer, AdamW, is Adam with *weight decay*: every weight also shrinks a little in each
        // step. What no gradient holds up fades away, and that is above all the noise that the kernels began with.
        var random = run.random
        let net = netWithLargeKernels(using: &random)
        let first = (net[1] as! Sequential)[0] as! Conv2d
        let before = first.weight.value.detached() + 0
        let loaders = DataLoaders(
            DataLoader(try colourTrain, batchSize: 64, shuffledUsing: &random),
            DataLoader(try colourValid, batchSize: 250))
        let learner = Learner(
            loaders, net, loss: { crossEntropy($0, $1) }, optimizer: { AdamW($0, learningRate: $1, weightDecay: 0.3) },
            metrics: [.accuracy])
        try learner.fitOneCycle(run.size(quick: 1, usual: 5, full: 15), learningRate: 0.005)
        let after = first.weight.value.detached()

        let pictures = (kernelPictures(before), kernelPictures(after))
        show(
            ImageGrid(
                (0..<16).map { Raster(pictures.0[$0]) } + (0..<16).map { Raster(pictures.1[$0]) },
                titles: (1...16).map { "\($0) before" } + (1...16).map { "\($0) after" }, columns: 8),
            "The 16 kernels of the first layer, before and after training on \(colourSource.name)")
        record("first-kernels/accuracy", learner.recorder["accuracy"].last!, on: colourSource)
        record("first-kernels/smoothness-before", smoothness(before), on: colourSource)
        record(
            "first-kernels/smoothness-after", smoothness(after), on: colourSource,
            predict: .change(
                "Random weights have a smoothness near 0. What does training do to it?",
                from: smoothness(before), to: smoothness(after)))

        // How much colour is in the kernels? If all three slices of a kernel are the same, it sees brightness alone.
        // The part of a kernel's squares that is not in the mean of its slices:
        let colour = { (weight: Tensor) -> Float in
            let mean = weight.mean(axis: 1, keepingAxes: true)
            return ((weight - mean).squared().sum() / weight.squared().sum()).item
        }
        record("first-kernels/colour-before", colour(before), on: colourSource)
        record("first-kernels/colour-after", colour(after), on: colourSource)

        // Of random kernels, two thirds are colour, since three independent numbers have one mean and two differences.
        // The pictures that the net has learned from are mostly bright and dark, and so, after training, are many of
        // its kernels. With a few thousand pictures and some minutes, they do not become as clean as those in the
        // paper, which come from more than a million pictures. But something of the kind can be seen
        // here, too: weights beside each other have become alike, and there are kernels that go from dark to bright, or
        // from one colour to another. Nobody has asked for that.
        // #hide
        if run.size == .quick { show("(In a quick run, hardly anything has changed yet.)") }
    }

    // MARK: Helpers

    /// A net whose first layer has 16 kernels of 7 × 7, which are large enough to be looked at.
    private func netWithLargeKernels(using random: inout SplitMix64) -> Sequential {
        Sequential(
            Lambda { $0 * 4 - 2 },
            halvingConv(3, 16, kernel: 7, using: &random),  // 16 × 16
            halvingConv(16, 32, using: &random),  // 8 × 8
            halvingConv(32, 64, using: &random),  // 4 × 4
            Flatten(), Linear(64 * 4 * 4, 2, using: &random))
    }
}
