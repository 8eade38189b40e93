// # Five epochs
//
// Section 13.13 · After this page you have a net that reads all ten digits, trained at a higher rate than any before,
// and know why a validation in the middle may look bad.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Batch norm allows higher rates. So raise it once more, to 0.1, and train for five epochs. The book prints this table
// twice, from two trainings that differ in nothing but chance. Ours is beside them, as the mean over our starts.
//
// In the middle of such a training the weights still move fast, and the running averages of batch norm come after them.
// How much does that cost? `OwnStatistics` validates after each epoch once more, but with every batch normalized by
// itself, as in training:

/// After each epoch, the accuracy on these images with each batch's own mean and deviation. The net is left as it was.
final class OwnStatistics: Callback {
    private(set) var accuracies: [Float] = []
    private let images: DataLoader<(Tensor, IntTensor)>
    private let count: Int

    /// The images are shuffled, since files are often sorted by class: a batch of nothing but zeros has a mean of its
    /// own.
    init(_ images: NormalizedDigits, using random: inout SplitMix64) {
        self.images = DataLoader(images, batchSize: 500, shuffledUsing: &random)
        count = images.count
    }

    func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {
        guard phase == .epoch, let net = learner.model as? Sequential else { return }
        let kept = net.stateDictionary
        net.train()
        let right = images.map { x, y in noGrad { net(x).argmax(axis: 1) .== y }.trueCount }
        accuracies.append(Float(right.reduce(0, +)) / Float(count))
        net.eval()
        try net.load(kept)
    }
}

// `fiveEpochs` is the training, from several seeds, and `recordEpoch` puts the numbers of an epoch beside the book's:

extension ConvolutionalNets {
    /// Batches of 512, one cycle up to 0.1, five epochs, with batch norm.
    var fiveEpochs: [DigitLearner] {
        get throws {
            try run.once {
                try run.overSeeds(run.size(quick: 1, usual: 3, full: 5)) { random in
                    let net = normedDigitCNN(using: &random)
                    var order = run.random
                    let own = OwnStatistics(try validDigits, using: &order)
                    let learner = try digitLearner(
                        net, batchSize: largeBatch, callbacks: [own], using: &random)
                    try EpochReporting.silently { try learner.fitOneCycle(5, learningRate: 0.1) }
                    return learner
                }
            }
        }
    }

    private func recordEpoch(_ epoch: Int, _ learners: [DigitLearner], _ books: [String: EpochNumbers]) throws {
        for (name, book) in books.sorted(by: { $0.key < $1.key }) {
            for (column, number) in [
                ("train_loss", book.trainLoss), ("valid_loss", book.validLoss), ("accuracy", book.accuracy),
            ] {
                let title = column.replacing("_", with: "-")
                record(
                    "five-epochs/\(epoch)-\(title)-\(name)", over: learners.all(column, epoch: epoch), book: number,
                    differs: try otherStart)
            }
        }
    }

    func trainingForFiveEpochs() throws {
        let learners = try fiveEpochs
        let (first, second) = (TenDigitsInTheBook.fiveEpochs[0], TenDigitsInTheBook.fiveEpochs[1])
        var losses = TextTable(
            ["epoch", "train_loss", "book", "and again", "valid_loss", "book", "and again"], decimals: 4)
        var accuracies = TextTable(["epoch", "accuracy", "book", "and again"], decimals: 4)
        for epoch in 0..<5 {
            losses.add(
                epoch, Spread(learners.all("train_loss", epoch: epoch)), first[epoch].trainLoss,
                second[epoch].trainLoss,
                Spread(learners.all("valid_loss", epoch: epoch)), first[epoch].validLoss, second[epoch].validLoss)
            accuracies.add(
                epoch, Spread(learners.all("accuracy", epoch: epoch)), first[epoch].accuracy, second[epoch].accuracy)
        }
        show(losses, "Losses of five epochs on \(source.name), and the book's two trainings on MNIST")
        show(accuracies, "The accuracies of the same epochs")
        for epoch in 0..<5 {
            try recordEpoch(epoch, learners, ["a": first[epoch], "b": second[epoch]])
        }
    }

    func averagesComeLate() throws {
        let learners = try fiveEpochs
        let own = learners.map { $0.callback(OwnStatistics.self)!.accuracies }
        var table = TextTable(["after epoch", "by the running averages", "by each batch itself"], decimals: 4)
        for epoch in 0..<5 {
            table.add(epoch, Spread(learners.all("accuracy", epoch: epoch)), Spread(own.map { $0[epoch] }))
        }
        show(table, "Accuracies of the same nets on \(source.name)")

        let first = Spread(own.map { $0[0] }).mean - Spread(learners.all("accuracy")).mean
        show(
            first > 0.005
                ? "After the first epoch these nets know more than their running averages let them show. That is the "
                    + "main reason why the first line of the table looks bad."
                : "After the first epoch the running averages cost next to nothing here.")

        // (How much it costs differs widely from start to start. The book's two trainings differ in the first epochs,
        // too.) At the end the rate is almost nothing, the weights stand still, and the columns are nearly the same.
    }

    func whatIsStillWrong() throws {
        // How many images are wrong in the end, and which? The nine for which the right digit has the lowest
        // probability:
        let (learner, normalize) = (try fiveEpochs[0], try normalizer)
        learner.model.eval()
        let (x, digits) = try validDigits.first(.max)
        let y = digits.scalars
        // A thousand images at a time: the maps of all of them at once would need a quarter of a gigabyte.
        let scores = noGrad {
            Tensor.cat(stride(from: 0, to: y.count, by: 1000).map { learner.model(x[$0..<min($0 + 1000, y.count)]) })
        }
        let (probabilities, answers) = (scores.softmax(axis: 1), scores.argmax(axis: 1).scalars)
        let ofTheRight = y.indices.map { probabilities[$0, y[$0]].item }
        show(y.indices.count { answers[$0] != y[$0] }, "of \(y.count) validation images are read wrong")
        let worst = y.indices.sorted { (ofTheRight[$0], $0) < (ofTheRight[$1], $1) }.prefix(9)
        show(
            ImageGrid(
                worst.map { Raster(normalize.undone(x[$0, 0]), colours: .ink) },
                titles: worst.map { "\(y[$0]) (taken for \(answers[$0]))" }, columns: 3),
            "The nine images for which the net finds the right digit least likely")
    }
}
