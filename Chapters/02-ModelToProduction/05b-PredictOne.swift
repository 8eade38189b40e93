// # One photo, three answers
//
// Section 2.5 · After this page you know what comes back from `predict`, and why the same photo always gets the same
// answer.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// The book gives one photo to its model, `grizzly.jpg`, and three things come back: the kind, in the words that the
// labels have; the number of the kind; and the probabilities of all kinds. The first two are there for convenience.
// They follow from the third and the vocabulary: the number is the place of the largest probability, and the word is
// at that place in the vocabulary. `ThreeAnswers` has them together:

/// What the book's `predict` gives: a kind, its number, and the probabilities of all kinds.
public struct ThreeAnswers: CustomStringConvertible {
    public let category: String, index: Int, probabilities: [Float]

    /// - Throws: `PhotoProblem`, which names a file that is no photo.
    public init(_ model: PhotoModel<CategoryBlock>, _ photo: any PhotoSource) throws {
        probabilities = try model.predict(photo).outputs.scalars
        let highest = probabilities.max()!
        index = probabilities.firstIndex(of: highest)!
        category = model.target.vocabulary.classes[index]
    }

    public var description: String {
        "(\(category), \(index), [\(probabilities.map { String(format: "%.4e", $0) }.joined(separator: ", "))])"
    }

    /// "Prediction: grizzly; Probability: 1.0000", the line of the book's application.
    public var line: String {
        "Prediction: \(category); Probability: \(String(format: "%.04f", probabilities[index]))"
    }
}

extension ModelToProduction {
    func threeAnswers() throws {
        let sets = try trained.data.datasets
        let places = Array(sets.valid.names.indices.prefix(4))
        let model = try trained.model
        let answers = try places.map { try ThreeAnswers(model, sets.valid.photos[$0]) }
        show(
            ImageGrid(
                try places.map { try sets.valid.photos[$0].opened().photo(atLeast: 200).raster },
                titles: answers.map(\.line), columns: 2, cellSize: 300),
            "Four photos of \(dataName), and what is said of them")
        for answer in answers.prefix(2) { show("\(answer)", "all three answers") }
        let sum = answers[0].probabilities.reduce(0, +)
        show(
            significant(Double(sum), 6), "the sum of the probabilities, rounded to six digits",
            ask: "What do the probabilities of all kinds add up to?")

        // The book's model is sure of its grizzly: `('grizzly', 1, [9.0767e-06, 9.9999e-01, 1.5748e-07])`, which is
        // 0.99999 for the grizzly. How sure a net is, and how often it is right, are not the same, though, and section
        // 2.6 shows it a bear that it has no idea of.
    }

    func alwaysTheSame() throws {
        // In training, each epoch has seen other parts of a photo in another light. What if that went on? Here is one
        // photo sixteen times, with the transforms of training, and sixteen times with those of validation:
        let (data, photo) = (try trained.data, try trained.data.datasets.valid.photos[0])
        let model = try trained.model
        let first = try ThreeAnswers(model, photo)
        let looks = run.size(quick: 3, usual: 16)
        let changed = try (0..<looks).map { number in
            var random = SplitMix64(seed: run.seed &+ UInt64(number))
            let framed = try data.pipeline.framed(photo.opened(), isTraining: true, using: &random).photo
            let picture = data.pipeline.augmented(framed, isTraining: true, using: &random).picture
            let p = noGrad { model.target.activated(model.net(picture.unsqueezed(0))) }
            return p[0, first.index].item
        }
        let quiet = try (0..<looks).map { _ in try ThreeAnswers(model, photo).probabilities[first.index] }
        show(
            Chart("One photo, \(looks) looks", x: "look", y: "probability of \(first.category)") {
                Points(0..<looks, changed, "transforms of training")
                Points(0..<looks, quiet, "transforms of validation")
            }, "Why inference leaves nothing to chance, \(dataName)")
        record(
            "predict/different-answers-with-validation-transforms", Set(quiet.map(\.bitPattern)).count,
            ask: "The same photo is predicted \(looks) times. How many different probabilities come out?")
        record("predict/different-answers-with-training-transforms", Set(changed.map(\.bitPattern)).count)

        // (There is a use for the first row of points: their mean is often a little better than a single look.
        // Chapter 7 calls it test time augmentation. It costs as many looks.)
        //
        // The command line has it, too: `--export FILE` trains and writes the model, and whoever has that file needs
        // nothing else:
        //
        //     swift run ch02 --export bears.safetensors
        //     swift run ch02 --model bears.safetensors --photo FILE
    }
}
