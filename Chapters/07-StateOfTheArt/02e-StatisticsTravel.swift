// # The two numbers belong to the model
//
// Section 7.2 · After this page you have broken a good net by giving it good photos, and know what a model's file must
// hold.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// So little seems to depend on normalization. All the more surprising is what happens when it is forgotten. A net has
// learned from normalized photos. Now somebody gives it photos that are not; or with other statistics; or with red and
// blue exchanged, as some libraries have them. Nothing fails, no shape is wrong. `judged` has photos, and `accuracies`
// gives them to all nets of the baseline, as a function changes them:

extension StateOfTheArt {
    /// Validation photos as brightnesses from 0 to 1, at most 500 of them, and their labels.
    private var judged: (photos: Tensor, labels: [Int]) {
        get throws {
            let valid = try parts.valid
            let places = (0..<min(500, valid.count)).map { $0 * valid.count / min(500, valid.count) }
            var (random, setup) = (run.random, rawBaseline)
            setup.size = large
            let x = try getDls(setup, using: &random).pipeline.batch(places.map { valid.photos[$0] })
            return (x, places.map { valid.labels[$0] })
        }
    }

    private func accuracies(_ input: (Tensor) -> Tensor) throws -> (right: [Double], sure: [Float]) {
        let (x, labels) = try judged
        let found = try baselineLearners.map { learner in
            learner.net.eval()
            let (sure, answers) = noGrad { learner.net(input(x)).softmax(axis: 1).max(axis: 1) }
            return (zip(answers.scalars, labels).count { $0 == $1 }, sure.mean().item)
        }
        return (found.map { Double($0.0) / Double(labels.count) }, found.map(\.1))
    }

    func fedWrongly() throws {
        let known = Normalization.imageNet
        let ways: [(name: String, key: String, input: (Tensor) -> Tensor)] = [
            ("as it has learned", "right", { known($0) }),
            ("from 0 to 1, not normalized", "raw", { $0 }),
            ("from 0 to 255", "bytes", { $0 * 255 }),
            ("mean and deviation of 0.5 for all", "halves", { ($0 - 0.5) / 0.5 }),
            ("normalized twice", "twice", { known(known($0)) }),
            (
                "blue, green, red", "exchanged",
                { x in known(Tensor.cat([2, 1, 0].map { x[0..., $0..<$0 + 1] }, axis: 1)) }
            ),
        ]
        let found = try ways.map { try accuracies($0.input) }
        var table = TextTable(["photos", "accuracy", "how sure it is"], decimals: 3)
        for (way, values) in zip(ways, found) {
            table.add(way.name, Spread(values.right), Spread(values.sure))
            record("mismatch/accuracy-\(way.key)", over: values.right)
        }
        show(table, "The same nets, the same photos of \(dataName), given in six ways")
        let share = try majorityShare
        show(
            Chart("What a net says depends on how the photo is given", x: "way", y: "accuracy") {
                Bars(
                    ["right", "0 to 1", "0 to 255", "halves", "twice", "blue first"],
                    found.map { Spread($0.right).mean })
                Rule(y: share, "always the most frequent class")
            }, "Accuracies of the baseline's nets")
        let lost = Spread(found[0].right).mean - Spread(found[1].right).mean
        show(
            fixed(lost, 3), "lost by forgetting to normalize",
            predict: .choice(
                "The net has learned from normalized photos, and gets photos from 0 to 1. What happens?",
                ["the program stops", "it is right less often", "it is right as often as before, or more often"],
                answer: lost > 0 ? "it is right less often" : "it is right as often as before, or more often"))
        let costly = found.dropFirst().count { Spread($0.right).mean < Spread(found[0].right).mean }
        show("\(costly) of \(found.count - 1)", "wrong ways that cost accuracy")

        // Where a bar is no higher than the line, everything that was learned is lost; and look at how sure the nets
        // are even so. Look also at 0.5 for all, which many programs take, and which looks so like ImageNet's numbers.
        // The means are nearly the same; but the deviations are twice as large, so that all contrasts are halved. Why
        // can the norms not take it out this time? Because when a net is *used*, its norms do not measure: they take
        // the averages that they have noted while it learned.
    }

    func measuredAgain() throws {
        // If that is so, the same net with norms that measure each batch should do much better with raw photos. In
        // training mode they measure. `shareOfRight` is the accuracy of one net in either mode:
        let (x, labels) = try judged
        let learner = try baselineLearners[0]
        let kept = learner.net.stateDictionary
        func shareOfRight(_ input: Tensor, measuring: Bool) -> Double {
            if measuring { learner.net.train() } else { learner.net.eval() }
            let answers = noGrad { learner.net(input).argmax(axis: 1).scalars }
            return Double(zip(answers, labels).count { $0 == $1 }) / Double(labels.count)
        }
        let good = shareOfRight(Normalization.imageNet(x), measuring: false)
        let raw = shareOfRight(x, measuring: false), rawMeasured = shareOfRight(x, measuring: true)
        learner.net.eval()
        try learner.net.load(kept)  // measuring has moved the averages
        var table = TextTable(["photos", "norms", "accuracy"], decimals: 3)
        table.add("normalized", "averages of training", good)
        table.add("from 0 to 1", "averages of training", raw)
        table.add("from 0 to 1", "of this batch", rawMeasured)
        show(table, "One net on \(dataName)")
        // That is no way out in practice, since a single photo has no batch. The numbers have to come along.
    }

    func inOneFile() throws {
        // So they belong into the file of the model, beside the weights. `export` writes them there, and `PhotoModel`
        // reads them (section 5.7). Whoever has only the weights has to know the rest from elsewhere:
        let learner = try baselineLearners[0]
        let place = unfinishedPlace(in: FileManager.default.temporaryDirectory)
        defer { removeUnfinished(place) }
        try makeFolder(place)
        let file = place.appending(path: "photos.safetensors")
        try learner.export(to: file)
        let model = try PhotoModel<CategoryBlock>(file, architectures: [Architecture(baseline.plan)])
        show(model.pipeline.normalization == .imageNet, "the file knows how the photos were normalized")
        let all = learner.data.datasets.valid.photos
        let photos = (0..<20).map { all[$0 * all.count / 20] }
        let (before, after) = (try learner.model.predict(photos), try model.predict(photos))
        show(
            zip(before, after).allSatisfy { $0.outputs.scalars == $1.outputs.scalars },
            "a program that reads it says the same of 20 photos, to the last bit",
            ask: "The file is read into a new net. Does it say the same, to the last bit?")

        // And the weights alone, in a net with a pipeline without statistics:
        var (random, setup) = (run.random, rawBaseline)
        setup.epochs = 0
        let forgetful = try newLearner(setup, using: &random)
        try forgetful.net.load(learner.net.stateDictionary)
        let answers = try forgetful.model.predict(photos)
        show(
            zip(before, answers).count { $0.text != $1.text },
            "of 20 answers are others, with the right weights and without the statistics")
    }
}
