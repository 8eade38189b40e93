// # Eighteen layers, trained
//
// Section 4.16 · After this page you have trained a residual network to the book's accuracy, and have seen by
// experiment what it owes to its convolutions.

import Figures
import Layers
import Notebook
import Tensors
import Training

// It is trained as in the book, with tools that later chapters explain: cross-entropy, a loss for any number of
// classes, which takes a score for each class instead of one score (chapter 5); Adam, an optimizer that gives every
// parameter a rate of its own (chapter 16); and a learning rate that rises for a quarter of the time and then falls to
// almost nothing (`fitOneCycle`, chapter 13). One epoch, in batches of 64:

extension DigitClassifier {
    /// Trains a ResNet-18 for one epoch. → train_loss, valid_loss and accuracy at its end
    private func trainResNet(
        _ filters: [Int], pixels order: [Int]? = nil, using random: inout SplitMix64
    ) throws -> [Float] {
        let net = resNet18(classes: 2, filters: filters, using: &random)
        let loaders = DataLoaders(
            DataLoader(try images(in: trainSet, order), batchSize: 64, shuffledUsing: &random),
            DataLoader(try images(in: validSet, order), batchSize: 256))
        let learner = Learner(
            loaders, net, loss: { crossEntropy($0, $1) }, optimizer: { Adam($0, learningRate: $1) },
            metrics: [.accuracy])
        try EpochReporting.silently { try learner.fitOneCycle(1, learningRate: 0.1) }
        return ["train_loss", "valid_loss", "accuracy"].map { learner.recorder[$0].last! }
    }

    func oneEpochOfResNet() throws {
        // (A quick run has fewer filters, and an eighth of the images.)
        let filters = run.size(quick: [8, 8, 16, 16], usual: [64, 128, 256, 512])
        let rows = try run.overSeeds(run.size(quick: 1, usual: 3, full: 5)) { random in
            try trainResNet(filters, using: &random)
        }
        var table = TextTable(["seed", "train_loss", "valid_loss", "accuracy"])
        for (seed, row) in rows.enumerated() { table.add("\(seed + 1)", row[0], row[1], row[2]) }
        table.add("the book, on MNIST", 0.082089, 0.009578, 0.997056)
        show(table, "after one epoch, on \(dataName)")
        let difference = "one linear layer at the end, not two"
        record("resnet/train-loss", over: rows.map { $0[0] }, book: 0.082089, differs: difference)
        record("resnet/valid-loss", over: rows.map { $0[1] }, book: 0.009578, differs: difference)
        record("resnet/accuracy", over: rows.map { $0[2] }, book: 0.997056, differs: difference)
    }

    func scrambledPixels() throws {
        // Is it the eleven million parameters? Take a net with an eighth of the filters in the first group, and a 32nd
        // in the last. Or is it that convolutions look at neighbouring pixels? Give that small net the images with
        // their pixels in another order, the same for all images. A linear layer would not notice; every pixel has its
        // own weight, wherever it is.
        let narrow = [8, 8, 16, 16]
        var random = run.random
        let order = Array(0..<28 * 28).shuffled(using: &random)
        show(picture(try images(in: trainSet, order).inputs[1, 0]), "a three with its pixels in another order")
        let seeds = run.size(quick: 2, usual: 5, full: 10)
        let straight = try run.overSeeds(seeds) { try trainResNet(narrow, using: &$0)[2] }
        let scrambled = try run.overSeeds(seeds) { try trainResNet(narrow, pixels: order, using: &$0)[2] }
        record("resnet/narrow-accuracy", over: straight)
        record(
            "resnet/scrambled-accuracy", over: scrambled,
            predict: .change(
                "The images get their pixels in another order. What happens to the accuracy of the small net?",
                from: Spread(straight).mean, to: Spread(scrambled).mean))

        // On images, the small net does nearly as well as the large one: two digits do not need eleven million
        // parameters. On scrambled images it is hardly better than the nets of section 4.15. So what made the
        // difference is that convolutions know which pixels are neighbours.
    }

    // MARK: Helpers

    /// Images [n, 1, 28, 28] with labels [n], 1 for a three and 0 for a seven; in a quick run every eighth.
    /// - Parameter order: where each pixel comes from; nil leaves them where they are.
    private func images(
        in set: TensorDataset<Tensor, Tensor>, _ order: [Int]?
    ) -> TensorDataset<Tensor, IntTensor> {
        let chosen = stride(from: 0, to: set.count, by: run.size(quick: 8, usual: 1))
        let (x, y) = (set.inputs[chosen], set.targets[chosen])
        let pixels = order.map { x.T.rows($0).T } ?? x
        return TensorDataset(pixels.reshaped(-1, 1, 28, 28), IntTensor(y.reshaped(-1)))
    }
}
