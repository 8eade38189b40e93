// # Twenty epochs
//
// Section 14.8 · After this page you can read a long table of a training, and know that a bad early epoch is no reason
// to stop.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Deeper nets need longer training: the book gives its ResNet-50 twenty epochs. Look at the loss in the third of them:

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
                Line(1...rows.count, rows.map(\.trainLoss), "training", colour: .blue)
                Line(1...rows.count, rows.map(\.validLoss), "validation", colour: .vermilion)
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
// We can look at that in a small net. `catchUp` sets the running averages to about what they would be if the weights
// had always been those of now. It shows the net some batches in training mode, without taking a step:

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
            differs: "\(try ourScale); ResNet of width \(deepWidth) (64), \(counted(resNet50Epochs, "epoch")) (20)")

        // Does it pay to go that deep? Beside the ResNet-18 of section 14.7:
        var table = TextTable(["net", "width", "parameters", "accuracy"], decimals: 3)
        for (name, width, learners) in [
            ("ResNet-18", resNetWidth, try resNet18s), ("ResNet-50", deepWidth, learners),
        ] {
            let ends = learners.values("accuracy", after: learners[0].recorder.rows.count - 1)
            table.add(name, width, learners[0].model.parameterCount, Spread(ends))
        }
        show(table, "Two depths on \(dataName), after the last epoch of each")
        // #hide
        if learners.accuracy < (try resNet18s).accuracy {
            show(
                "In these few epochs it does not. The book gave its ResNet-50 four times as many, and larger pictures.")
        }

        // The book sends its readers on from here: to train for a hundred epochs, and to blend pictures with Mixup,
        // which is what the tricks of section 14.7 got their 94.6 % with.
    }

    func staleAverages() throws {
        // And here are averages that lag behind. A new net learns at a high rate that stays (pictures of 32 × 32 do for
        // this). Now and then it is validated twice: as it is, and after its averages have caught up.
        let marks = run.size(quick: [2, 4], usual: [5, 10, 20, 30, 40, 60, 80, 100])
        let losses = try run.overSeedsAtOnce(run.size(quick: 1, usual: 5)) { random in
            try lossesAsTheyAreAndCaughtUp(after: marks, using: &random)
        }
        let means = (0..<2).map { way in
            marks.indices.map { mark in Spread(losses.map { $0[mark][way] }) }
        }
        var table = TextTable(["steps", "as training left them", "after they have caught up"], decimals: 3)
        for (mark, steps) in marks.enumerated() { table.add(steps, means[0][mark], means[1][mark]) }
        show(table, "Loss on validation pictures, by the running averages")
        show(
            Chart(
                "The same weights, validated twice", x: "steps of training", y: "loss, mean over the seeds",
                yLimits: 0...max(4, means[0].map(\.mean).max()!)
            ) {
                Line(marks, means[0].map(\.mean), "averages as training left them")
                Line(marks, means[1].map(\.mean), "averages that have caught up")
            }, "What the running averages do to the loss")

        // Both columns have the same weights. What differs is two numbers for each channel, which nobody has learned.
        // As training has left them, the loss is too high at every mark, and how much too high is chance: see how far
        // the seeds are apart. It is worst in the beginning, when the weights move fastest. With averages that fit the
        // weights, the loss falls, and the seeds agree.
    }

    // MARK: Helpers

    /// Trains a small net, and validates it after some steps: [as it is, with averages that have caught up]
    private func lossesAsTheyAreAndCaughtUp(after marks: [Int], using random: inout SplitMix64) throws -> [[Float]] {
        let net = OwnResNet(classes: try classNames.count, blocks: [2, 2, 2, 2], width: 8, using: &random)
        let (train, valid) = try smallPictures
        let loader = DataLoader(train, batchSize: batchSize, shuffledUsing: &random)
        let optimizer = Adam(net.parameters, learningRate: 0.02)
        func loss() -> Float {
            net.eval()
            return noGrad { crossEntropy(net(valid.inputs), valid.targets).item }
        }
        var (steps, losses): (Int, [[Float]]) = (0, [])
        while steps < marks.last! {
            for (x, y) in loader where steps < marks.last! {
                net.train()
                crossEntropy(net(x), y).backward()
                optimizer.step()
                optimizer.zeroGrad()
                steps += 1
                guard marks.contains(steps) else { continue }
                let (state, before) = (net.stateDictionary, loss())
                catchUp(net, loader.prefix(20).map(\.0))
                losses.append([before, loss()])
                try net.load(state)
            }
        }
        return losses
    }

    private var deepWidth: Int { run.size(quick: 4, usual: 8, full: 32) }
    private var resNet50Epochs: Int { run.size(quick: 1, usual: 5, full: 20) }

    /// A trained ResNet-50 for each seed.
    var resNet50s: [PictureLearner] {
        get throws { try run.once { try trainedResNet50s(width: deepWidth, epochs: resNet50Epochs) } }
    }
}
