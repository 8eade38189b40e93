// # The first CNN, trained
//
// Section 13.6 · After this page you have trained a net of convolutions, know how good it is beside a net of linear
// layers, and have seen the kernels that it found.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Two epochs, with a learning rate that rises to 0.01 and falls again (`fitOneCycle`, section 13.12), as in the book.
// (The book's Adam also has weight decay; ours does not.)
// `trainTwoEpochs` does that with any net for two classes, and `trainedCNNs` holds our net, trained from several seeds:

extension ConvolutionalNets {
    /// Trains a net, and returns [train_loss, valid_loss, accuracy] for each of the two epochs.
    func trainTwoEpochs(_ net: Sequential, using random: inout SplitMix64) throws -> [[Float]] {
        let learner = try sampleLearner(net, using: &random)
        try EpochReporting.silently { try learner.fitOneCycle(2, learningRate: 0.01) }
        return learner.recorder.values
    }

    /// The trained nets of all seeds, with their epochs.
    var trainedCNNs: [(net: Sequential, epochs: [[Float]])] {
        get throws {
            try run.once {
                try run.overSeeds(run.size(quick: 1, usual: 5, full: 10)) { random in
                    let net = simpleCNN(using: &random)
                    return (net, try trainTwoEpochs(net, using: &random))
                }
            }
        }
    }

    func twoEpochs() throws {
        let trained = try trainedCNNs
        var table = TextTable(["start", "epoch", "train_loss", "valid_loss", "accuracy"])
        for (epoch, row) in BookNumbers.simpleCNN.enumerated() {
            table.add("the book, on MNIST", epoch, row.trainLoss, row.validLoss, row.accuracy)
        }
        for (start, (_, epochs)) in trained.enumerated() {
            for (epoch, row) in epochs.enumerated() { table.add("start \(start + 1)", epoch, row[0], row[1], row[2]) }
        }
        show(table, "two epochs of the first CNN, on \(sampleName)")
        let difference = "other random weights and order, no weight decay"
        for (epoch, row) in BookNumbers.simpleCNN.enumerated() {
            let ours = trained.map { $0.epochs[epoch] }
            let name = "simple-cnn/epoch-\(epoch)"
            record(
                "\(name)-train-loss", over: ours.map { $0[0] }, book: row.trainLoss, differs: difference,
                on: sampleSource)
            record(
                "\(name)-valid-loss", over: ours.map { $0[1] }, book: row.validLoss, differs: difference,
                on: sampleSource)
            record(
                "\(name)-accuracy", over: ours.map { $0[2] }, book: row.accuracy, differs: difference, on: sampleSource)
        }

        // Is that good? Always giving the more frequent answer would get this:
        record("simple-cnn/majority", try sampleMajorityShare, on: sampleSource)

        // A fairer opponent is a net of two linear layers with a ReLU, `simpleNet` with two scores in place of one. It
        // is trained in the very same way, and it has more than three times the parameters:
        let linear = try run.overSeeds(trained.count) { random in
            let net = Sequential(Flatten(), Linear(784, 30, using: &random), ReLU(), Linear(30, 2, using: &random))
            return try trainTwoEpochs(net, using: &random).last![2]
        }
        record("simple-cnn/accuracy-of-linear-layers", over: linear, on: sampleSource)
        let ours = trained.map { $0.epochs.last![2] }
        let wins = zip(ours, linear).count { $0 > $1 }
        show("\(wins) of \(ours.count)", "from how many starts the convolutions are better")
        var sizes = TextTable(["net", "parameters", "accuracy"], decimals: 4)
        sizes.add("convolutions", trained[0].net.parameterCount, Spread(ours))
        sizes.add("linear layers", 784 * 30 + 30 + 30 * 2 + 2, Spread(linear))
        show(sizes, "convolutions and linear layers, on \(sampleName)")
        // #hide
        if run.size == .quick { show("(A quick run is too short to show who is better.)") }
        // The book's residual net of 18 layers had 0.9971 after one epoch, with a higher rate and 11 million parameters
        // (section 4.16). Its CNN is close, with a lower rate, one more epoch, and 6,722 parameters.
    }
}

// What has it learned? Its first layer has four kernels of nine numbers, few enough to be looked at. On a red pixel,
// ink adds to the map, on a blue one it takes away:

extension ConvolutionalNets {
    func kernelsAfterTraining() throws {
        let net = try trainedCNNs[0].net
        let kernels = (net[0] as! Sequential)[0].parameters[0].value.detached()
        let limit = kernels.abs().max().item
        show(
            ImageGrid(
                (0..<4).map { Raster(kernels[$0, 0], range: -limit...limit, colours: .signed) },
                titles: (1...4).map { "kernel \($0)" }, columns: 4, scale: ColourScale(-limit...limit, .signed)),
            "The four kernels of the first layer after training")

        // And the maps that they make of a three and a seven, after the ReLU, all eight on one scale:
        let set = try sampleValid
        let seven = set.targets.scalars.firstIndex(of: 1)!
        let digits = set.inputs.rows([0, seven])
        let maps = net[0](digits).detached()
        let largest = max(maps.max().item, 1e-6)
        let pictures = [0, 1].flatMap { digit in
            [Raster(digits[digit, 0], colours: .ink)]
                + (0..<4).map { Raster(maps[digit, $0], range: 0...largest, colours: .ink) }
        }
        show(
            ImageGrid(
                pictures, titles: ["three"] + (1...4).map { "map \($0)" } + ["seven"] + (1...4).map { "map \($0)" },
                columns: 5), "What the four kernels see in a three and in a seven")

        let off = (0..<4).count { maps[0..., $0].max().item == 0 }
        show(off, "kernels that see nothing at all in these two digits")

        // Compare them with the edge maps of section 13.2. Kernels with red on one side and blue on the other have
        // found an edge, by gradient descent alone. Others are a blur, or fire everywhere on the paper: nobody asks a
        // kernel to be beautiful, only to lower the loss together with the rest. And a kernel may be switched off: its
        // sums are below 0 wherever it stands, the ReLU makes 0 of them, and it contributes nothing. Section 13.10
        // looks at such numbers.
    }
}
