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

/// The mean product of neighbouring weights, divided by the mean square of those weights; 0 if all are 0.
public func smoothness(_ weight: Tensor) -> Float {
    require(
        weight.rank == 4 && weight.shape[2] > 1 && weight.shape[3] > 1, "smoothness of \(weight.shape)",
        "neighbours want kernels of at least 2 × 2", try: "a weight [filters, channels, k, k]")
    let (rows, columns) = (weight.shape[2], weight.shape[3])
    let pairs = [
        (weight[0..., 0..., 0..., 0..<columns - 1], weight[0..., 0..., 0..., 1..<columns]),
        (weight[0..., 0..., 0..<rows - 1], weight[0..., 0..., 1..<rows]),
    ]
    let products = pairs.reduce(Tensor(0)) { $0 + ($1.0 * $1.1).sum() }
    let squares = pairs.reduce(Tensor(0)) { $0 + ($1.0.squared() + $1.1.squared()).sum() / 2 }
    return squares.item == 0 ? 0 : (products / squares).item
}

// The net is that of the page before, but its first layer has 16 kernels of 7 × 7, which are large enough to be looked
// at. Its optimizer, AdamW, is Adam with weight decay (section 8.4): every weight also shrinks a little in each step.
// What no gradient holds up fades away, and that includes the noise that the kernels began with. `trainedKernels`
// trains it, on the pictures or, for comparison, with their labels shuffled, so that there is nothing to be learned but
// by heart:

/// What training has made of the kernels of a first layer.
struct TrainedKernels {
    let before, after: Tensor
    let accuracy: Float
}

extension ConvolutionalNets {
    func trainedKernels(areLabelsShuffled: Bool = false, using random: inout SplitMix64) throws -> TrainedKernels {
        let net = netWithLargeKernels(using: &random)
        let first = (net[1] as! Sequential)[0] as! Conv2d
        let before = first.weight.value.detached() + 0
        let (train, valid) = (try colourTrain, try colourValid)
        let count = min(train.count, run.size(quick: 120, usual: 4000, full: 10000))
        let some = Array(random.permutation(train.count).prefix(count))
        let labels = areLabelsShuffled ? random.permutation(count).map { some[$0] } : some
        let batches = DataLoader(
            TensorDataset(train.inputs.rows(some), train.targets.rows(labels)), batchSize: 64, shuffledUsing: &random)
        let learner = Learner(
            DataLoaders(batches, DataLoader(valid, batchSize: 250)), net, loss: { crossEntropy($0, $1) },
            optimizer: { AdamW($0, learningRate: $1, weightDecay: 0.3) }, metrics: [.accuracy])
        try EpochReporting.silently {
            try learner.fitOneCycle(run.size(quick: 1, usual: 5, full: 15), learningRate: 0.005)
        }
        let after = first.weight.value.detached()
        return TrainedKernels(before: before, after: after, accuracy: learner.recorder["accuracy"].last!)
    }

    func firstKernels() throws {
        let seeds = run.size(quick: 1, usual: 3, full: 5)
        let trained = try run.overSeeds(seeds) { try trainedKernels(using: &$0) }
        let shuffled = try run.overSeeds(seeds) { try trainedKernels(areLabelsShuffled: true, using: &$0) }
        let pictures = (kernelPictures(trained[0].before), kernelPictures(trained[0].after))
        show(
            ImageGrid(
                (0..<16).map { Raster(pictures.0[$0]) } + (0..<16).map { Raster(pictures.1[$0]) },
                titles: (1...16).map { "\($0) before" } + (1...16).map { "\($0) after" }, columns: 8),
            "The 16 kernels of the first layer, before and after training on \(colourSource.name)")
        record("first-kernels/accuracy", over: trained.map(\.accuracy), on: colourSource)
        let smooth = (
            before: trained.map { smoothness($0.before) }, after: trained.map { smoothness($0.after) },
            shuffled: shuffled.map { smoothness($0.after) }
        )
        record("first-kernels/smoothness-before", over: smooth.before, on: colourSource)
        record(
            "first-kernels/smoothness-after", over: smooth.after, on: colourSource,
            predict: .change(
                "Random weights have a smoothness near 0. What does training do to it?",
                from: Float(Spread(smooth.before).mean), to: Float(Spread(smooth.after).mean)))

        // Is that what the net has learned, or what any training does to its weights? With shuffled labels, everything
        // is the same but that the labels say nothing:
        record("first-kernels/smoothness-shuffled-labels", over: smooth.shuffled, on: colourSource)
        let wins = zip(smooth.after, smooth.shuffled).count { $0 > $1 }
        show("\(wins) of \(trained.count)", "from how many starts the right labels make the smoother kernels")

        // How much colour is in the kernels? If all three slices of a kernel are the same, it sees brightness alone.
        // The part of a kernel's squares that is not in the mean of its slices:
        let colour = { (weight: Tensor) -> Float in
            let mean = weight.mean(axis: 1, keepingAxes: true)
            return ((weight - mean).squared().sum() / weight.squared().sum()).item
        }
        record("first-kernels/colour-before", over: trained.map { colour($0.before) }, on: colourSource)
        record("first-kernels/colour-after", over: trained.map { colour($0.after) }, on: colourSource)

        // Of random kernels, two thirds are colour, since three independent numbers have one mean and two differences.
        // With a few thousand pictures and some seconds, the kernels stay noisy. Those in the paper come from more than
        // a million pictures. What can be seen here is a tendency: weights beside each other become more alike than
        // chance has made them, and some kernels go from dark to bright, or from one colour to another. How much of it
        // comes from the pictures, and how much from what is to be told apart in them, the shuffled labels say.
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
