// # Learning by heart
//
// Section 21.10 · After this page you can recognize overfitting by two curves, and say why a perfect score on the
// pictures that were learned is no good news.

import Figures
import Layers
import Notebook
import Tensors
import Training

// After 100 epochs the book's deep net gets 0.9981 of the pictures right that it has learned from, and 0.802 of the
// others. So it has not learned what a bird is. It has learned its 10,000 pictures by heart. To see that happen we need
// no 100 epochs through 10,000 pictures: a few pictures are learned by heart sooner. (With `--full` we take all of
// them, and the book's rate.)

extension BirdsAndAirplanes {
    /// The deep net, trained until it knows its pictures by heart.
    var memorized: (curve: TrainingCurve, pictures: Int, rate: Float) {
        get throws {
            try run.once {
                let pictures = try flatTrain(perClass: run.size(quick: 40, usual: 500, full: 5000))
                let rate: Float = run.size(quick: 0.1, usual: 0.1, full: 0.01)
                var random = run.random
                let curve = train(
                    deepNet(using: &random), on: pictures, checkedWith: try flatValid,
                    epochs: run.size(quick: 3, usual: 60, full: 100), rate: rate, checksTraining: true,
                    using: &random, loss: crossEntropy)
                return (curve, pictures.count, rate)
            }
        }
    }

    func learnedByHeart() throws {
        let (curve, pictures, rate) = try memorized
        let epochs = curve.trainAccuracies.indices.map { $0 + 1 }
        let (last, checked, majority) = (
            curve.trainAccuracies.last!, curve.validAccuracies.last!, try majorityShare
        )
        show(
            Chart(
                "Two scores part: what was learned, and what can be done", x: "epoch", y: "accuracy",
                yLimits: 0.4...1.02
            ) {
                Line(epochs, curve.trainAccuracies, "pictures that it learns from", colour: .blue)
                Line(epochs, curve.validAccuracies, "validation pictures", colour: .vermilion)
                Rule(y: majority, "always the more frequent class", colour: .black)
            }, "The deep net on \(pictures) pictures of \(dataName), rate \(rate)")
        record(
            "memorized/accuracy-on-what-it-learned", last, book: 0.9981,
            differs: pictures < 10_000
                ? "\(pictures) pictures and the rate \(rate); the book has 10,000 and 0.01" : "other random numbers",
            on: pairOrigin)
        record(
            "memorized/accuracy", checked, book: 0.802,
            differs: pictures < 10_000
                ? "\(pictures) pictures and the rate \(rate); the book has 10,000 and 0.01" : "other random numbers",
            on: pairOrigin)
        let gap = last - checked
        record("memorized/gap", gap)
        show(
            gap > 0.1
                ? "Pictures that it has not seen fare far worse. That gap is what overfitting means."
                : "In a run this short the two scores have not parted yet. Run it without `--quick`.")

        // Why is that bad? Jane has no use for a net that knows the pictures of last year. A score on pictures that
        // have been learned says how much a net can keep, and it can keep a lot: there are hundreds of parameters for
        // each picture. What it will do on new pictures, only new pictures can tell.
    }

    func evenNonsenseCanBeLearned() throws {
        // Here is how much it can keep. Give each picture a label by tossing a coin. There is nothing to learn then,
        // except by heart:
        let pictures = try flatTrain(perClass: run.size(quick: 20, usual: 100))
        var random = run.random
        let coins = IntTensor((0..<pictures.count).map { _ in Int(random.next() % 2) })
        let nonsense = TensorDataset(pictures.inputs, coins)
        let curve = train(
            deepNet(using: &random), on: nonsense, checkedWith: try flatValid,
            epochs: run.size(quick: 3, usual: 100), rate: 0.1, checksTraining: true, using: &random, loss: crossEntropy)
        let learned = curve.trainAccuracies.last!
        record("nonsense/accuracy-on-what-it-learned", learned)
        show(
            learned, "share of \(pictures.count) random labels that the net gives back",
            predict: .yesNo(
                "The labels are tossed coins. Does the net get more than three quarters of them right?",
                learned > 0.75))
        record("nonsense/accuracy", curve.validAccuracies.last!)

        // What it gives for other pictures has nothing to do with what they show, of course. A training score that is
        // high proves nothing but a good memory.
    }
}
