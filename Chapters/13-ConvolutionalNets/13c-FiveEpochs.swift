// # Five epochs
//
// Section 13.13 · After this page you have a net that reads all ten digits, at a learning rate that would have ruined
// the first one.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Batch norm allows higher rates. So raise it once more, to 0.1, and train for five epochs. The book prints this table
// twice, from two trainings that differ in nothing but chance. Ours is beside them, as the mean over our starts:

extension ConvolutionalNets {
    /// Batches of 512, one cycle up to 0.1, five epochs, with batch norm.
    var fiveEpochs: [DigitLearner] {
        get throws {
            try run.once {
                try run.overSeeds(run.size(quick: 1, usual: 3, full: 5)) { random in
                    let net = normedDigitCNN(using: &random)
                    let learner = try digitLearner(net, batchSize: largeBatch, using: &random)
                    try EpochReporting.silently { try learner.fitOneCycle(5, learningRate: 0.1) }
                    return learner
                }
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
        for (name, book) in [("a", first[4]), ("b", second[4])] {
            record(
                "five-epochs/train-loss-\(name)", over: learners.all("train_loss", epoch: 4), book: book.trainLoss,
                differs: otherStart)
            record(
                "five-epochs/valid-loss-\(name)", over: learners.all("valid_loss", epoch: 4), book: book.validLoss,
                differs: otherStart)
            record(
                "five-epochs/accuracy-\(name)", over: learners.all("accuracy", epoch: 4), book: book.accuracy,
                differs: otherStart)
        }
    }

    func whatIsStillWrong() throws {
        // How many images are wrong in the end, and which? The nine for which the right digit has the lowest
        // probability:
        let (learner, normalize) = (try fiveEpochs[0], try normalizer)
        learner.model.eval()
        let (x, y) = (try validDigits.inputs, try validDigits.targets.scalars)
        let scores = noGrad { learner.model(x) }
        let (probabilities, answers) = (scores.softmax(axis: 1), scores.argmax(axis: 1).scalars)
        let ofTheRight = y.indices.map { probabilities[$0, y[$0]].item }
        show(y.indices.count { answers[$0] != y[$0] }, "of \(y.count) validation images are read wrong")
        let worst = y.indices.sorted { (ofTheRight[$0], $0) < (ofTheRight[$1], $1) }.prefix(9)
        show(
            ImageGrid(
                worst.map { Raster(normalize.undone(x[$0, 0]), colours: .ink) },
                titles: worst.map { "\(y[$0]), read as \(answers[$0])" }, columns: 3),
            "The nine images for which the net finds the right digit least likely")
    }
}
