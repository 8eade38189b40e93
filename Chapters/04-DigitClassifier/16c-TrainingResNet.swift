// # Eighteen layers, trained
//
// Section 4.16 · After this page you have trained a residual network that makes far fewer mistakes than the nets
// before, and have seen by experiment what it owes to its convolutions.

import Figures
import Layers
import Notebook
import Tensors
import Training

// It is trained with tools that later chapters explain: cross-entropy, a loss for any number of classes, which takes a
// score for each class instead of one score (chapter 5); Adam, an optimizer that gives every parameter a rate of its
// own (chapter 16); and a learning rate that rises for a quarter of the time and then falls to almost nothing
// (`fitOneCycle`, chapter 13). One epoch, in batches of 64, as in the book. (The library's net has three channels,
// though the images are grey, and a larger last part: two linear layers, with dropout and batch norm. And its Adam also
// shrinks the weights.)

extension DigitClassifier {
    /// Trains a net for one epoch. → the row of the Learner's table: train_loss, valid_loss, accuracy
    /// - Parameter order: where each pixel of the images comes from; nil leaves them where they are.
    private func lastRow(
        training net: Sequential, learningRate: Float, pixels order: [Int]? = nil, using random: inout SplitMix64
    ) throws -> [Float] {
        let set = try images(in: trainSet, order)
        // (A last batch of a single image has no standard deviation, and is dropped.)
        let batches = DataLoader(
            set, batchSize: min(64, set.count), dropsLast: set.count % 64 == 1, shuffledUsing: &random)
        let loaders = DataLoaders(batches, DataLoader(try images(in: validSet, order), batchSize: 256))
        let learner = Learner(
            loaders, net, loss: { crossEntropy($0, $1) }, optimizer: { Adam($0, learningRate: $1) },
            metrics: [.accuracy])
        try EpochReporting.silently { try learner.fitOneCycle(1, learningRate: learningRate) }
        return ["train_loss", "valid_loss", "accuracy"].map { learner.recorder[$0].last! }
    }

    func oneEpochOfResNet() throws {
        // The book's highest rate is 0.1. That is a lot for Adam: most starts come out well, and now and then one does
        // not. (`--full` takes five.) So here is one start at 0.1, and several at 0.005. That rate was chosen among
        // three by their accuracy on the real validation images, so it may look a little better there than it is on
        // images that nobody has seen. (A quick run has fewer filters, and an eighth of the images.)
        let filters = run.size(quick: [8, 8, 16, 16], usual: [64, 128, 256, 512])

        // `rows` trains from several seeds:
        func rows(_ seeds: Int, learningRate: Float) throws -> [[Float]] {
            try run.overSeeds(seeds) { random in
                let net = resNet18(classes: 2, filters: filters, using: &random)
                return try lastRow(training: net, learningRate: learningRate, using: &random)
            }
        }
        let atBooksRate = try rows(run.size(quick: 1, usual: 1, full: 5), learningRate: 0.1)
        let atLowRate = try rows(run.size(quick: 1, usual: 3, full: 5), learningRate: 0.005)
        var table = TextTable(["rate and start", "train_loss", "valid_loss", "accuracy"])
        table.add(
            "the book, 0.1, on MNIST", BookNumbers.resNet.trainLoss, BookNumbers.resNet.validLoss,
            BookNumbers.resNet.accuracy)
        for (rate, rows) in [("0.1", atBooksRate), ("0.005", atLowRate)] {
            for (start, row) in rows.enumerated() { table.add("\(rate), start \(start + 1)", row[0], row[1], row[2]) }
        }
        show(table, "after one epoch, on \(dataName)")
        let difference = "grey, a smaller last part, no weight decay"
        record(
            "resnet/accuracy", over: atBooksRate.map { $0[2] }, book: BookNumbers.resNet.accuracy, differs: difference)
        record(
            "resnet/accuracy-at-low-rate", over: atLowRate.map { $0[2] }, book: BookNumbers.resNet.accuracy,
            differs: "rate 0.005; " + difference)
        record(
            "resnet/valid-loss-at-low-rate", over: atLowRate.map { $0[1] }, book: BookNumbers.resNet.validLoss,
            differs: "rate 0.005; " + difference)
    }

    func whatItOwesToWhat() throws {
        // What makes the difference to the nets of section 4.15? The eleven million parameters? Take a net with an
        // eighth of the filters in the first group, and a 32nd in the last. The shortcuts? Take that small net without
        // them. Or is it that convolutions look at neighbouring pixels? Give the small net the images with their pixels
        // in another order, the same for all images. A linear layer would not notice; every pixel has its own weight,
        // wherever it is.
        let narrow = [8, 8, 16, 16]
        var random = run.random
        let order = Array(0..<28 * 28).shuffled(using: &random)
        show(picture(try images(in: trainSet, order).inputs[1, 0]), "a three with its pixels in another order")

        // Each of these questions takes several trainings; `accuracies` runs them:
        func accuracies(hasShortcuts: Bool = true, pixels order: [Int]? = nil) throws -> [Float] {
            try run.overSeeds(run.size(quick: 1, usual: 3, full: 10)) { random in
                let net = resNet18(classes: 2, filters: narrow, hasShortcuts: hasShortcuts, using: &random)
                return try lastRow(training: net, learningRate: 0.005, pixels: order, using: &random)[2]
            }
        }
        let small = try accuracies()
        record("resnet/small", over: small)
        record("resnet/small-without-shortcuts", over: try accuracies(hasShortcuts: false))
        let scrambled = try accuracies(pixels: order)
        record(
            "resnet/small-with-scrambled-pixels", over: scrambled,
            predict: .change(
                "The images get their pixels in another order. What happens to the accuracy of the small net?",
                from: Spread(small).mean, to: Spread(scrambled).mean))

        // Two digits do not need eleven million parameters: the small net is not far behind. Leaving out the shortcuts
        // costs something, and scrambling the pixels costs the most. Then little or nothing is left of the lead over
        // the nets of section 4.15: it is the convolutions that know what an image is.
        // #hide
        if run.size == .quick { show("(A quick run is too short to show any of this.)") }
    }

    // MARK: Helpers

    /// Images [n, 1, 28, 28] with labels [n], 1 for a three and 0 for a seven; in a quick run every eighth.
    private func images(
        in set: TensorDataset<Tensor, Tensor>, _ order: [Int]?
    ) -> TensorDataset<Tensor, IntTensor> {
        let chosen = stride(from: 0, to: set.count, by: run.size(quick: 8, usual: 1))
        let (x, y) = (set.inputs[chosen], set.targets[chosen])
        let pixels = order.map { x.T.rows($0).T } ?? x
        return TensorDataset(pixels.reshaped(-1, 1, 28, 28), IntTensor(y.reshaped(-1)))
    }
}
