// # Twenty epochs
//
// Section 14.8 · After this page you can read a long table of a training, and know that a bad early epoch is no reason
// to stop.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Deeper nets need longer training: the book gives its ResNet-50 twenty epochs. Here is how they went. Look at the loss
// on the validation set in the third of them:

extension ResidualNets {
    func theBooksTwentyEpochs() {
        let rows = BookTrainings.resNet50
        var table = TextTable(["epoch", "train_loss", "valid_loss", "accuracy"])
        for (epoch, row) in rows.enumerated() { table.add(epoch, row.trainLoss, row.validLoss, row.accuracy) }
        show(table, "The book's ResNet-50, Imagenette-320 in squares of 224 × 224")
        show(
            Chart(
                "The training loss falls steadily, the validation loss jumps at first", x: "epoch", y: "loss",
                yLimits: 0...5
            ) {
                Line(rows.map(\.trainLoss), "training")
                Line(rows.map(\.validLoss), "validation")
            }, "The book's losses, epoch by epoch")
        let best = rows.indices.max { rows[$0].accuracy < rows[$1].accuracy }!
        show(
            best, "the epoch with the best accuracy",
            predict: .yesNo("Is the book's last epoch, number 19, also its best?", best == 19))
    }
}

// A loss of 4.5 is worse than guessing: ten classes with the same score for each make ln 10 = 2.3. And yet the loss in
// training falls at the same time. Two things come together. The rate is rising to its peak, so the weights move
// quickly. And validation uses the running averages of batch norm (section 13.13), which come from the last batches:
// means and variances of weights that are no longer there. When the rate falls, the averages catch up. Whoever had
// stopped at the third epoch would have missed a net with 87 %.
//
// We can look at that in a small net. `catchUp` sets the running averages to what they would be for the weights of now:
// it shows the net some batches in training mode, without taking a step:

/// Lets the running averages of a net's norms follow its weights: every batch once, without learning.
public func catchUp(_ net: any Layer<Tensor, Tensor>, _ batches: [Tensor]) {
    net.train()
    noGrad { for batch in batches { _ = net(batch) } }
    net.eval()
}

extension ResidualNets {
    func ourEpochsOfResNet50() throws {
        // A ResNet-50 of a small width, with fewer epochs, beside the book's first ones:
        let learners = try resNet50s
        show(learners.beside(BookTrainings.resNet50), "ResNet-50 on \(dataName), and the book's on Imagenette")
        learners.recordEnd(
            "resnet50", beside: BookTrainings.resNet50,
            differs: "\(try ourScale); ResNet of width \(deepWidth) (64), \(deepEpochs) epochs (20)")
    }

    func staleAverages() throws {
        // And here are averages that lag behind. A new net takes a few steps at a high rate. Then it is validated
        // twice: as it is, and after its averages have caught up.
        var random = run.random
        let classes = try classNames.count
        let net = OwnResNet(classes: classes, blocks: [2, 2, 2, 2], width: 8, using: &random)
        let loader = DataLoader(try trainPictures, batchSize: batchSize, shuffledUsing: &random)
        let batches = Array(loader.prefix(run.size(quick: 2, usual: 12)))
        let optimizer = Adam(net.parameters, learningRate: 0.02)
        net.train()
        for (x, y) in batches {
            crossEntropy(net(x), y).backward()
            optimizer.step()
            optimizer.zeroGrad()
        }
        let (x, y) = DataLoader(try validPictures, batchSize: 200).first!
        func loss() -> Float { noGrad { crossEntropy(net(x), y).item } }
        net.eval()
        let before = loss()
        for _ in 0..<5 { catchUp(net, batches.map(\.0)) }
        var table = TextTable(["running averages", "loss on pictures to check with"], decimals: 3)
        table.add("as training left them", before)
        table.add("after they have caught up", loss())
        show(table, "The same weights, validated twice")

        // The weights are the same in both rows. What differs is two numbers for each channel, which nobody has
        // learned.
    }

    // MARK: Helpers

    private var deepWidth: Int { run.size(quick: 4, usual: 8, full: 64) }
    private var deepEpochs: Int { run.size(quick: 1, usual: 5, full: 20) }

    /// A trained ResNet-50 for each seed.
    private var resNet50s: [PictureLearner] {
        get throws {
            try run.once {
                let (width, classes, epochs) = (deepWidth, try classNames.count, deepEpochs)
                return try run.overSeeds(run.size(quick: 1, usual: 2, full: 3)) { random in
                    let net = OwnResNet(
                        classes: classes, blocks: [3, 4, 6, 3], expansion: 4, width: width, body: bottleneckBody,
                        using: &random)
                    let learner = try pictureLearner(net, using: &random)
                    try EpochReporting.silently { try learner.fitOneCycle(epochs, learningRate: 3e-3) }
                    return learner
                }
            }
        }
    }
}
