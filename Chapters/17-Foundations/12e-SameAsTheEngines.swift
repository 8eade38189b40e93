// # The same as the engine's
//
// Section 17.12 · After this page you have seen that a convolution of your own learns what the engine's learns, and
// what its kernels look like in the end.

import Figures
import Layers
import Notebook
import Tensors
import Training

// On the page before, a net whose layers are `UnfoldConv2d` was trained, from several seeds (`trainedConvNets`).

extension Foundations {
    func theEnginesConvolution() throws {
        // Does the engine's convolution learn the same? Here is that net once more, with `Conv2d` in place of ours, and
        // with the numbers that our first net started from:
        var (random, other) = (run.random, run.random)
        let ours = convNet(using: &random)
        let engines = Sequential(
            Conv2d(1, 8, kernel: 5, stride: 2, padding: 2, using: &other), ReLU(),
            Conv2d(8, 16, kernel: 3, stride: 2, padding: 1, using: &other), ReLU(),
            Lambda { $0.flattened(from: 1) }, LinearLayer(16 * 7 * 7, 10, using: &other))
        for (mine, its) in zip(ours.parameters, engines.parameters) { its.assign(mine.value) }

        // First a single batch. How far apart are the gradients, and how large are they?
        let (images, labels) = try trainDigits.batch(Array(0..<min(64, trainDigits.count)))
        for net in [ours, engines] { crossEntropy(net(images), labels).backward() }
        let pairs = zip(ours.parameters, engines.parameters).map { ($0.grad!, $1.grad!) }
        show(pairs.map { largestDifference($0, $1) }.max()!, "largest difference of any gradient")
        show(pairs.map { $1.abs().max().item }.max()!, "largest gradient")

        // Then the whole training, on the same batches as our first net:
        engines.zeroGrad()
        let its = try accuracies(of: engines, epochs: convNetEpochs, learningRate: 0.1, using: &random)
        var table = TextTable(["epoch", "our convolution", "the engine's"], decimals: 4)
        for (epoch, accuracy) in try trainedConvNets[0].accuracies.enumerated() {
            table.add(epoch + 1, accuracy, its[epoch])
        }
        show(table, "Accuracy on validation images, on \(dataName)")

        // The two add up in different orders. So their last bits differ, and with the steps these differences grow,
        // until now and then one image more is right here or there. Neither of them is better.
    }

    func learnedKernels() throws {
        // What has the first layer of the first net learned to look for? Here are its eight kernels, red where ink
        // counts for and blue where it counts against: above as they were drawn at the start, and below as they are
        // now:
        var random = run.random
        let start = convNet(using: &random).parameters[0].value.detached()
        let now = try trainedConvNets[0].net.parameters[0].value.detached()
        show(
            grid([("start", start), ("now", now)]),
            "Kernels of the first layer, 5 × 5: the noise of the start is still there")

        // What has training added? The difference between the two rows, with a scale of its own for the colours:
        show(grid([("added", now - start)]), "What training has added to each kernel")

        // Look for kernels with red on one side and blue on the other. Such a kernel answers to an edge, and the angle
        // of the border between the two is that of the edge. Not all of them are so clear.
    }

    // MARK: Helpers

    /// A row of eight kernels for each name, all on one scale.
    private func grid(_ rows: [(name: String, kernels: Tensor)]) -> ImageGrid {
        let reach = Tensor.cat(rows.map(\.kernels)).abs().max().item
        let pictures = rows.flatMap { row in
            (0..<8).map { Raster(row.kernels[$0, 0], range: -reach...reach, colours: .signed) }
        }
        let titles = rows.flatMap { Array(repeating: $0.name, count: 8) }
        return ImageGrid(pictures, titles: titles, columns: 8, scale: ColourScale(-reach...reach, .signed))
    }
}
