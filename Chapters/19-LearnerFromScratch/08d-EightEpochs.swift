// # One cycle for a whole training
//
// Section 19.8 · After this page you have trained the simple CNN as the book does at last, and seen what it still gets
// wrong.

import Common
import Figures
import Notebook
import Tensors

// The book's last training is one cycle of eight epochs, at most 0.1. With its 74 batches these are 592 steps. Where
// there are fewer pictures, an epoch has fewer steps, and `bookEpochs` are more, so that we have about as many steps.
// Since more trainings will follow, `trained` does what all of them have in common, and gives back the model with its
// results:

extension LearnerFromScratch {
    /// Trains a model on the kept pictures, or on others.
    func trained(
        _ model: Module, on pictures: (train: Kept, valid: Kept)? = nil, batchSize: Int = 128, epochs: Int,
        learningRate: Float = 0.1, callbacks: [any Listener] = [],
        optimizer: @escaping ([Parameter], Float) -> any Optimizer = { SGD($0, learningRate: $1) },
        using random: inout SplitMix64
    ) throws -> (model: Module, results: TrackResults) {
        let results = TrackResults()
        let learner = Learner(
            model, loaders(try pictures ?? keptPictures, batchSize: batchSize, using: &random),
            learningRate: learningRate,
            callbacks: [PrepareBatch(PrepareInputs(try normalize))] + callbacks + [results, ShowProgress()],
            optimizer: optimizer)
        try learner.fit(epochs)
        return (model, results)
    }

    /// Eight, or more if there are fewer pictures than in the book.
    var bookEpochs: Int {
        get throws { try run.size(quick: 2, usual: max(8, 592 * 128 / max(1, try keptPictures.train.count))) }
    }

    /// The accuracy that the simple CNN should have on birds and airplanes.
    var bar: Float { 0.85 }
    var isJudged: Bool { dataName.contains("birds_airplanes") && run.size != .quick }

    /// The book's last training, from several seeds.
    var eightEpochs: [(model: Module, results: TrackResults)] {
        get throws {
            try run.once {
                try run.overSeeds(run.size(quick: 2, usual: 3)) { random in
                    let net = simpleCNN(classes: try labels.count, using: &random)
                    return try trained(net, epochs: bookEpochs, callbacks: [OneCycle(0.1)], using: &random)
                }
            }
        }
    }
}

extension LearnerFromScratch {
    func eightEpochsInOneCycle() throws {
        // Loss and accuracy of every epoch; `spread` has their mean and deviation over the starts:
        let trainings = try eightEpochs.map(\.results)
        let epochs = trainings[0].rows(training: false).count
        func spread(_ epoch: Int, training: Bool, _ value: (TrackResults.Row) -> Float) -> Spread {
            Spread(trainings.map { value($0.rows(training: training)[epoch]) })
        }
        var table = TextTable(["epoch", "train_loss", "accuracy", "valid_loss", "accuracy"], decimals: 4)
        for epoch in 0..<epochs {
            table.add(
                epoch, spread(epoch, training: true, \.loss), spread(epoch, training: true, \.accuracy),
                spread(epoch, training: false, \.loss), spread(epoch, training: false, \.accuracy))
        }
        show(table, "One cycle on \(dataName), mean and deviation over \(counted(trainings.count, "start"))")

        // (The book prints no numbers for this training, only its plot of the rates.) What counts is the accuracy on
        // pictures that the net has not learned from:
        let accuracies = trainings.map(\.lastAccuracy)
        let majority = try majorityShare
        let isBestAtTheEnd = trainings.allSatisfy { results in
            results.rows(training: false).allSatisfy { $0.accuracy <= results.lastAccuracy + 0.01 }
        }
        let highest = trainings.flatMap { $0.rows(training: false).map(\.accuracy) }.max() ?? 1
        show(
            Chart(
                isBestAtTheEnd
                    ? "The epochs with the lowest rates end best" : "The rate rises up to the line, then falls",
                x: "epoch", y: "accuracy on pictures not learned from",
                yLimits: 0...min(1, max(Double(highest), Double(majority)) + 0.1)
            ) {
                for (number, results) in trainings.enumerated() {
                    let rows = results.rows(training: false)
                    Line(rows.map { $0.epoch + 1 }, rows.map(\.accuracy), "start \(number + 1)")
                }
                Rule(y: majority, "always the most frequent label")
                Rule(x: 0.25 * Double(epochs), "the rate is highest", colour: .vermilion)
            }, "Validation after each epoch, on \(dataName)")
        record("one-cycle/valid-accuracy", over: accuracies)
        record("one-cycle/valid-loss", over: trainings.map { $0.rows(training: false).last!.loss })
        record("one-cycle/train-loss", over: trainings.map { $0.rows(training: true).last!.loss })

        // How good is good? On the birds and airplanes that come with `--data` we have set ourselves a bar: this net
        // should have at least 0.85 there, whatever start it has. The book's training comes out so close to it that a
        // start may end on either side. Section 19.9 finds one that clears it.
        if isJudged { show("\(accuracies.count { $0 >= bar }) of \(accuracies.count)", "starts with at least \(bar)") }
        // #hide
        if run.size == .quick { show("(A quick run is too short to learn much.)") }
    }

    func whatItStillGetsWrong() throws {
        // Which pictures does the first of these nets get most wrong? For every validation picture, the loss; then the
        // largest:
        let (net, pictures, prepare) = (try eightEpochs[0].model, try keptPictures.valid, PrepareInputs(try normalize))
        let scores = noGrad {
            Tensor.cat(
                stride(from: 0, to: pictures.count, by: 256).map {
                    net(prepare(pictures.x[$0..<min($0 + 256, pictures.count)]))
                })
        }
        let losses = pictures.labels.enumerated().map { nll(logSoftmax(scores[$0..<$0 + 1]), [$1]).item }
        let worst = Array(losses.indices.sorted { losses[$0] > losses[$1] }.prefix(10))
        let names = try labels
        show(
            ImageGrid(
                worst.map { Raster(pictures.x[$0]) }, titles: worst.map { names[pictures.labels[$0]] }, columns: 5),
            "The ten pictures with the highest loss, row by row, and what they are")
        var table = TextTable(["picture", "is", "the net says", "loss"], decimals: 2)
        for (number, place) in worst.enumerated() {
            let answer = scores[place].argmax(axis: 0).item
            table.add(number + 1, names[pictures.labels[place]], names[answer], losses[place])
        }
        show(table, "and what the net says")
    }
}
